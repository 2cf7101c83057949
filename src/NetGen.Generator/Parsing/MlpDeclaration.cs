using System.Collections.Immutable;
using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>A multilayer perceptron as its attribute declares it, defaults filled in.</summary>
internal sealed record MlpDeclaration(
    int Depth, int Width, int Input, int Output, bool Residual, string Activation, Init Init, float InitScale, bool Bias)
{
    /// <summary>The slope of a <c>LeakyReLU</c>.</summary>
    public float Slope { get; init; } = LeakyReLU.DefaultSlope;

    /// <summary>What its inputs are expected to be like.</summary>
    public InputSignal InputSignal { get; init; } = InputSignal.Standard;

    /// <summary>Its Linear layers, as numbers: <c>Depth</c> equal ones count as one entry.</summary>
    public IEnumerable<LinearSize> Linears
    {
        get
        {
            if (Input != Width)
                yield return new LinearSize(Input, Width, Bias, 1);
            yield return new LinearSize(Width, Width, Bias, Depth);
            if (Output != Width)
                yield return new LinearSize(Width, Output, Bias, 1);
        }
    }

    /// <summary>The layers that the attribute is short for.</summary>
    public EquatableArray<LayerSpec> ToLayers()
    {
        ImmutableArray<LayerSpec>.Builder layers = ImmutableArray.CreateBuilder<LayerSpec>();
        if (Input != Width)
            layers.Add(Linear("input", Width));
        for (int i = 0; i < Depth; i++)
            layers.Add(Hidden($"layers.{i}"));
        if (Output != Width)
            layers.Add(Linear("output", Output));
        return layers.ToImmutable();
    }

    private ActivationFunction Function => Activation == "LeakyReLU" ? new LeakyReLU(Slope) : ActivationFunction.Named(Activation);

    private BlockSpec Hidden(string name)
    {
        IEnumerable<LayerSpec> layers = [Linear($"{name}.linear", Width)];
        if (Activation != "Identity")
            layers = layers.Append(new ActivationSpec($"{name}.activation", Function));
        return new BlockSpec(name, layers.ToEquatableArray(), Residual ? new ShortcutSpec(ShortcutKind.Identity) : null);
    }

    private LinearSpec Linear(string name, int outputs) => new(name, outputs, Bias, Init, InitScale);
}
