using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace NetGen.Onnx.Reading;

/// <summary>A value of a prediction and how it is computed: a line of what the network compiler writes of a layer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Operation">What is computed.</param>
/// <param name="Operands">From which values and parameters, by name.</param>
/// <param name="Numbers">The numbers of the operation, by name.</param>
/// <param name="Shape">The shape of the value, without the batch.</param>
/// <param name="Layer">The index of its layer.</param>
internal sealed record Computation(
    string Name, string Operation, ImmutableArray<string> Operands, FrozenDictionary<string, string> Numbers, ImmutableArray<int> Shape,
    int Layer)
{
    /// <summary>Reads a line, as in <c>%4 = MaxPool %2 kernel=3 stride=2 padding=1 : 16x16x64</c>.</summary>
    public static Computation Parse(string line, int layer)
    {
        string[] words = line.Split(' ');
        return new Computation(
            words[0], words[2],
            [.. words[3..^2].Where(static word => !word.Contains('='))],
            words[3..^2].Where(static word => word.Contains('=')).Select(static word => word.Split('='))
                .ToFrozenDictionary(static pair => pair[0], static pair => pair[1]),
            [.. words[^1].Split('x').Select(static length => int.Parse(length, CultureInfo.InvariantCulture))],
            layer);
    }

    /// <summary>A number of the operation.</summary>
    public float Number(string name) => float.Parse(Numbers[name], CultureInfo.InvariantCulture);

    /// <summary>A number of the operation that is whole.</summary>
    public int Count(string name) => int.Parse(Numbers[name], CultureInfo.InvariantCulture);
}
