namespace NetGen.Generator.Model;

/// <summary>
/// A declared network as the parser hands it on: valid, free of Roslyn types, equal to another when their code is the same.
/// </summary>
/// <param name="Type">The class it was declared on.</param>
/// <param name="Example">The shape of an input.</param>
/// <param name="Layers">Its layers, from the input to the output.</param>
internal sealed record NetworkSpec(TypeSpec Type, Shape Example, EquatableArray<LayerSpec> Layers)
{
    /// <summary>What its inputs are expected to be like.</summary>
    public InputSignal Input { get; init; } = InputSignal.Standard;

    /// <summary>The shape of an output.</summary>
    public Shape Output => Layers.Aggregate(Example, static (shape, layer) => layer.ShapeBehind(shape));

    /// <summary>Its layers and those inside them.</summary>
    public IEnumerable<LayerSpec> AllLayers => Layers.SelectMany(static layer => layer.SelfAndInner());

    /// <summary>A network like this one, but for some layers.</summary>
    /// <param name="change">What becomes of a layer, in which others may have changed before.</param>
    public NetworkSpec With(Func<LayerSpec, LayerSpec> change) =>
        this with { Layers = Layers.Select(layer => layer.With(change)).ToEquatableArray() };
}
