namespace NetGen.Experiments.PlainImages;

/// <summary>What goes on inside a network, before training or after it.</summary>
/// <param name="Layers">What arrives at the end of each layer of two convolutions.</param>
/// <param name="Remains">What is left of images behind chosen layers; empty where it was not asked for.</param>
/// <param name="CoderPath">What is left of them behind many passes of the first stage's coder alone; empty where there is none.</param>
internal sealed record Inside(
    IReadOnlyList<LayerEnd> Layers, IReadOnlyList<Remains> Remains, IReadOnlyList<Remains> CoderPath);
