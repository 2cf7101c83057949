using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NetGen.Onnx.Reading;

/// <summary>What a prediction of a network computes, value by value.</summary>
internal sealed class PredictionGraph
{
    private readonly FrozenDictionary<string, Computation> byName;
    private readonly ILookup<string, Computation> users;

    public PredictionGraph(NetworkInfo info)
    {
        Values =
        [
            .. info.Layers.SelectMany(static (layer, index) => layer.Prediction
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => Computation.Parse(line, index))),
        ];
        byName = Values.ToFrozenDictionary(static value => value.Name);
        users = Values.SelectMany(static value => value.Operands.Select(operand => (operand, value)))
            .ToLookup(static use => use.operand, static use => use.value);
    }

    /// <summary>The values in the order in which they are computed; the last one is the output.</summary>
    public ImmutableArray<Computation> Values { get; }

    /// <summary>A value by name.</summary>
    public Computation this[string name] => byName[name];

    /// <summary>Whether anything reads a value.</summary>
    public bool Reads(string name) => users.Contains(name);

    /// <summary>What reads a value, or null where there is not exactly one.</summary>
    public Computation? OnlyUserOf(Computation value) => users[value.Name].ToArray() is [var user] ? user : null;
}
