namespace NetGen.Experiments.PlainImages;

/// <summary>What a trained network was folded to.</summary>
/// <param name="Layers">The layers that are left.</param>
/// <param name="Parameters">The parameters that are left.</param>
/// <param name="Greatest">The greatest magnitude of its outputs on test images.</param>
/// <param name="Difference">The greatest difference between an output before folding and after it.</param>
internal sealed record FoldedRow(int Layers, long Parameters, double Greatest, double Difference);
