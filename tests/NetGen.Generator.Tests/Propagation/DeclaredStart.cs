namespace NetGen.Generator.Tests;

/// <summary>A network whose start is measured.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declaration">The attributes that declare it.</param>
/// <param name="Seeds">How many times it is drawn: the more, the more its signal fluctuates.</param>
internal sealed record DeclaredStart(string Name, string Declaration, int Seeds)
{
    public const int Rows = 16;

    // The expected values are those of wide layers: where they follow from variances alone, weights are uniform, which are drawn faster than normal ones.
    private const string Blocks = """
        using NetGen;

        [Block, RmsNorm, Linear(1024, Init = Init.XavierUniform, InitScale = 1.7f), Gelu, Linear(1024, Init = Init.XavierUniform)] internal class PreNorm;
        [Block, Linear(1024, Init = Init.KaimingUniform), ReLU] internal class LinearRelu;
        [Block, Linear(1024, Init = Init.XavierUniform), Tanh] internal class LinearTanh;
        [Block, Linear(1024, Init = Init.XavierUniform)] internal class OnlyLinear;
        [Block, Linear(1024, Init = Init.KaimingUniform), ReLU, Linear(1024, Init = Init.XavierUniform)] internal class Branch;
        [Block, Linear(1024, Init = Init.KaimingUniform), PReLU] internal class LinearPRelu;
        [Block, Linear(512, Init = Init.XavierUniform), CRelu] internal class LinearCRelu;
        [Block, Linear(1024, Init = Init.KaimingUniform), ReLU, Dropout(0.2f)] internal class Dropped;
        [Block, Linear(1024, Init = Init.KaimingUniform), RmsNorm, ReLU] internal class RmsRelu;
        [Block, Linear(1024, Init = Init.KaimingUniform), LayerNorm, ReLU] internal class LayerNormRelu;
        [Block, Linear(1024, Init = Init.KaimingUniform), ReLU, LayerNorm] internal class ReluLayerNorm;
        [Block, Use<OnlyLinear>(Residual = true), ReLU] internal class PostActivation;
        [Block, Use<LinearRelu>(Residual = true), LayerNorm] internal class PostNorm;
        [Block, Repeat<LinearTanh>(2, Residual = true), Linear(1024, Init = Init.XavierUniform)] internal class Nested;
        [Block, Linear(256, Init = Init.Orthogonal), Tanh] internal class OrthogonalTanh;
        [Block, Linear(1024, Init = Init.Identity), Tanh] internal class IdentityTanh;
        [Block, Linear(768, Init = Init.KaimingUniform), ReLU, Linear(768, Init = Init.XavierUniform)] internal class Other;
        [Block, Parallel<LinearRelu, LinearTanh>, Scale(0.7f)] internal class TwoWays;
        """;

