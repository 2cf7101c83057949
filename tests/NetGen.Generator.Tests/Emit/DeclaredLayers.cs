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

        [Network(Input = 5)]
        [Linear(4), Repeat<OnlyReLU>(60), Repeat<OnlyTanh>(60), Linear(2)]
        internal sealed partial class AHundredActivationsInARow;

        [Network(Input = 33)]
        [RmsNorm, Linear(45), LayerNorm, Gelu, Linear(3)]
        internal sealed partial class Norms;

        [Network(Input = 33)]
        [Linear(20), RmsNorm(Gain = false, Epsilon = 0.1f), Linear(7), LayerNorm(Gain = false, Bias = false)]
        [Linear(65), LayerNorm(Bias = false)]
        internal sealed partial class NormsWithoutParameters;

        [Block, RmsNorm, Linear(66), Gelu, Linear(33)]
        internal class PreNorm;

        [Block, Use<FeedForward>(Residual = true), LayerNorm]
        internal class PostNorm;

        [Network(Input = 33)]
        [Repeat<PreNorm>(3, Residual = true), Repeat<PostNorm>(2), Linear(1)]
        internal sealed partial class PreAndPostNorm;

        [Network(Input = 33)]
        [Parallel<PreNorm, PreNorm>(Residual = true), Linear(1)]
        internal sealed partial class TwoNormsOfOneValue;

        [Network(Input = 7)]
        [PReLU, Linear(20), PReLU(InitialSlope = 0.1f), Linear(9), LeakyReLU(0.3f), Linear(9), LeakyReLU(-0.5f)]
        [Linear(4), GeluTanh, Identity, Linear(2)]
        internal sealed partial class Slopes;

        [Network(Input = 7)]
        [CReLU, Linear(20), CReLU, Tanh, Linear(3), CReLU]
        internal sealed partial class ConcatenatedReLUs;

        [Network(Input = 7)]
        [NCReLU, Linear(20, WeightNorm = true), NCReLU, Linear(45, WeightNorm = true, InitialGain = 0.5f, Bias = false), Tanh]
        [Scale(2f, Learned = true, PerChannel = true), Linear(3, WeightNorm = true), NCReLU]
        internal sealed partial class WeightNorms;

        [Network(Input = 7)]
        [Dropout(0.3f), Linear(40), ReLU, Dropout(0.5f), Linear(20), Dropout(0f), Tanh, Linear(3), Dropout(0.1f)]
        internal sealed partial class Dropouts;

        [Network(Input = 7)]
        [Scale(0.5f), Linear(40), Scale(2f, Learned = true), ReLU, Scale(-3f), Linear(3), Scale(0.7f, Learned = true)]
        internal sealed partial class Scales;

        [Network(Input = 33)]
        [Repeat<FeedForward>(2, Shortcut = Shortcut.Scaled), Use<FeedForward>(Shortcut = Shortcut.Scaled, ShortcutFactor = 0.3f), Linear(1)]
        internal sealed partial class ScaledShortcuts;

        [Network(Input = 33)]
        [Repeat<FeedForward>(2, Shortcut = Shortcut.ReZero, ShortcutFactor = 0.4f)]
        [Repeat<FeedForward>(2, Shortcut = Shortcut.LayerScale), Linear(1)]
        internal sealed partial class LearnedShortcuts;

        [Network(Input = 33)]
        [Repeat<FeedForward>(2, Shortcut = Shortcut.Gated), Linear(1)]
        internal sealed partial class GatedShortcuts;

        [Network(Input = 33)]
        [Repeat<FeedForward>(3, Shortcut = Shortcut.DeepNorm), Linear(1)]
        internal sealed partial class DeepNormShortcuts;

        [Network(Input = 33)]
        [Repeat<FeedForward>(3, Shortcut = Shortcut.Streams, StreamCount = 3), Linear(1)]
        internal sealed partial class StreamShortcuts;

        [Network(Input = 33)]
        [Repeat<FeedForward>(2, Shortcut = Shortcut.Streams), Use<Nested>(Shortcut = Shortcut.Streams, StreamCount = 1)]
        internal sealed partial class StreamsAtTheEnd;

        [Block, Linear(9), Tanh]
        internal class Narrowing;

        [Network(Input = 33)]
        [Repeat<Narrowing>(2, Residual = true, Projection = true)]
        [Parallel<Widening, Widening>(Shortcut = Shortcut.Scaled, Projection = true),
            Use<Narrowing>(Shortcut = Shortcut.Gated, Projection = true), Use<Widening>(Shortcut = Shortcut.LayerScale, Projection = true),
            Use<Narrowing>(Shortcut = Shortcut.DeepNorm, Projection = true)]
        internal sealed partial class Projections;

        [Block, Linear(33), LayerNorm, PReLU]
        internal class Coder;

        [Block, Use<Coder>(Shared = true), Linear(33), Tanh, Use<Coder>(Shared = true, Residual = true)]
        internal class Outer;

        [Network(Input = 33)]
        [Repeat<Outer>(2), Use<Coder>(Shared = true), Repeat<Coder>(2, Shared = true), Linear(2)]
        internal sealed partial class SharedBlocks;

        [Block, Use<Coder>(Shared = true, Frozen = true), Linear(33), Tanh]
        internal class AroundFrozen;

        [Network(Input = 33)]
        [Repeat<AroundFrozen>(2), Use<FeedForward>(Frozen = true, Shortcut = Shortcut.ReZero, ShortcutFactor = 1f), Linear(2)]
        internal sealed partial class FrozenBlocks;

        [Network(Input = 33)]
        [Use<FeedForward>(Frozen = true), Linear(2)]
        internal sealed partial class FrozenFront;

        [Network(Input = 9)]
        [Linear(8), GeluTanh, Linear(8), Gelu, Tanh, Linear(2)]
        internal sealed partial class NamesThatMeet;

        [Network(Input = 9)]
        [Linear(8), LeakyReLU(-0.0), Linear(8), LeakyReLU(0.0), Linear(2)]
        internal sealed partial class SlopesOfZero;

        [Block, RmsNorm(Gain = false), Scale(2f, Learned = true)]
        internal class NormThenScale;

        [Block, Tanh, Scale(2.0, Learned = true)]
        internal class TanhThenScale;

        [Block, Use<OnlyTanh>(Shortcut = Shortcut.LayerScale)]
        internal class ScaledTanh;

        [Network(Input = 9)]
        [Use<NormThenScale>(Frozen = true), Use<TanhThenScale>(Frozen = true), Use<ScaledTanh>(Frozen = true), Linear(2)]
        internal sealed partial class FrozenStarts;

        [Network(Input = 9)]
        [Use<NormThenScale>, Use<TanhThenScale>, Linear(9), Use<TanhThenScale>(Frozen = true), Linear(2)]
        internal sealed partial class TrainedStarts;

        [Network(Input = 9)]
        [RmsNorm, PReLU]
        internal sealed partial class NothingButNorms;

        [Block, Linear(9), Repeat<SmallBranch>(2, Shortcut = Shortcut.DeepNorm)]
        internal class DeepInside;

        [Block, Linear(9), ReLU]
        internal class SmallBranch;

        [Network(Input = 9)]
        [Repeat<DeepInside>(2, Shortcut = Shortcut.DeepNorm), Linear(2)]
        internal sealed partial class DeepNormInDeepNorm;

        [Block, Identity]
        internal class Nothing;

        [Block, ReLU, Linear(28)]
        internal class ActivationFirst;

        [Block, LeakyReLU]
        internal class OnlyLeakyReLU;

        [Network(Input = 9)]
        [Linear(28), Parallel<ActivationFirst, OnlyLeakyReLU>(Residual = true)]
        internal sealed partial class ActivationsOfOneValueInBranches;

        [Block, Linear(3), ReLU, Linear(1)]
        internal class ToOne;

        [Block, ReLU, Linear(1)]
        internal class ReLUToOne;

        [Network(Input = 9)]
        [ReLU, Use<ToOne>, Parallel<ToOne, ReLUToOne>, Linear(2)]
        internal sealed partial class BranchesThatActivateWhatCameIn;

        [Network(Input = 3, Height = 7, Width = 5)]
        [Conv2d(20), ReLU, Conv2d(33, Kernel = 5, Stride = 2), Tanh, Conv2d(4, Kernel = 2), Conv2d(6, Kernel = 1), Linear(2)]
        internal sealed partial class Convolutions;

        [Network(Input = 1, Height = 6, Width = 9)]
        [Conv2d(40, Kernel = 4, Padding = 2, Bias = false), Gelu, Conv2d(17, Kernel = 3, Stride = 3, Padding = 0), PReLU]
        [Conv2d(5, Kernel = 7), RmsNorm]
        internal sealed partial class PaddedConvolutions;

        [Block, Conv2d(17, Bias = false), RmsNorm, Gelu, Conv2d(17)]
        internal class ConvolvedBranch;

        [Block, Conv2d(24, Stride = 2), ReLU, Conv2d(24)]
        internal class Downsampling;

        [Network(Input = 2, Height = 8, Width = 7)]
        [Conv2d(17), Repeat<ConvolvedBranch>(2, Residual = true), Use<Downsampling>(Residual = true, Projection = true), ReLU]
        [Use<Downsampling>(Shortcut = Shortcut.Gated, Projection = true)]
        [Use<Downsampling>(Shortcut = Shortcut.DeepNorm, Projection = true)]
        internal sealed partial class ResidualConvolutions;

        [Network(Input = 2, Height = 4, Width = 5)]
        [Conv2d(17), Repeat<ConvolvedBranch>(2, Shared = true), Use<Downsampling>(Frozen = true), Dropout(0.3f), Conv2d(3), Sigmoid]
        internal sealed partial class SharedConvolutions;

        [Network(Input = 5)]
        [Use<Nothing>(Residual = true), Parallel<Nothing, Nothing>, Linear(2)]
        internal sealed partial class BlocksOfNothing;
        """;

    public static TheoryData<string> Names => [.. Network().Matches(Source).Select(static match => match.Groups[1].Value)];

    [GeneratedRegex(@"sealed partial class (\w+);")]
    private static partial Regex Network();
}
