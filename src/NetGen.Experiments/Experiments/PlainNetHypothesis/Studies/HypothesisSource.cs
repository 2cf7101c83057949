namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>Networks of the hypothesis, and those that they are held against, as text that is compiled while the program runs.</summary>
internal static class HypothesisSource
{
    /// <summary>The name of the block whose parameters the plain network learns.</summary>
    public const string Branch = "Branch";

    /// <summary>The name of that of the residual network.</summary>
    public const string ZeroBranch = "ZeroBranch";

    /// <summary>The name of that of networks with coders.</summary>
    public const string Learner = "Learner";

    public const string PlainLayer = "PlainLayer";

    public const string ResidualLayer = "ResidualLayer";

    /// <summary>What learns in layers, <c>W₂ ReLU(W₁ h + b₁) + b₂</c>, and layers of the plain and the residual network.</summary>
    public const string Blocks = $"""
        using NetGen;

        [Block, Linear(64), ReLU, Linear(128)]
        public class {Branch};

        [Block, Linear(64), ReLU, Linear(128, InitScale = 0f)]
        public class {ZeroBranch};

        [Block, Linear(64), ReLU, Linear(128, Init = Init.Zeros)]
        public class {Learner};

        [Block, Use<{Branch}>, ReLU]
        public class {PlainLayer};

        [Block, Use<{ZeroBranch}>(Residual = true), ReLU]
        public class {ResidualLayer};
        """;

    /// <summary>A coder, and a layer in which it stands beside the learner.</summary>
    /// <param name="coder">The name of the coder's block; that of the layer has <c>Layer</c> behind it.</param>
    /// <param name="layers">What the coder is made of.</param>
    public static string Coded(string coder, string layers) => $"""
        using NetGen;

        [Block, {layers}]
        public class {coder};

        [Block, Use<{coder}>(Shared = true, Frozen = true)]
        public class {coder}Frozen;

        [Block, Parallel<{Learner}, {coder}Frozen>, ReLU]
        public class {coder}Layer;
        """;

    /// <summary><c>[ReLU(x); ReLU(-x)]</c> through layers, and a Linear.</summary>
    public static string Network(string name, string layer, int depth) => $"""
        using NetGen;

        [Network(Input = 64, InputStd = 0.57735f)]
        [CReLU, Repeat<{layer}>({depth}), Linear(64, Init = Init.LeCunNormal)]
        public sealed partial class {name};
        """;

    /// <summary>An autoencoder of rectified normal vectors.</summary>
    public static string Autoencoder(string name, string coder) => $"""
        using NetGen;

        [Network(Input = 128, InputMean = 0.39894f, InputStd = 0.58381f)]
        [Use<{coder}>]
        public sealed partial class {name};
        """;
}
