using NetGen.Generator.Model;

namespace NetGen.Generator.Storage;

/// <summary>What a file of weights says of its tensors.</summary>
internal static class WeightsHeader
{
    private const int ShortestLength = sizeof(ulong);

    /// <returns>The tensors by name, or what is wrong with the file.</returns>
    public static (IReadOnlyDictionary<string, TensorShape>? Tensors, string? Problem) Read(WeightsFile file)
    {
        try
        {
            return (Read(file.Path, file.Name), null);
        }
        catch (Exception exception) when (
            exception is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, Describe(exception, file.Name));
        }
    }

    // What the operating system says of a file depends on the machine.
    private static string Describe(Exception exception, string name) => exception switch
    {
        InvalidDataException => "another: " + exception.Message.TrimEnd('.'),
        FileNotFoundException or DirectoryNotFoundException => $"none: '{name}' is an additional file of the project, and is not there",
        UnauthorizedAccessException =>
            $"another: {name}: expected a file that can be read, got a folder or one that this process may not read",
        _ => $"another: {name}: expected a file that can be read, got {exception.GetType().Name}",
    };

    // A generator may read what the compilation declares as its input, and the compiler hands out additional files as text alone, which
    // this is not. Only the header is read.
#pragma warning disable RS1035
    private static Dictionary<string, TensorShape> Read(string path, string name)
    {
        // Pipes and devices have no length, and to open one would be to wait for somebody.
        if (new FileInfo(path).Length is < ShortestLength and var length)
            throw new InvalidDataException($"{name}: expected a safetensors file, got one of {length} bytes.");
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return SafetensorsHeader.Read(name, stream, new Dictionary<string, string>())
            .ToDictionary(static entry => entry.Name, static entry => entry.Tensor);
    }
#pragma warning restore RS1035
}
