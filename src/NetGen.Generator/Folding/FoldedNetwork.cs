using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Folding;

/// <summary>A folded network, and how its parameters are made.</summary>
/// <param name="Network">The network, whose parameters have the names that such a network has when it is declared.</param>
/// <param name="Values">For what parameters are named after in it, how those are made.</param>
internal sealed record FoldedNetwork(NetworkSpec Network, IReadOnlyDictionary<string, FoldedValue> Values)
{
    /// <summary>What a parameter of it is named after.</summary>
    public string PathOf(string parameter)
    {
        string path = parameter;
        while (!Values.ContainsKey(path))
            path = path.Substring(0, path.LastIndexOf('.'));
        return path;
    }

    /// <summary>The network of what became of another's layers, or null where they are as they were.</summary>
    public static FoldedNetwork? Of(NetworkSpec network, IReadOnlyList<FoldedPart> parts)
    {
        Dictionary<FoldedValue, string> paths = [];
        EquatableArray<LayerSpec> layers = Place(parts, "", "");
        return paths.Keys.All(static value => value is GivenValue)
            ? null
            : new FoldedNetwork(
                network with { Type = network.Type.ToFolded(), Layers = layers },
                paths.ToDictionary(static pair => pair.Value, static pair => pair.Key));

        // Layers are numbered anew; repetitions count behind their number.
        EquatableArray<LayerSpec> Place(IEnumerable<FoldedPart> parts, string before, string now)
        {
            List<LayerSpec> placed = [];
            string number = "";
            int index = -1, repetition = 0;
            foreach (FoldedPart part in parts.SelectMany(static part => part is ProductPart { Alone: { } alone } ? alone : [part]))
            {
                string[] own = part.Name.Substring(before.Length).TrimStart('.').Split('.');
                (index, repetition) = own.Length > 1 && own[0] == number ? (index, repetition + 1) : (index + 1, 0);
                number = own[0];
                string name = (now.Length > 0 ? now + "." : "") + Numbers.Literal(index);
                placed.Add(PlaceOne(part, own.Length > 1 ? $"{name}.{Numbers.Literal(repetition)}" : name));
            }

            return placed.ToEquatableArray();
        }

        LayerSpec PlaceOne(FoldedPart part, string name) => part switch
        {
            KeptLayer { Layer: var layer } => layer with { Name = name, ParameterPath = PathOf(new GivenValue(layer.ParameterPath), name) },
            ProductPart product => product.Like! with
            {
                Name = name,
                Bias = product.Value.HasBias,
                Frozen = product.Frozen,
                ParameterPath = PathOf(product.Value, name),
            },
            KeptBlock block => PlaceBlock(block, name),
            KeptBranches { Parallel: var parallel } branches => parallel with
            {
                Name = name,
                ParameterPath = PathOf(new GivenValue(parallel.ParameterPath), name),
                Branches = branches.Branches.Select((branch, index) => PlaceBlock(branch, $"{name}.{Numbers.Literal(index)}"))
                    .ToEquatableArray(),
            },
            _ => throw new InvalidOperationException($"{part} has no place."),
        };

        BlockSpec PlaceBlock(KeptBlock kept, string name) => kept.Block with
        {
            Name = name,
            ParameterPath = PathOf(new GivenValue(kept.Block.ParameterPath), name),
            Layers = Place(kept.Parts, kept.Block.Name, name),
        };

        // What is made alike is the same: where parameters were shared, they still are.
        string PathOf(FoldedValue value, string name)
        {
            if (!paths.TryGetValue(value, out string path))
                paths.Add(value, path = name);
            return path;
        }
    }
}
