using System.Runtime.InteropServices;
using System.Text;
using NetGen.Compare.Works;

namespace NetGen.Compare.Native;

/// <summary>
/// A prediction with ONNX Runtime as a subject: all optimizations of the graph, one operator after the other, inputs and outputs in memory
/// of the caller's. Its C interface is a table of functions whose places never change.
/// </summary>
internal static unsafe class OnnxRuntime
{
    private const int LogErrors = 3, AllOptimizations = 99, ArenaAllocator = 1, DefaultMemory = 0, Float = 1;

    /// <summary>The version of the interface that the places below belong to, or a later one.</summary>
    private const uint Version = 1;

    private enum Function
    {
        GetErrorMessage = 2,
        CreateEnv = 3,
        CreateSession = 7,
        Run = 9,
        CreateSessionOptions = 10,
        SetSessionGraphOptimizationLevel = 23,
        SetIntraOpNumThreads = 24,
        SetInterOpNumThreads = 25,
        CreateTensorWithDataAsOrtValue = 49,
        CreateCpuMemoryInfo = 69,
    }

    public static Subject Start(OnnxFiles files, SafetensorsFile start, int outputWidth, int threads)
    {
        nint library = NativeLibrary.Load(files.Library);
        ApiBase* entry = ((delegate* unmanaged<ApiBase*>)NativeLibrary.GetExport(library, "OrtGetApiBase"))();
        nint* api = entry->GetApi(Version);

        nint environment, options, session, memory;
        fixed (byte* name = "compare"u8)
            Check(api, ((delegate* unmanaged<int, byte*, nint*, nint>)api[(int)Function.CreateEnv])(LogErrors, name, &environment));
        Check(api, ((delegate* unmanaged<nint*, nint>)api[(int)Function.CreateSessionOptions])(&options));
        Check(api, ((delegate* unmanaged<nint, int, nint>)api[(int)Function.SetSessionGraphOptimizationLevel])(options, AllOptimizations));
        Check(api, ((delegate* unmanaged<nint, int, nint>)api[(int)Function.SetIntraOpNumThreads])(options, threads));
        Check(api, ((delegate* unmanaged<nint, int, nint>)api[(int)Function.SetInterOpNumThreads])(options, 1));
        fixed (byte* path = Encoding.UTF8.GetBytes(files.Network + '\0'))
        {
            var create = (delegate* unmanaged<nint, byte*, nint, nint*, nint>)api[(int)Function.CreateSession];
            Check(api, create(environment, path, options, &session));
        }

        var describe = (delegate* unmanaged<int, int, nint*, nint>)api[(int)Function.CreateCpuMemoryInfo];
        Check(api, describe(ArenaAllocator, DefaultMemory, &memory));
        return Subject(Marshal.PtrToStringUTF8(entry->GetVersion())!, api, session, memory, start.Tensors["input"], outputWidth);
    }

    private static Subject Subject(string version, nint* api, nint session, nint memory, StoredTensor input, int outputWidth)
    {
        int rows = input.Shape[0];
        float* output = AlignedMemory.OfLength(rows * outputWidth);
        nint inputValue = Tensor(api, memory, AlignedMemory.Of(input.Values), rows, input.Shape[1]);
        nint outputValue = Tensor(api, memory, output, rows, outputWidth);
        nint inputName = Marshal.StringToCoTaskMemUTF8("input"), outputName = Marshal.StringToCoTaskMemUTF8("output");
        var run = (delegate* unmanaged<nint, nint, nint*, nint*, nint, nint*, nint, nint*, nint>)api[(int)Function.Run];
        Action<int> repeat = count =>
        {
            nint names = inputName, values = inputValue, outputNames = outputName, outputValues = outputValue;
            for (int i = 0; i < count; i++)
                Check(api, run(session, 0, &names, &values, 1, &outputNames, 1, &outputValues));
        };

        repeat(1);
        return new Subject(version, "", new Span<float>(output, rows * outputWidth).ToArray(), repeat);
    }

    private static nint Tensor(nint* api, nint memory, float* data, int rows, int width)
    {
        nint value;
        long* shape = stackalloc long[] { rows, width };
        var create =
            (delegate* unmanaged<nint, float*, nint, long*, nint, int, nint*, nint>)api[(int)Function.CreateTensorWithDataAsOrtValue];
        Check(api, create(memory, data, (nint)rows * width * sizeof(float), shape, 2, Float, &value));
        return value;
    }

    private static void Check(nint* api, nint status)
    {
        if (status != 0)
            throw new InvalidOperationException(
                Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)api[(int)Function.GetErrorMessage])(status)));
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ApiBase
    {
        public delegate* unmanaged<uint, nint*> GetApi;
        public delegate* unmanaged<nint> GetVersion;
    }
}
