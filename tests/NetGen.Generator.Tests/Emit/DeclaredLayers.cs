using System.Text.RegularExpressions;

namespace NetGen.Generator.Tests;

/// <summary>Networks that say in the language what an <c>[Mlp]</c> cannot.</summary>
public static partial class DeclaredLayers
{
    public const string Source = """
        using NetGen;

        [Block, Linear(48), Gelu, Linear(33)]
        internal class FeedForward;

        [Block, Linear(17), ReLU, Linear(33), Tanh]
        internal class Bottleneck;

        [Block, Repeat<FeedForward>(2, Residual = true), Tanh]
        internal class Nested;

        [Block, Linear(33)]
        internal class Straight;

        [Network(Input = 33)]
        [Parallel<Straight, Straight>, Tanh, Parallel<Bottleneck, Straight>(Residual = true)]
        internal sealed partial class BranchesWithOneGradient;

        [Block, ReLU]
        internal class OnlyReLU;

        [Block, Tanh]
        internal class OnlyTanh;

        [Network(Input = 33)]
        [Repeat<FeedForward>(3, Residual = true), Linear(1)]
        internal sealed partial class Repeated;

        [Network(Input = 5)]
        [Repeat<Widening>(3)]
        internal sealed partial class RepeatedFromAnotherWidth;

        [Block, Linear(8), ReLU]
        internal class Widening;

        [Network(Input = 7)]
        [Tanh, Linear(20), ReLU, SiLU, Linear(3)]
        internal sealed partial class ActivationsInARow;

        [Network(Input = 7)]
        [Linear(20), ReLU, LeakyReLU, Linear(3), Sigmoid]
        internal sealed partial class KinksInARow;

        [Network(Input = 33)]
        [Parallel<FeedForward, Bottleneck>(Residual = true), Linear(5)]
        internal sealed partial class Branches;

        [Network(Input = 33)]
        [Parallel<FeedForward, Bottleneck>]
        internal sealed partial class BranchesAtTheEnd;

        [Network(Input = 33)]
        [Use<Nested>(Residual = true), Linear(4, Bias = false), Sigmoid]
        internal sealed partial class BlocksInBlocks;

        [Network(Input = 9)]
        [Linear(12), Parallel<OnlyReLU, OnlyTanh>, Linear(2)]
        internal sealed partial class OneValueInTwoActivations;

        [Network(Input = 9)]
        [Linear(12), Parallel<OnlyReLU, OnlyReLU>(Residual = true), Linear(2)]
        internal sealed partial class OneValueTwiceInOneActivation;

        [Network(Input = 9)]
        [Parallel<OnlyTanh, OnlyReLU>, Linear(2)]
        internal sealed partial class ActivationsOfTheInput;

        [Network(Input = 9)]
        [Use<OnlyReLU>(Residual = true), Linear(3)]
        internal sealed partial class ResidualOfTheInput;

        [Network(Input = 33)]
        [Use<FeedForward>(Residual = true), ReLU, Use<Bottleneck>(Residual = true), Tanh, Linear(3)]
        internal sealed partial class ActivationsOfSums;

        [Network(Input = 6)]
        [Linear(5), Linear(70), Linear(4)]
        internal sealed partial class OnlyLinears;
        """;

    public static TheoryData<string> Names => [.. Network().Matches(Source).Select(static match => match.Groups[1].Value)];

    [GeneratedRegex(@"sealed partial class (\w+);")]
    private static partial Regex Network();
}
