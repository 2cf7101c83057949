using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

/// <summary>Warnings of starts that stand in the way of training.</summary>
public sealed class SignalTests
{
    private const string Blocks = """
        using NetGen;
        [Block, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)] public class Normless;
        [Block, Linear(64, Init = Init.LeCunNormal), ReLU] public class Small;
        [Block, Linear(64), ReLU] public class He;
        [Block, Repeat<He>(25, Residual = true)] public class Stage;
        [Block, Conv2d(64), ReLU] public class Conv;
        [Block, Conv2d(64, Init = Init.LeCunNormal), ReLU] public class SmallConv;
        [Block, Conv2d(64, Bias = false), BatchNorm2d, ReLU] public class BatchNormed;

        """;

    private const string Cifar = "[Network(Input = 3, Height = 32, Width = 32), Conv2d(64), ReLU, ";

    public static TheoryData<string, string> Trainable => [.. TrainableNetworks.All];

    [Theory]
    [MemberData(nameof(Trainable))]
    public void Networks_known_to_train_well_are_not_warned_of(string network, string reason)
    {
        IEnumerable<SignalFinding> found = Find(TrainableNetworks.Source(network));

        Assert.True(!found.Any(), $"{network}, {reason}: "
            + $"{string.Join(", ", found.Select(static finding => $"{finding.Descriptor.Id} {string.Join(", ", finding.Values)}"))}");
    }

    [Theory]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f)]", "NETGEN037")]
    [InlineData("[Mlp(Depth = 10, Activation = Activation.Sigmoid)]", "NETGEN037 NETGEN041")]
    [InlineData("[Network(Input = 2), Linear(64, Init = Init.LeCunNormal), Repeat<Normless>(50), Linear(1)]", "NETGEN037")]
    [InlineData("[Mlp(Depth = 50, Residual = true)]", "NETGEN038")]
    [InlineData("[Network(Input = 64), Use<Stage>, Use<Stage>, Linear(1)]", "NETGEN038")]
    [InlineData("[Mlp(Depth = 10, InitScale = 4f)]", "NETGEN038")]
    [InlineData("[Network(Input = 64), Linear(64), Scale(1e-6), Tanh, Linear(64), Dropout(0.5), Linear(8)]", "NETGEN037")]
    [InlineData("[Network(Input = 64), Linear(64), ReLU, Scale(1e-5f), Linear(64, Init = Init.Zeros), Tanh, Linear(10)]", "NETGEN039")]
    [InlineData("[Mlp(Depth = 20, Residual = true)]", "NETGEN040")]
    [InlineData("[Network(Input = 64), Repeat<He>(20, Shortcut = Shortcut.Streams), Linear(1)]", "NETGEN040")]
    [InlineData("[Mlp(Depth = 50)]", "NETGEN041")]
    [InlineData("[Mlp(Depth = 50, Init = Init.LeCunNormal)]", "NETGEN042 NETGEN041")]
    [InlineData("[Network(Input = 64), Repeat<Small>(12), Linear(10)]", "NETGEN042")]
    [InlineData("[Mlp(Depth = 10, Init = Init.Zeros)]", "NETGEN042")]
    [InlineData("[Mlp(Depth = 10, Residual = true, Init = Init.Zeros)]", "NETGEN037")]
    [InlineData("[Mlp(Depth = 10, Init = Init.Ones)]", "NETGEN042 NETGEN041")]
    [InlineData("[Mlp(Depth = 10, Activation = Activation.Identity)]", "NETGEN042")]
    [InlineData(Cifar + "Repeat<SmallConv>(12), Flatten, Linear(10)]", "NETGEN042")]
    [InlineData(Cifar + "Repeat<SmallConv>(12), MaxPool2d, Repeat<SmallConv>(12), GlobalAvgPool, Linear(10)]", "NETGEN042")]
    [InlineData(Cifar + "Repeat<Conv>(50), GlobalAvgPool, Linear(10)]", "NETGEN041")]
    [InlineData(Cifar + "Repeat<Conv>(20, Residual = true), GlobalAvgPool, Linear(10)]", "NETGEN040")]
    [InlineData(Cifar + "Conv2d(64, InitScale = 0.1f), ReLU, Conv2d(64, InitScale = 1e-3f), ReLU, Conv2d(64, InitScale = 1e-3f), ReLU, "
        + "Conv2d(64), GlobalAvgPool, Linear(10)]", "NETGEN037")]
    [InlineData(Cifar + "Repeat<BatchNormed>(80), GlobalAvgPool, Linear(10)]", "NETGEN038")]
    public void Networks_that_train_badly_are_warned_of(string network, string ids) =>
        Assert.Equal(ids, string.Join(" ", Find($"{Blocks}{network} public partial class Net;")
            .Select(static finding => finding.Descriptor.Id)));

    private static IEnumerable<SignalFinding> Find(string source) => Find(GeneratorRun.Over(source).Network);

    private static IEnumerable<SignalFinding> Find(NetworkSpec network) =>
        [.. new SignalJudge(new SignalThresholds(new ConfiguredOptions().GlobalOptions), TestContext.Current.CancellationToken)
            .Find(network)];
}