    public static IReadOnlyList<DeclaredStart> All { get; } =
    [
        new("PlainRelu", "[Mlp(Width = 1024, Depth = 20, Init = Init.KaimingUniform)]", Seeds: 50),
        new("FairRelu", "[Mlp(Width = 1024, Depth = 10, Init = Init.KaimingUniform, InitScale = 0.2236f, InputStd = 0.577f)]", Seeds: 16),
        new("ReluOfShiftedInputs", "[Mlp(Width = 1024, Depth = 6, Init = Init.KaimingUniform, InputMean = 0.5f, InputStd = 0.5f)]", Seeds: 16),
        new("LeakyRelu", "[Mlp(Width = 1024, Depth = 6, Activation = Activation.LeakyReLU, Init = Init.KaimingUniform)]", Seeds: 16),
        new("PRelu", "[Network(Input = 1024), Repeat<LinearPRelu>(6)]", Seeds: 16),
        new("CRelu", "[Network(Input = 1024), Repeat<LinearCRelu>(6)]", Seeds: 8),
        new("TanhXavier", "[Mlp(Width = 1024, Depth = 20, Activation = Activation.Tanh, Init = Init.XavierUniform)]", Seeds: 3),
        new("TanhChaotic", "[Mlp(Width = 1024, Depth = 20, Activation = Activation.Tanh, Init = Init.XavierUniform, InitScale = 1.5f)]", Seeds: 3),
        new("Sigmoid", "[Mlp(Width = 1024, Depth = 12, Activation = Activation.Sigmoid, Init = Init.XavierUniform)]", Seeds: 6),
        new("Silu", "[Mlp(Width = 1024, Depth = 6, Activation = Activation.SiLU, Init = Init.KaimingUniform)]", Seeds: 16),
        new("Gelu", "[Mlp(Width = 1024, Depth = 6, Activation = Activation.GELU, Init = Init.KaimingUniform)]", Seeds: 16),
        new("GeluTanh", "[Mlp(Width = 1024, Depth = 6, Activation = Activation.GELUTanh, Init = Init.KaimingUniform)]", Seeds: 16),
        new("Linear", "[Mlp(Width = 1024, Depth = 6, Activation = Activation.Identity, Init = Init.XavierUniform)]", Seeds: 8),
        new("ResidualRelu", "[Mlp(Width = 1024, Depth = 10, Residual = true, Init = Init.KaimingUniform)]", Seeds: 16),
        new("ScaledResidualRelu", "[Mlp(Width = 1024, Depth = 20, Residual = true, Init = Init.KaimingUniform, InitScale = 0.2236f)]", Seeds: 4),
        new("ResidualTanh", "[Mlp(Width = 1024, Depth = 20, Residual = true, Activation = Activation.Tanh, Init = Init.XavierUniform)]", Seeds: 3),
        new("PostActivationResidual", "[Network(Input = 1024), Repeat<PostActivation>(12)]", Seeds: 24),
        new("PreNormResidual", "[Network(Input = 1024), Repeat<PreNorm>(10, Residual = true), Linear(1024)]", Seeds: 6),
        new("PreNormPlain", "[Network(Input = 1024), Repeat<PreNorm>(10), Linear(1024)]", Seeds: 6),
        new("PostNormResidual", "[Network(Input = 1024), Repeat<PostNorm>(10), Linear(1024)]", Seeds: 3),
        new("ScaledShortcut", "[Network(Input = 1024), Repeat<Branch>(10, Shortcut = Shortcut.Scaled), Linear(1024)]", Seeds: 5),
        new("ReZero", "[Network(Input = 1024), Repeat<LinearRelu>(5, Shortcut = Shortcut.ReZero), Repeat<Branch>(5, Shortcut = Shortcut.ReZero, ShortcutFactor = 0.4f), Linear(1024)]", Seeds: 4),
        new("LayerScale", "[Network(Input = 1024), Repeat<Branch>(10, Shortcut = Shortcut.LayerScale), Linear(1024)]", Seeds: 3),
        new("Gated", "[Network(Input = 1024), Repeat<LinearRelu>(6, Shortcut = Shortcut.Gated), Linear(1024)]", Seeds: 5),
        new("DeepNorm", "[Network(Input = 1024), Repeat<Branch>(8, Shortcut = Shortcut.DeepNorm), Linear(1024)]", Seeds: 3),
        new("Streams", "[Network(Input = 1024), Repeat<Branch>(8, Shortcut = Shortcut.Streams, StreamCount = 3), Linear(1024)]", Seeds: 6),
        new("Branches", "[Network(Input = 1024), Repeat<TwoWays>(6), Linear(1024)]", Seeds: 6),
        new("ResidualBranches", "[Network(Input = 1024), Parallel<LinearRelu, LinearTanh>(Residual = true), Parallel<Branch, LinearTanh>(Residual = true), Linear(1024)]", Seeds: 4),
        new("Projection", "[Network(Input = 1024), Use<Branch>(Residual = true), Repeat<Other>(4, Residual = true, Projection = true), Linear(1024)]", Seeds: 6),
        new("WithDropout", "[Network(Input = 1024), Repeat<Dropped>(6), Linear(1024)]", Seeds: 16),
        new("RmsNormRelu", "[Network(Input = 1024), Repeat<RmsRelu>(10), Linear(1024)]", Seeds: 8),
        new("LayerNormBeforeRelu", "[Network(Input = 1024), Repeat<LayerNormRelu>(10), Linear(1024)]", Seeds: 8),
        new("LayerNormBehindRelu", "[Network(Input = 1024), Repeat<ReluLayerNorm>(10), Linear(1024)]", Seeds: 3),
        new("Orthogonal", "[Network(Input = 256), Repeat<OrthogonalTanh>(5)]", Seeds: 5),
        new("IdentityInit", "[Network(Input = 1024), Repeat<IdentityTanh>(5)]", Seeds: 2),
        new("NestedResiduals", "[Network(Input = 1024), Repeat<Nested>(5, Residual = true), Linear(1024)]", Seeds: 3),
    ];

    public static string Source => string.Join("\n", All.Select(static start => $"{start.Declaration} internal sealed partial class {start.Name};").Prepend(Blocks));
}
