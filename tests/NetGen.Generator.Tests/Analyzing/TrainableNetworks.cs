namespace NetGen.Generator.Tests;

/// <summary>Networks that are known to train well, each with its source or reason: no warning may come.</summary>
internal static class TrainableNetworks
{
    private const string Blocks = """
        using NetGen;
        [Block, Linear(64), ReLU] public class He;
        [Block, Linear(64, Init = Init.Orthogonal), Tanh] public class OrthogonalTanh;
        [Block, RmsNorm, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)] public class PreNorm;
        [Block, LayerNorm, Linear(256), Gelu, Dropout(0.1), Linear(64)] public class FeedForward;
        [Block, Linear(256), ReLU, Linear(64)] public class Branch;
        [Block, Linear(256), Gelu, Linear(64)] public class GeluBranch;
        [Block, Linear(256), ReLU, Linear(64, Init = Init.Zeros)] public class ZeroBranch;
        [Block, Linear(256), ReLU, Linear(64, InitScale = 1e-3f)] public class SmallBranch;
        [Block, Use<Branch>(Residual = true), LayerNorm] public class PostNorm;
        [Block, LayerNorm, Linear(64), ReLU] public class NormedLayer;
        [Block, Linear(32), CReLU] public class Both;
        [Block, Conv2d(64), ReLU] public class Conv;
        [Block, Conv2d(64, Bias = false), BatchNorm2d, ReLU] public class BatchNormed;
        [Block, Conv2d(16, Bias = false), BatchNorm2d, ReLU, Conv2d(16, Bias = false), BatchNorm2d] public class Basic16;
        [Block, Use<Basic16>(Residual = true), ReLU] public class Residual16;
        [Block, Conv2d(32, Stride = 2, Bias = false), BatchNorm2d, ReLU, Conv2d(32, Bias = false), BatchNorm2d] public class Down32;
        [Block, Conv2d(32, Bias = false), BatchNorm2d, ReLU, Conv2d(32, Bias = false), BatchNorm2d] public class Basic32;
        [Block, Use<Basic32>(Residual = true), ReLU] public class Residual32;
        [Block, Conv2d(64, Stride = 2, Bias = false), BatchNorm2d, ReLU, Conv2d(64, Bias = false), BatchNorm2d] public class Down64;
        [Block, Conv2d(64, Bias = false), BatchNorm2d, ReLU, Conv2d(64, Bias = false), BatchNorm2d] public class Basic64;
        [Block, Use<Basic64>(Residual = true), ReLU] public class Residual64;
        [Block, BatchNorm2d, ReLU, Conv2d(64, Bias = false), BatchNorm2d, ReLU, Conv2d(64, Bias = false)] public class PreActivation;
        [Block, GroupNorm(8), ReLU, Conv2d(64), GroupNorm(8), ReLU, Conv2d(64)] public class GroupNormed;

        """;

    private const string Fashion = "[Network(Input = 1, Height = 28, Width = 28, InputMean = 0.286f, InputStd = 0.353f), ";
    private const string Cifar = "[Network(Input = 3, Height = 32, Width = 32), ";

