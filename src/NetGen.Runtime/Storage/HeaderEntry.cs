using System.Collections.Immutable;

#if NETSTANDARD
namespace NetGen.Generator.Storage;
#else
namespace NetGen;
#endif

/// <summary>What the header of a safetensors file says of a tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its numbers.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Begin">Where its values start, in bytes from the end of the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record HeaderEntry(string Name, NumberType Type, ImmutableArray<int> Shape, long Begin, long End)
{
    /// <summary>The tensor without its place.</summary>
    public TensorShape Tensor => new(Name, Type, Shape);
}
