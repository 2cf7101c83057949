namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>One thing that coders can differ in.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Designs">Coders that differ from <see cref="CoderDesign.Base"/> in it alone.</param>
internal sealed record CoderFactor(string Name, IReadOnlyList<CoderDesign> Designs)
{
    public static IReadOnlyList<CoderFactor> All { get; } =
    [
        new("depth",
        [
            CoderDesign.Base with { Label = "2 layers each", Depth = 2 },
            CoderDesign.Base with { Label = "3 layers each", Depth = 3 },
        ]),
        new("width",
        [
            CoderDesign.Base with { Label = "width 16", Width = 16 },
            CoderDesign.Base with { Label = "width 32", Width = 32 },
            CoderDesign.Base with { Label = "width 64", Width = 64 },
            CoderDesign.Base with { Label = "width 96", Width = 96 },
        ]),
        new("activation",
        [
            CoderDesign.Base with { Label = "LeakyReLU", Activation = "LeakyReLU(0.25f)" },
            CoderDesign.Base with { Label = "GELU", Activation = "Gelu" },
            CoderDesign.Base with { Label = "Tanh", Activation = "Tanh" },
            CoderDesign.Base with { Label = "none: linear", Activation = "Identity" },
        ]),
        new("start",
        [
            CoderDesign.Base with { Label = "not tied", Tied = false },
            CoderDesign.Base with { Label = "Kaiming, not tied", Init = Init.KaimingNormal, Tied = false },
            CoderDesign.Base with { Label = "LeCun, not tied", Init = Init.LeCunNormal, Tied = false },
            CoderDesign.Base with { Label = "identity", Init = Init.Identity },
        ]),
        new("noise in its training",
        [
            Noisy(new CoderNoise.Normal(0.1)),
            Noisy(new CoderNoise.Normal(0.3)),
            Noisy(new CoderNoise.Mask(0.1f)),
            Noisy(new CoderNoise.Mask(0.3f)),
        ]),
    ];

    private static CoderDesign Noisy(CoderNoise noise) => CoderDesign.Base with { Label = noise.Label, Noise = noise };
}
