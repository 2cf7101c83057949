namespace NetGen.Generator.Tests;

/// <summary>A network whose start is measured.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declaration">The attributes that declare it.</param>
/// <param name="Seeds">
/// How many times it is drawn: so often that the standard error is below half of what is allowed. A plain ReLU network fluctuates most, since its layers multiply; in norms, bounded
/// activations and scaled residual streams a few networks tell enough.
/// </param>
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
        [Block, Linear(1024, Init = Init.KaimingUniform), PReLU] internal class LinearPReLU;
        [Block, Linear(512, Init = Init.XavierUniform), CReLU] internal class LinearCReLU;
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
        new("FairRelu", "[Mlp(Width = 1024, Depth = 6, Init = Init.KaimingUniform, InitScale = 0.2236f, InputStd = 0.577f)]", Seeds: 10),
        new("ReluOfShiftedInputs", "[Mlp(Width = 1024, Depth = 4, Init = Init.KaimingUniform, InputMean = 0.5f, InputStd = 0.5f)]", Seeds: 10),
        new("LeakyReLU", "[Mlp(Width = 1024, Depth = 4, Activation = Activation.LeakyReLU, Init = Init.KaimingUniform)]", Seeds: 10),
        new("PReLU", "[Network(Input = 1024), Repeat<LinearPReLU>(4)]", Seeds: 10),
        new("CReLU", "[Network(Input = 1024), Repeat<LinearCReLU>(4)]", Seeds: 6),
        new("TanhXavier", "[Mlp(Width = 1024, Depth = 20, Activation = Activation.Tanh, Init = Init.XavierUniform)]", Seeds: 3),
        new("TanhChaotic", "[Mlp(Width = 1024, Depth = 20, Activation = Activation.Tanh, Init = Init.XavierUniform, InitScale = 1.5f)]", Seeds: 3),
        new("Sigmoid", "[Mlp(Width = 1024, Depth = 8, Activation = Activation.Sigmoid, Init = Init.XavierUniform)]", Seeds: 5),
        new("SiLU", "[Mlp(Width = 1024, Depth = 4, Activation = Activation.SiLU, Init = Init.KaimingUniform)]", Seeds: 10),
        new("Gelu", "[Mlp(Width = 1024, Depth = 4, Activation = Activation.Gelu, Init = Init.KaimingUniform)]", Seeds: 10),
        new("GeluTanh", "[Mlp(Width = 1024, Depth = 4, Activation = Activation.GeluTanh, Init = Init.KaimingUniform)]", Seeds: 10),
        new("Linear", "[Mlp(Width = 1024, Depth = 4, Activation = Activation.Identity, Init = Init.XavierUniform)]", Seeds: 4),
        new("ResidualRelu", "[Mlp(Width = 1024, Depth = 10, Residual = true, Init = Init.KaimingUniform)]", Seeds: 14),
        new("ScaledResidualRelu", "[Mlp(Width = 1024, Depth = 20, Residual = true, Init = Init.KaimingUniform, InitScale = 0.2236f)]", Seeds: 4),
        new("ResidualTanh", "[Mlp(Width = 1024, Depth = 20, Residual = true, Activation = Activation.Tanh, Init = Init.XavierUniform)]", Seeds: 3),
        new("PostActivationResidual", "[Network(Input = 1024), Repeat<PostActivation>(10)]", Seeds: 20),
        new("PreNormResidual", "[Network(Input = 1024), Repeat<PreNorm>(5, Residual = true), Linear(1024)]", Seeds: 5),
        new("PreNormPlain", "[Network(Input = 1024), Repeat<PreNorm>(5), Linear(1024)]", Seeds: 5),
        new("PostNormResidual", "[Network(Input = 1024), Repeat<PostNorm>(6), Linear(1024)]", Seeds: 3),
        new("ScaledShortcut", "[Network(Input = 1024), Repeat<Branch>(6, Shortcut = Shortcut.Scaled), Linear(1024)]", Seeds: 4),
        new("ReZero", "[Network(Input = 1024), Repeat<LinearRelu>(5, Shortcut = Shortcut.ReZero), Repeat<Branch>(5, Shortcut = Shortcut.ReZero, ShortcutFactor = 0.4f), Linear(1024)]", Seeds: 4),
        new("LayerScale", "[Network(Input = 1024), Repeat<Branch>(6, Shortcut = Shortcut.LayerScale), Linear(1024)]", Seeds: 3),
        new("Gated", "[Network(Input = 1024), Repeat<LinearRelu>(6, Shortcut = Shortcut.Gated), Linear(1024)]", Seeds: 5),
        new("DeepNorm", "[Network(Input = 1024), Repeat<Branch>(5, Shortcut = Shortcut.DeepNorm), Linear(1024)]", Seeds: 3),
        new("Streams", "[Network(Input = 1024), Repeat<Branch>(5, Shortcut = Shortcut.Streams, StreamCount = 3), Linear(1024)]", Seeds: 5),
        new("Branches", "[Network(Input = 1024), Repeat<TwoWays>(4), Linear(1024)]", Seeds: 6),
        new("ResidualBranches", "[Network(Input = 1024), Parallel<LinearRelu, LinearTanh>(Residual = true), Parallel<Branch, LinearTanh>(Residual = true), Linear(1024)]", Seeds: 4),
        new("Projection", "[Network(Input = 1024), Use<Branch>(Residual = true), Repeat<Other>(4, Residual = true, Projection = true), Linear(1024)]", Seeds: 6),
        new("WithDropout", "[Network(Input = 1024), Repeat<Dropped>(4), Linear(1024)]", Seeds: 10),
        new("RmsNormRelu", "[Network(Input = 1024), Repeat<RmsRelu>(5), Linear(1024)]", Seeds: 6),
        new("LayerNormBeforeRelu", "[Network(Input = 1024), Repeat<LayerNormRelu>(5), Linear(1024)]", Seeds: 6),
        new("LayerNormBehindRelu", "[Network(Input = 1024), Repeat<ReluLayerNorm>(5), Linear(1024)]", Seeds: 3),
        new("Orthogonal", "[Network(Input = 256), Repeat<OrthogonalTanh>(5)]", Seeds: 5),
        new("IdentityInit", "[Network(Input = 1024), Repeat<IdentityTanh>(5)]", Seeds: 2),
        new("SharedPlain", "[Network(Input = 1024), Repeat<LinearTanh>(6, Shared = true), Linear(1024)]", Seeds: 6),
        new("SharedResidual", "[Network(Input = 1024), Repeat<LinearTanh>(6, Residual = true, Shared = true), Linear(1024)]", Seeds: 6),
        new("NestedResiduals", "[Network(Input = 1024), Repeat<Nested>(5, Residual = true), Linear(1024)]", Seeds: 3),
    ];

    public static string Source => string.Join("\n", All.Select(static start => $"{start.Declaration} internal sealed partial class {start.Name};").Prepend(Blocks));
}
