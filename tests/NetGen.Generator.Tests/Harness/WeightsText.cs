using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests;

/// <summary>A file of weights among the additional files of a project, which nobody may read as text.</summary>
/// <param name="path">Where it lies, or would lie.</param>
/// <param name="resource">The name that the build embeds it under, or null where it does not.</param>
internal sealed class WeightsText(string path, string? resource) : AdditionalText
{
    public override string Path { get; } = path;

    public string? Resource { get; } = resource;

    public override SourceText? GetText(CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException($"{Path} is not text.");

    /// <summary>The content of a safetensors file of zeros.</summary>
    public static byte[] Content(params (string Name, string Type, int[] Shape)[] tensors)
    {
        List<string> entries = [];
        int end = 0;
        foreach ((string name, string type, int[] shape) in tensors)
        {
            int begin = end;
            end += shape.Aggregate(type == "I64" ? 8 : 4, static (product, dimension) => product * dimension);
            entries.Add($"\"{name}\":{{\"dtype\":\"{type}\",\"shape\":[{string.Join(',', shape)}],\"data_offsets\":[{begin},{end}]}}");
        }

        return Content($"{{{string.Join(',', entries)}}}", end);
    }

    /// <summary>A header, with its length in front of it and values behind it.</summary>
    public static byte[] Content(string header, int values) =>
        [.. BitConverter.GetBytes((ulong)Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. new byte[values]];
}
