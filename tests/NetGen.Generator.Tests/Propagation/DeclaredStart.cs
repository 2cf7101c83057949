namespace NetGen.Generator.Tests;

/// <summary>A network whose start is measured.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declaration">The attributes that declare it.</param>
/// <param name="Seeds">
/// How many times it is drawn: so often that the standard error is below half of what is allowed. A plain ReLU network fluctuates most,
/// since its layers multiply; in norms, bounded activations and scaled residual streams a few networks tell enough.
/// </param>
internal sealed record DeclaredStart(string Name, string Declaration, int Seeds)
{
    /// <summary>How many inputs each gets.</summary>
    public int Rows { get; init; } = 16;

    // The expected values are those of wide layers: where they follow from variances alone, weights are uniform, which are drawn faster
    // than normal ones.
    private const string Blocks = """
        using NetGen;

        [Block, RmsNorm, Linear(512, Init = Init.XavierUniform, InitScale = 1.7f), Gelu, Linear(512, Init = Init.XavierUniform)]
        internal class PreNorm;
        [Block, Linear(512, Init = Init.KaimingUniform), ReLU] internal class LinearReLU;
        [Block, Linear(512, Init = Init.XavierUniform), Tanh] internal class LinearTanh;
        [Block, Linear(512, Init = Init.XavierUniform)] internal class OnlyLinear;
        [Block, Linear(512, Init = Init.KaimingUniform), ReLU, Linear(512, Init = Init.XavierUniform)] internal class Branch;
        [Block, Linear(512, Init = Init.KaimingUniform), PReLU] internal class LinearPReLU;
        [Block, Linear(256, Init = Init.XavierUniform), CReLU] internal class LinearCReLU;
        [Block, Linear(256, Init = Init.XavierUniform), NCReLU] internal class LinearNCReLU;
        [Block, Linear(256, WeightNorm = true), ReLU] internal class NormedReLU;
        [Block, Linear(256, Init = Init.XavierUniform, WeightNorm = true, InitialGain = 0.8f), Tanh] internal class GainedTanh;
        [Block, Linear(512, Init = Init.KaimingUniform), ReLU, Dropout(0.2f)] internal class Dropped;
        [Block, Linear(512, Init = Init.KaimingUniform), RmsNorm, ReLU] internal class RmsReLU;
        [Block, Linear(512, Init = Init.KaimingUniform), LayerNorm, ReLU] internal class LayerNormReLU;
        [Block, Linear(512, Init = Init.KaimingUniform), ReLU, LayerNorm] internal class ReLULayerNorm;
        [Block, Use<OnlyLinear>(Residual = true), ReLU] internal class PostActivation;
        [Block, Use<LinearReLU>(Residual = true), LayerNorm] internal class PostNorm;
        [Block, Repeat<LinearTanh>(2, Residual = true), Linear(512, Init = Init.XavierUniform)] internal class Nested;
        [Block, Linear(256, Init = Init.Orthogonal), Tanh] internal class OrthogonalTanh;
        [Block, Linear(512, Init = Init.Identity), Tanh] internal class IdentityTanh;
        [Block, Linear(384, Init = Init.KaimingUniform), ReLU, Linear(384, Init = Init.XavierUniform)] internal class Other;
        [Block, Parallel<LinearReLU, LinearTanh>, Scale(0.7f)] internal class TwoWays;
        """;

    public static IEnumerable<DeclaredStart> All => [.. OfVectors, .. ImageStarts.All, .. SequenceStarts.All];

