namespace NetGen.Experiments.PlainImages;

/// <summary>How what comes into a layer gets past its two convolutions.</summary>
internal enum Way
{
    /// <summary>By a residual connection (He et al. 2016).</summary>
    Residual,

    /// <summary>Not at all.</summary>
    Plain,

    /// <summary>Through coder A: an autoencoder of each pixel's channels, as wide as what it codes, trained alone.</summary>
    CoderA,

    /// <summary>Through coder B: half as wide, as in the source.</summary>
    CoderB,

    /// <summary>Through coder C: half as wide, written down, exact for what a CReLU hands on.</summary>
    CoderC,
}

/// <summary>What follows from a way.</summary>
internal static class Ways
{
    /// <summary>The name of its line or row.</summary>
    public static string Label(this Way way) => way switch
    {
        Way.Residual => "residual",
        Way.Plain => "plain",
        Way.CoderA => "PNNH, coder A",
        Way.CoderB => "PNNH, coder B",
        Way.CoderC => "PNNH, coder C",
        _ => throw Unknown(way),
    };

    public static Ink Ink(this Way way) => way switch
    {
        Way.Residual => Plotting.Figures.Ink.Grey,
        Way.Plain => Plotting.Figures.Ink.Vermillion,
        Way.CoderA => Plotting.Figures.Ink.Blue,
        Way.CoderB => Plotting.Figures.Ink.Purple,
        Way.CoderC => Plotting.Figures.Ink.Green,
        _ => throw Unknown(way),
    };

    /// <summary>The name of its coder in results; null where it has none.</summary>
    public static string? Coder(this Way way) => way switch
    {
        Way.CoderA => "A",
        Way.CoderB => "B",
        Way.CoderC => "C",
        Way.Residual or Way.Plain => null,
        _ => throw Unknown(way),
    };

    /// <summary>The hidden units of its coder of so many channels; null where it has none.</summary>
    public static int? CoderWidth(this Way way, int channels) => way switch
    {
        Way.CoderA => channels,
        Way.CoderB or Way.CoderC => channels / 2,
        Way.Residual or Way.Plain => null,
        _ => throw Unknown(way),
    };

    /// <summary>Whether there are networks of it with a batch norm behind every convolution, or without norms.</summary>
    public static bool Suits(this Way way, bool norm) => way switch
    {
        Way.Residual or Way.Plain or Way.CoderA or Way.CoderB or Way.CoderC => true,
        _ => throw Unknown(way),
    };

    /// <summary>The activation behind its convolutions, as it is declared.</summary>
    public static string Rectifier(this Way way) => way switch
    {
        Way.Residual or Way.Plain or Way.CoderA or Way.CoderB or Way.CoderC => "ReLU",
        _ => throw Unknown(way),
    };

    private static ArgumentOutOfRangeException Unknown(Way way) => new(nameof(way), way, "Expected a way that is known.");
}
