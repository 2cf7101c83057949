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

    /// <summary>
    /// By the identity inside each convolution, <c>conv(x, a I + b normalize(W))</c> (DiracNet, Zagoruyko and Komodakis 2017).
    /// </summary>
    Dirac,

    /// <summary>By branches that exist while training and are folded away for prediction (RepVGG, Ding et al. 2021).</summary>
    RepVgg,

    /// <summary>By the slope of LeakyReLUs that the compiler solves for (Zhang et al. 2022).</summary>
    Leaky,
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
        Way.Dirac => "DiracNet",
        Way.RepVgg => "RepVGG",
        Way.Leaky => "plain, leaky",
        _ => throw Unknown(way),
    };

    public static Ink Ink(this Way way) => way switch
    {
        Way.Residual => Plotting.Figures.Ink.Grey,
        Way.Plain => Plotting.Figures.Ink.Vermillion,
        Way.CoderA => Plotting.Figures.Ink.Blue,
        Way.CoderB => Plotting.Figures.Ink.Purple,
        Way.CoderC => Plotting.Figures.Ink.Green,
        Way.Dirac => Plotting.Figures.Ink.Brown,
        Way.RepVgg => Plotting.Figures.Ink.Orange,
        Way.Leaky => Plotting.Figures.Ink.Sky,
        _ => throw Unknown(way),
    };

    /// <summary>The name of its coder in results; null where it has none.</summary>
    public static string? Coder(this Way way) => way switch
    {
        Way.CoderA => "A",
        Way.CoderB => "B",
        Way.CoderC => "C",
        Way.Residual or Way.Plain or Way.Dirac or Way.RepVgg or Way.Leaky => null,
        _ => throw Unknown(way),
    };

    /// <summary>The hidden units of its coder of so many channels; null where it has none.</summary>
    public static int? CoderWidth(this Way way, int channels) => way switch
    {
        Way.CoderA => channels,
        Way.CoderB or Way.CoderC => channels / 2,
        Way.Residual or Way.Plain or Way.Dirac or Way.RepVgg or Way.Leaky => null,
        _ => throw Unknown(way),
    };

    /// <summary>Whether there are networks of it so deep, with a batch norm behind every convolution or without norms.</summary>
    public static bool Suits(this Way way, bool norm, int depth) => way switch
    {
        Way.Residual or Way.Plain or Way.CoderA or Way.CoderB or Way.CoderC => true,
        // These multiply twice as much, or more; where the comparison is deepest it takes longest.
        Way.Dirac => depth <= 20,
        // What tells its branches apart is their norms. Norms keep inputs apart without a slope, and few layers do.
        Way.RepVgg => norm && depth <= 20,
        Way.Leaky => !norm && depth > 8,
        _ => throw Unknown(way),
    };

    private static ArgumentOutOfRangeException Unknown(Way way) => new(nameof(way), way, "Expected a way that is known.");
}
