using System.Runtime.InteropServices;

namespace NetGen.Compare.Native;

/// <summary>What ONNX Runtime needs.</summary>
/// <param name="Library">Its shared library.</param>
/// <param name="Network">A network in its format.</param>
internal sealed record OnnxFiles(string Library, string Network)
{
    private const string Packages = "benchmarks/compare/node_modules/onnxruntime-node/bin";

    private static string Platform => Path.Combine("linux", RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64");

    /// <exception cref="FileNotFoundException">One of them is missing.</exception>
    public static OnnxFiles Find(string folder)
    {
        string network = Path.Combine(folder, "network.onnx");
        if (!Directory.Exists(Packages))
            throw new FileNotFoundException($"expected the library in {Packages}");
        if (!File.Exists(network))
            throw new FileNotFoundException("expected the network that PyTorch exports");
        return new OnnxFiles(
            Directory.EnumerateFiles(Packages, "libonnxruntime.so*", SearchOption.AllDirectories)
                .First(static path => path.Contains(Platform, StringComparison.Ordinal)),
            network);
    }
}
