namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>How a coder is made and trained.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Depth">The layers of its encoder, and of its decoder.</param>
/// <param name="Width">Its hidden units in each layer.</param>
/// <param name="Activation">The activation between its layers, as it is declared.</param>
/// <param name="Init">How its weights start.</param>
/// <param name="Tied">Whether its decoder starts as its encoder the other way round, with transposed weights.</param>
/// <param name="Noise">What it has to undo while it is trained, if anything.</param>
internal sealed record CoderDesign(
    string Label, int Depth, int Width, string Activation, Init Init, bool Tied, CoderNoise? Noise)
{
    /// <summary>What every other design differs from in one thing: coder A of the comparison.</summary>
    public static CoderDesign Base { get; } = new("base", 1, Coder.Length, "ReLU", Init.Orthogonal, Tied: true, Noise: null);

    /// <summary>The name of its block. Designs that start or are trained differently share it.</summary>
    public string Block => $"Coder{Depth}x{Width}{Activation.Split('(')[0]}";

    /// <summary>The name of the network that trains it alone.</summary>
    public string Autoencoder => $"{Block}Alone";

    /// <summary>The name of the network whose layers use it.</summary>
    public string Network => $"{Block}Network";

    /// <summary>The declarations of its block and both networks.</summary>
    /// <param name="layers">How many layers use it.</param>
    public IEnumerable<string> Sources(int layers)
    {
        IEnumerable<string> hidden = Enumerable.Repeat($"Linear({Width}, Init = Init.Orthogonal), {Activation}", 2 * Depth - 1);
        return
        [
            HypothesisSource.Coded(Block, $"{string.Join(", ", hidden)}, Linear({Coder.Length}, Init = Init.Orthogonal)"),
            HypothesisSource.Autoencoder(Autoencoder, Block),
            HypothesisSource.Network(Network, $"{Block}Layer", layers),
        ];
    }
}