    /// <summary>The source of a network, and why it trains.</summary>
    public static IEnumerable<(string Network, string Reason)> All =>
    [
        ("[Network(Input = 784), Linear(128), ReLU, Linear(10)]", "the usual first classifier of handwritten digits"),
        (
            "[Network(Input = 784, InputMean = 0.1307f, InputStd = 0.3081f), Linear(128), ReLU, Linear(10)]",
            "the same on the pixels of MNIST as they are"),
        ("[Network(Input = 784), Linear(500, Init = Init.XavierUniform), Tanh, Linear(300, Init = Init.XavierUniform), Tanh, "
            + "Linear(10, Init = Init.XavierUniform)]",
            "LeCun et al. 1998: tanh networks for digits"),
        ("[Network(Input = 784), Linear(300), Sigmoid, Linear(10)]", "LeCun et al. 1998: one hidden layer of logistic units"),
        ("[Network(Input = 64), Linear(64, Init = Init.XavierNormal), Sigmoid, Linear(64, Init = Init.XavierNormal), Sigmoid, "
            + "Linear(1)]", "Glorot and Bengio 2010: shallow logistic networks train"),
        ("[Network(Input = 4), Linear(32), Tanh, Linear(16), Tanh, Linear(4)]", "the network that SimpleChains is known for"),
        ("[Network(Input = 4), Linear(32, Init = Init.XavierNormal), Tanh, Linear(16, Init = Init.XavierNormal), Tanh, "
            + "Linear(4, Init = Init.XavierNormal)]",
            "the same as PyTorch starts it"),
        ("[Network(Input = 4), Linear(64, Init = Init.Orthogonal), Tanh, Linear(64, Init = Init.Orthogonal), Tanh, "
            + "Linear(2, Init = Init.Orthogonal, InitScale = 0.01f)]",
            "policies of reinforcement learning, "
                + "whose last layer starts small (Andrychowicz et al. 2021)"),
        ("[Mlp(Depth = 5, Activation = Activation.Tanh, Init = Init.XavierNormal)]", "Glorot and Bengio 2010: five layers of tanh"),
        ("[Mlp(Depth = 3, Init = Init.XavierUniform)]", "shallow: what Xavier loses at a ReLU does not add up"),
        ("[Mlp(Depth = 4, Init = Init.LeCunNormal, Activation = Activation.SiLU)]", "shallow: as above"),
        ("[Mlp(Depth = 4, Init = Init.LeCunNormal, Activation = Activation.Gelu, Output = 1)]", "shallow: as above"),
        ("[Mlp]", "the defaults"),
        ("[Mlp(Input = 2, Output = 1)]", "the defaults between other lengths"),
        ("[Mlp(Depth = 10)]", "He et al. 2015: ReLU layers with this start"),
        ("[Mlp(Depth = 20)]", "He et al. 2015: 22 layers converge"),
        ("[Mlp(Depth = 10, Activation = Activation.LeakyReLU)]", "He et al. 2015"),
        ("[Mlp(Depth = 20, Residual = true, InitScale = 0.2236f)]", "the residual network of the Distant Identity task"),
        ("[Mlp(Depth = 20, Residual = true, InitScale = 0.2236f, InputStd = 0.577f)]", "the same for its own inputs"),
        ("[Mlp(Depth = 50, Residual = true, InitScale = 0.1414f)]", "Hayou et al. 2021: branches scaled by 1/sqrt(depth)"),
        ("[Mlp(Depth = 100, Residual = true, Init = Init.Zeros, Activation = Activation.Tanh)]", "every branch starts at zero"),
        ("[Mlp(Depth = 5, Residual = true)]", "shallow: what an unscaled branch adds stays small"),
        ("[Network(Input = 64), Repeat<OrthogonalTanh>(20), Linear(10)]", "Saxe et al. 2014, Pennington et al. 2017: orthogonal weights"),
        ("[Network(Input = 64), Repeat<PreNorm>(50, Residual = true), Linear(1)]", "pre-norm (Xiong et al. 2020)"),
        ("[Network(Input = 2), Linear(64, Init = Init.LeCunNormal), Repeat<PreNorm>(50, Residual = true), "
            + "Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]",
            "experiment residual-depth"),
        (
            "[Network(Input = 64), Repeat<FeedForward>(12, Residual = true), LayerNorm, Linear(1000)]",
            "the feed-forward half of a transformer (Radford et al. 2019)"),
        (
            "[Network(Input = 64), Repeat<FeedForward>(48, Residual = true), LayerNorm, Linear(1000, InitScale = 0.02f)]",
            "the same four times as deep"),
        ("[Network(Input = 64), Repeat<PostNorm>(6), Linear(10)]", "post-norm as in Vaswani et al. 2017"),
        ("[Network(Input = 64), Repeat<NormedLayer>(20), Linear(10)]", "normalised layers (Ba et al. 2016)"),
        ("[Network(Input = 64), Repeat<Branch>(50, Shortcut = Shortcut.DeepNorm), Linear(1)]", "DeepNorm (Wang et al. 2022)"),
        ("[Network(Input = 64), Repeat<GeluBranch>(200, Shortcut = Shortcut.DeepNorm), Linear(1)]", "DeepNorm, deeper"),
        ("[Network(Input = 64), Repeat<Branch>(50, Shortcut = Shortcut.ReZero), Linear(1)]", "ReZero (Bachlechner et al. 2021)"),
        ("[Network(Input = 64), Repeat<Branch>(50, Shortcut = Shortcut.Scaled), Linear(1)]", "Hayou et al. 2021"),
        ("[Network(Input = 64), Repeat<GeluBranch>(50, Shortcut = Shortcut.LayerScale), Linear(1)]", "LayerScale (Touvron et al. 2021)"),
        (
            "[Network(Input = 64), Repeat<FeedForward>(12, Shortcut = Shortcut.LayerScale), Repeat<Branch>(4, Residual = true), Linear(1)]",
            "LayerScale, before branches of another size"),
        ("[Network(Input = 64), Repeat<He>(50, Shortcut = Shortcut.Gated), Linear(1)]", "highway networks (Srivastava et al. 2015)"),
        ("[Network(Input = 64), Repeat<PreNorm>(24, Shortcut = Shortcut.Streams), Linear(1)]", "hyper-connections (Zhu et al. 2024)"),
        (
            "[Network(Input = 64), Repeat<ZeroBranch>(50, Residual = true), Linear(10)]",
            "the last layer of each branch at zero (Zhang et al. 2019)"),
        ("[Network(Input = 64), Repeat<SmallBranch>(50, Residual = true), Linear(10)]", "nearly at zero"),
        ("[Network(Input = 64), Repeat<He>(6), Linear(10, Init = Init.Zeros)]", "an output that starts at zero"),
        (
            "[Network(Input = 64), Repeat<He>(6), Linear(1, InitScale = 1e-5f)]",
            "an output that starts small: the layers before it get the same gradient"),
        ("[Network(Input = 64), Linear(128), Tanh, Linear(1, InitScale = 0.1f), Sigmoid]", "a probability that starts near a half"),
        ("[Network(Input = 64), CReLU, Repeat<Both>(10), Linear(64)]", "Shang et al. 2016"),
        ("[Network(Input = 64), Linear(64), PReLU, Linear(64), PReLU, Linear(64), PReLU, Linear(10)]", "He et al. 2015"),
        ("[Network(Input = 128, InputStd = 100000), RmsNorm, Linear(64), ReLU, Linear(1)]", "large inputs, normalised first"),
        (Fashion + "Conv2d(32), ReLU, MaxPool2d, Conv2d(64), ReLU, MaxPool2d, Flatten, Linear(128), ReLU, Linear(10)]",
            "the usual first network of convolutions"),
        (Fashion + "Conv2d(6, Kernel = 5), Tanh, AvgPool2d, Conv2d(16, Kernel = 5, Padding = 0), Tanh, AvgPool2d, Flatten, "
            + "Linear(120), Tanh, "
            + "Linear(84), Tanh, Linear(10)]", "LeCun et al. 1998: LeNet-5"),
        (Cifar + "Conv2d(64), ReLU, Repeat<Conv>(1), MaxPool2d, Repeat<Conv>(2), MaxPool2d, Repeat<Conv>(3), MaxPool2d, "
            + "Repeat<Conv>(3), MaxPool2d, "
            + "Repeat<Conv>(3), MaxPool2d, Flatten, Linear(512), ReLU, Linear(10)]", "Simonyan and Zisserman 2015: VGG-16, "
            + "from He's start"),
        (Cifar + "Conv2d(64), ReLU, Repeat<BatchNormed>(1), MaxPool2d, Repeat<BatchNormed>(2), MaxPool2d, "
            + "Repeat<BatchNormed>(3), MaxPool2d, "
            + "Repeat<BatchNormed>(3), MaxPool2d, Repeat<BatchNormed>(3), MaxPool2d, Flatten, Linear(10)]", "the same with batch norm"),
        (Cifar + "Conv2d(64), ReLU, Repeat<Conv>(1), Conv2d(64, Stride = 2), ReLU, Repeat<Conv>(2), Conv2d(64, Stride = 2), ReLU, "
            + "Repeat<Conv>(3), GlobalAvgPool, Linear(10)]", "Springenberg et al. 2015: all convolutional"),
        (Cifar + "Conv2d(16, Bias = false), BatchNorm2d, ReLU, Repeat<Residual16>(3), Use<Down32>(Residual = true, "
            + "Projection = true), ReLU, "
            + "Repeat<Residual32>(2), Use<Down64>(Residual = true, Projection = true), ReLU, Repeat<Residual64>(2), "
            + "GlobalAvgPool, Linear(10)]",
            "He et al. 2016: ResNet-20"),
        (Cifar + "Conv2d(16, Bias = false), BatchNorm2d, ReLU, Repeat<Residual16>(18), Use<Down32>(Residual = true, "
            + "Projection = true), ReLU, "
            + "Repeat<Residual32>(17), Use<Down64>(Residual = true, Projection = true), ReLU, Repeat<Residual64>(17), "
            + "GlobalAvgPool, Linear(10)]",
            "He et al. 2016: ResNet-110"),
        (Cifar + "Conv2d(64), Repeat<PreActivation>(50, Residual = true), BatchNorm2d, ReLU, GlobalAvgPool, Linear(10)]",
            "He et al. 2016: identity mappings"),
        (Cifar + "Conv2d(64), Repeat<GroupNormed>(20, Residual = true), GroupNorm(8), ReLU, GlobalAvgPool, Linear(10)]", "Wu and He 2018"),
        (Cifar + "Conv2d(64, Kernel = 7, Stride = 2), BatchNorm2d, ReLU, MaxPool2d(Kernel = 3, Stride = 2, Padding = 1), "
            + "Repeat<PreActivation>(8, Residual = true), GlobalAvgPool, Linear(10)]", "the stem of ResNets for large images"),
        ("[Network(Input = 64), Linear(64), BatchNorm1d, ReLU, Linear(64), BatchNorm1d, ReLU, Linear(10)]", "Ioffe and Szegedy 2015"),
        ("[Network(Input = 3), Linear(1)]", "linear regression"),
        ("[Network(Input = 3), Linear(1), Sigmoid]", "logistic regression"),
    ];

    public static string Source(string network) => $"{Blocks}{network} public partial class Net;";
}