    public static IReadOnlyList<DeclaredStart> OfVectors { get; } =
    [
        new("PlainReLU", "[Mlp(Width = 512, Depth = 20, Init = Init.KaimingUniform)]", Seeds: 100),
        new("FairReLU", "[Mlp(Width = 512, Depth = 6, Init = Init.KaimingUniform, InitScale = 0.2236f, InputStd = 0.577f)]", Seeds: 20),
        new(
            "ReLUOfShiftedInputs", "[Mlp(Width = 512, Depth = 4, Init = Init.KaimingUniform, InputMean = 0.5f, InputStd = 0.5f)]",
            Seeds: 20),
        new("LeakyReLU", "[Mlp(Width = 512, Depth = 4, Activation = Activation.LeakyReLU, Init = Init.KaimingUniform)]", Seeds: 20),
        new("PReLU", "[Network(Input = 512), Repeat<LinearPReLU>(4)]", Seeds: 20),
        new("CReLU", "[Network(Input = 512), Repeat<LinearCReLU>(4)]", Seeds: 12),
        new("WeightNormed", "[Network(Input = 512), Repeat<NormedReLU>(8), Linear(256)]", Seeds: 12),
        new("WeightNormOfGain", "[Network(Input = 512), Repeat<GainedTanh>(8), Linear(256)]", Seeds: 12),
        new("NCReLU", "[Network(Input = 512), Repeat<LinearNCReLU>(4)]", Seeds: 12),
        new("TanhXavier", "[Mlp(Width = 512, Depth = 20, Activation = Activation.Tanh, Init = Init.XavierUniform)]", Seeds: 6),
        new(
            "TanhChaotic", "[Mlp(Width = 512, Depth = 20, Activation = Activation.Tanh, Init = Init.XavierUniform, InitScale = 1.5f)]",
            Seeds: 6),
        new("Sigmoid", "[Mlp(Width = 512, Depth = 8, Activation = Activation.Sigmoid, Init = Init.XavierUniform)]", Seeds: 10),
        new("SiLU", "[Mlp(Width = 512, Depth = 4, Activation = Activation.SiLU, Init = Init.KaimingUniform)]", Seeds: 20),
        new("Gelu", "[Mlp(Width = 512, Depth = 4, Activation = Activation.Gelu, Init = Init.KaimingUniform)]", Seeds: 20),
        new("GeluTanh", "[Mlp(Width = 512, Depth = 4, Activation = Activation.GeluTanh, Init = Init.KaimingUniform)]", Seeds: 20),
        new("Linear", "[Mlp(Width = 512, Depth = 4, Activation = Activation.Identity, Init = Init.XavierUniform)]", Seeds: 8),
        new("ResidualReLU", "[Mlp(Width = 512, Depth = 10, Residual = true, Init = Init.KaimingUniform)]", Seeds: 28),
        new(
            "ScaledResidualReLU", "[Mlp(Width = 512, Depth = 20, Residual = true, Init = Init.KaimingUniform, InitScale = 0.2236f)]",
            Seeds: 8),
        new(
            "ResidualTanh", "[Mlp(Width = 512, Depth = 20, Residual = true, Activation = Activation.Tanh, Init = Init.XavierUniform)]",
            Seeds: 6),
        new("PostActivationResidual", "[Network(Input = 512), Repeat<PostActivation>(10)]", Seeds: 40),
        new("PreNormResidual", "[Network(Input = 512), Repeat<PreNorm>(5, Residual = true), Linear(512)]", Seeds: 10),
        new("PreNormPlain", "[Network(Input = 512), Repeat<PreNorm>(5), Linear(512)]", Seeds: 10),
        new("PostNormResidual", "[Network(Input = 512), Repeat<PostNorm>(6), Linear(512)]", Seeds: 6),
        new("ScaledShortcut", "[Network(Input = 512), Repeat<Branch>(6, Shortcut = Shortcut.Scaled), Linear(512)]", Seeds: 8),
        new("ReZero", "[Network(Input = 512), Repeat<LinearReLU>(5, Shortcut = Shortcut.ReZero), Repeat<Branch>(5, "
            + "Shortcut = Shortcut.ReZero, ShortcutFactor = 0.4f), Linear(512)]", Seeds: 8),
        new("LayerScale", "[Network(Input = 512), Repeat<Branch>(6, Shortcut = Shortcut.LayerScale), Linear(512)]", Seeds: 6),
        new("Gated", "[Network(Input = 512), Repeat<LinearReLU>(6, Shortcut = Shortcut.Gated), Linear(512)]", Seeds: 10),
        new("DeepNorm", "[Network(Input = 512), Repeat<Branch>(5, Shortcut = Shortcut.DeepNorm), Linear(512)]", Seeds: 6),
        new("Streams", "[Network(Input = 512), Repeat<Branch>(5, Shortcut = Shortcut.Streams, StreamCount = 3), Linear(512)]", Seeds: 10),
        new("Branches", "[Network(Input = 512), Repeat<TwoWays>(4), Linear(512)]", Seeds: 12),
        new("ResidualBranches", "[Network(Input = 512), Parallel<LinearReLU, LinearTanh>(Residual = true), Parallel<Branch, "
            + "LinearTanh>(Residual = true), Linear(512)]", Seeds: 8),
        new(
            "Projection",
            "[Network(Input = 512), Use<Branch>(Residual = true), Repeat<Other>(4, Residual = true, Projection = true), Linear(512)]",
            Seeds: 12),
        new("WithDropout", "[Network(Input = 512), Repeat<Dropped>(4), Linear(512)]", Seeds: 20),
        new("RmsNormReLU", "[Network(Input = 512), Repeat<RmsReLU>(5), Linear(512)]", Seeds: 12),
        new("LayerNormBeforeReLU", "[Network(Input = 512), Repeat<LayerNormReLU>(5), Linear(512)]", Seeds: 12),
        new("LayerNormBehindReLU", "[Network(Input = 512), Repeat<ReLULayerNorm>(5), Linear(512)]", Seeds: 6),
        new("Orthogonal", "[Network(Input = 256), Repeat<OrthogonalTanh>(5)]", Seeds: 5),
        new("IdentityInit", "[Network(Input = 512), Repeat<IdentityTanh>(5)]", Seeds: 4),
        new("SharedPlain", "[Network(Input = 512), Repeat<LinearTanh>(6, Shared = true), Linear(512)]", Seeds: 12),
        new("SharedResidual", "[Network(Input = 512), Repeat<LinearTanh>(6, Residual = true, Shared = true), Linear(512)]", Seeds: 12),
        new("NestedResiduals", "[Network(Input = 512), Repeat<Nested>(5, Residual = true), Linear(512)]", Seeds: 6),
    ];

    public static string Source =>
        string.Join("\n", All.Select(static start => $"{start.Declaration} internal sealed partial class {start.Name};")
            .Prepend(ImageStarts.Blocks + SequenceStarts.Blocks).Prepend(Blocks));
}
