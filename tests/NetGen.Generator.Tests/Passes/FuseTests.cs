namespace NetGen.Generator.Tests;

/// <summary>
/// Which kernels a network becomes, in the order in which they run. A kernel is named after its product and what it does to it before
/// it stores it: <c>LinearReLUKeepAdd</c> is x Wᵀ + b, then ReLU, whose slope is kept for the backward pass, then the addition of other
/// rows.
/// </summary>
public sealed class FuseTests
{
    private const string Blocks = """
        [Block, Linear(8), Gelu, Linear(4)] public class FeedForward;
        [Block, RmsNorm, Linear(8), Tanh, Linear(4)] public class PreNorm;
        [Block, Linear(4), ReLU] public class Layer;
        [Block, Linear(4)] public class Straight;
        [Block, Conv2d(8, Stride = 2), ReLU] public class Layer3;
        [Block, Conv2d(8)] public class Same3;

        """;

    public static TheoryData<string, string, string> Table => new()
    {
        // A product takes its bias along, and so does its gradient. Nobody needs the gradient of the network's input.
        {
            "[Network(Input = 4), Linear(3)]",
            "Linear",
            "WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(3, Bias = false)]",
            "LinearNoBias",
            "WeightGradientNoBias"
        },
        {
            "[Network(Input = 4), Linear(4), Linear(3)]",
            "Linear Linear",
            "InputGradient WeightGradient WeightGradient"
        },

        // Products read an image as it comes in, pixel behind pixel; what reads whole rows wants their padding.
        {
            "[Network(Input = 3, Height = 4, Width = 4), Linear(8), Linear(2)]",
            "PackedLinear Linear",
            "InputGradient WeightGradient PackedWeightGradient"
        },
        {
            "[Network(Input = 3, Height = 4, Width = 4), RmsNorm(Gain = false), Linear(2)]",
            "RmsNorm Linear",
            "WeightGradient"
        },

        // A convolution takes along what a Linear takes, and so do its gradients. It reads an image as it comes in, too.
        {
            "[Network(Input = 3, Height = 4, Width = 4), Conv2d(8), ReLU, Conv2d(8, Stride = 2), Linear(2)]",
            "PackedConvolutionReLUKeep Convolution Linear",
            "InputGradient WeightGradient ConvolutionInputGradientReLUGradient ConvolutionWeightGradient PackedConvolutionWeightGradient"
        },
        {
            "[Network(Input = 16, Height = 4, Width = 4), Use<Layer3>(Residual = true, Projection = true)]",
            "ConvolutionReLUKeep ConvolutionNoBiasAdd",
            "ConvolutionWeightGradientNoBias ElementwiseReLUGradient ConvolutionWeightGradient"
        },

        // One pixel to a window, and one window to a pixel: that is a Linear. Uses that share a weight go on with the sum.
        {
            "[Network(Input = 3, Height = 4, Width = 4), Conv2d(8, Kernel = 1), Conv2d(2, Kernel = 1, Stride = 2)]",
            "PackedLinear Convolution",
            "ConvolutionInputGradient ConvolutionWeightGradient PackedWeightGradient"
        },
        {
            "[Network(Input = 8, Height = 4, Width = 4), Linear(8), Repeat<Same3>(2, Shared = true)]",
            "PackedLinear Convolution Convolution",
            "ConvolutionInputGradient SharedConvolutionWeightGradient ConvolutionInputGradient SharedConvolutionWeightGradient "
                + "PackedWeightGradient"
        },

        // A kink keeps a bit of each element, other activations keep their slope; on the way back it rides with the product above it.
        {
            "[Network(Input = 4), Linear(4), ReLU, Linear(3)]",
            "LinearReLUKeep Linear",
            "InputGradientReLUGradient WeightGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), LeakyReLU(0.2f), Linear(3)]",
            "LinearLeakyReLU0_2Keep Linear",
            "InputGradientLeakyReLU0_2Gradient WeightGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), Tanh, Linear(3)]",
            "LinearTanhKeep Linear",
            "InputGradientMultiply WeightGradient WeightGradient"
        },

        // Of activations that are polynomials, a kernel takes one.
        {
            "[Network(Input = 4), Linear(4), Gelu, SiLU, Linear(3)]",
            "LinearGeluKeep ElementwiseSiLUKeep Linear",
            "InputGradientMultiplyMultiply WeightGradient WeightGradient"
        },

        // Behind the last product there is none for a derivative to ride with, nor for an activation before the first.
        {
            "[Network(Input = 4), Linear(4), ReLU]",
            "LinearReLUKeep",
            "ElementwiseReLUGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Tanh, Linear(3)]",
            "ElementwiseTanh Linear",
            "WeightGradient"
        },

        // Factors ride along; a learned one needs what it multiplied, and its gradient is a sum.
        {
            "[Network(Input = 4), Linear(4), Scale(2f), Linear(3)]",
            "LinearScale Linear",
            "InputGradientScale WeightGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), Scale(2f, Learned = true), Linear(3)]",
            "LinearStoreScaleByNumber Linear",
            "InputGradientStoreScaleByNumber WeightGradient Sums.Dot WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), PReLU, Linear(3)]",
            "LinearStoreReLUKeep ElementwiseNegativePartKeepStoreScaleByNumberAdd Linear",
            "InputGradientStoreScaleByNumberNegativePartGradient WeightGradient Sums.Dot ElementwiseReLUGradientAdd "
                + "WeightGradient"
        },

        // What changes the width is a routine; so is the mask of a dropout.
        {
            "[Network(Input = 4), Linear(4), CReLU, Linear(3)]",
            "Linear CReLU.Apply Linear",
            "InputGradient WeightGradient CReLU.Backpropagate WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), NCReLU, Linear(3)]",
            "Linear CReLU.ApplySigned Linear",
            "InputGradient WeightGradient CReLU.BackpropagateSigned WeightGradient"
        },

        // A weight norm is numbers for columns, with which bias and activation ride.
        {
            "[Network(Input = 4), Linear(4, WeightNorm = true), ReLU, Linear(3)]",
            "LinearNoBias WeightNorm.Scales ScaledColumnsAddVectorReLUKeep Linear",
            "InputGradientReLUGradient WeightGradient Sums.Rows ScaledColumns WeightNorm.LengthGradient WeightNorm.GainGradient "
                + "SharedWeightGradientNoBias"
        },
        {
            "[Network(Input = 4), Linear(4), ReLU, Dropout(0.5f), Linear(3)]",
            "LinearReLUKeep Dropout.Mask ElementwiseMultiply Linear",
            "InputGradientMultiplyReLUGradient WeightGradient WeightGradient"
        },

        // So is what mixes positions. A greatest number's place is kept where something before it is trained.
        {
            "[Network(Input = 4, Height = 6, Width = 6), Linear(4), ReLU, MaxPool2d, Linear(4), AvgPool2d, Flatten, Linear(3)]",
            "PackedLinearReLUKeep MaxPool.Apply Linear AvgPool.Apply Flatten.Apply Linear",
            "InputGradient WeightGradient Flatten.Backpropagate AvgPool.Backpropagate InputGradient WeightGradient MaxPool.Backpropagate "
                + "ElementwiseReLUGradient PackedWeightGradient"
        },
        {
            "[Network(Input = 4, Height = 6, Width = 6), MaxPool2d, Linear(4), GroupNorm(2), ReLU, GlobalAvgPool, Linear(3)]",
            "MaxPool.Apply Linear GroupNorm.Normalize ElementwiseScaleByVectorAddVectorReLUKeep GlobalAvgPool.Apply Linear",
            "InputGradient WeightGradient GlobalAvgPool.Backpropagate ElementwiseReLUGradientStoreScaleByVector Sums.Rows Sums.Products "
                + "GroupNorm.Backpropagate WeightGradient"
        },

        // A norm keeps the factor of every row if something before it is trained, and takes its gain, its bias and what follows along.
        {
            "[Network(Input = 4), RmsNorm, Linear(3)]",
            "RmsNormStoreScaleByVector Linear",
            "InputGradient WeightGradient Sums.Products"
        },
        {
            "[Network(Input = 4), Linear(4), RmsNorm, Linear(3)]",
            "Linear RmsNormKeepStoreScaleByVector Linear",
            "InputGradientStoreScaleByVector WeightGradient Sums.Products RmsNormGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), LayerNorm, ReLU, Linear(3)]",
            "Linear LayerNormKeepStoreScaleByVectorAddVectorReLUKeep Linear",
            "InputGradientReLUGradientStoreScaleByVector WeightGradient Sums.Rows Sums.Products LayerNormGradient "
                + "WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), LayerNorm(Gain = false, Bias = false), Linear(3)]",
            "Linear LayerNormKeep Linear",
            "InputGradient WeightGradient LayerNormGradient WeightGradient"
        },

        // A batch norm keeps nothing but its statistics: the gradients of gain and bias are sums that its own gradient needs.
        {
            "[Network(Input = 4), Linear(4), BatchNorm1d, ReLU, Linear(3)]",
            "Linear BatchNormalization.Moments BatchNormalization.OfBatch BatchNormReLUKeep Linear",
            "InputGradientReLUGradient WeightGradient BatchNormalization.GradientSums BatchNormalization.GradientTerms BatchNormGradient "
                + "BatchNormalization.GainGradient BatchNormalization.BiasGradient WeightGradient"
        },

        // The addition of a shortcut rides forwards and backwards.
        {
            "[Mlp(Width = 4, Depth = 2, Residual = true)]",
            "LinearReLUKeepAdd LinearReLUKeepAdd",
            "ElementwiseReLUGradient InputGradientAddReLUGradient WeightGradient WeightGradient"
        },
        {
            "[Mlp(Width = 4, Depth = 2, Residual = true, Activation = Activation.Tanh)]",
            "LinearTanhKeepAdd LinearTanhKeepAdd",
            "ElementwiseMultiply InputGradientAddMultiply WeightGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Repeat<FeedForward>(2, Residual = true)]",
            "LinearGeluKeep LinearAdd LinearGeluKeep LinearAdd",
            "InputGradientMultiply WeightGradient InputGradientAdd WeightGradient InputGradientMultiply WeightGradient "
                + "WeightGradient"
        },
        {
            "[Network(Input = 4), Repeat<PreNorm>(2, Residual = true)]",
            "RmsNormStoreScaleByVector LinearTanhKeep LinearAdd RmsNormKeepStoreScaleByVector LinearTanhKeep LinearAdd",
            "InputGradientMultiply WeightGradient InputGradientStoreScaleByVector WeightGradient Sums.Products "
                + "RmsNormGradientAdd InputGradientMultiply WeightGradient InputGradient WeightGradient Sums.Products"
        },

        // So do the factors of shortcuts, and of a gate all but two passes on the way back.
        {
            "[Network(Input = 4), Linear(4), Use<Layer>(Shortcut = Shortcut.Scaled, ShortcutFactor = 0.5f)]",
            "Linear LinearReLUKeepScaleAdd",
            "ElementwiseScaleReLUGradient InputGradientAdd WeightGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), Use<Layer>(Shortcut = Shortcut.ReZero)]",
            "Linear LinearReLUKeepStoreScaleByNumberAdd",
            "ElementwiseScaleByNumberReLUGradient Sums.Dot InputGradientAdd WeightGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), Use<Layer>(Shortcut = Shortcut.LayerScale)]",
            "Linear LinearReLUKeepStoreScaleByVectorAdd",
            "ElementwiseScaleByVectorReLUGradient Sums.Products InputGradientAdd WeightGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), Use<Layer>(Shortcut = Shortcut.Gated)]",
            "LinearStoreScale LinearReLUKeepAdd LinearSigmoidKeepStoreMultiplyAdd",
            "ElementwiseMultiplyMultiply ElementwiseMultiplyStoreScale InputGradientAddAdd WeightGradient "
                + "ElementwiseReLUGradient InputGradientAdd WeightGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), Use<Layer>(Shortcut = Shortcut.DeepNorm)]",
            "LinearStoreScale LinearReLUKeepAdd LayerNormKeepStoreScaleByVectorAddVector",
            "Sums.Rows ElementwiseScaleByVector Sums.Products LayerNormGradientStoreScale ElementwiseReLUGradient "
                + "InputGradientAdd WeightGradient WeightGradient"
        },

        // Streams are mixed by routines.
        {
            "[Network(Input = 4), Linear(4), Use<Layer>(Shortcut = Shortcut.Streams, StreamCount = 2)]",
            "Linear Streams.Spread Streams.Mix LinearReLUKeep Streams.Mix Streams.Mix ElementwiseAdd Streams.Collect",
            "Streams.Spread Streams.MixTransposed Streams.MixGradient Streams.MixTransposed Streams.MixGradient "
                + "ElementwiseReLUGradient InputGradient WeightGradient Streams.MixTransposed ElementwiseAdd Streams.MixGradient "
                + "Streams.Collect WeightGradient"
        },

        // A projection is one more product; branches are added up by the last of them.
        {
            "[Network(Input = 3), Use<Layer>(Residual = true, Projection = true)]",
            "LinearReLUKeep LinearNoBiasAdd",
            "WeightGradientNoBias ElementwiseReLUGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), Parallel<Layer, Straight>]",
            "Linear LinearReLUKeep LinearAdd",
            "InputGradient WeightGradient ElementwiseReLUGradient InputGradientAdd WeightGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Linear(4), Parallel<Layer, Straight>(Residual = true)]",
            "Linear LinearReLUKeep LinearAddAdd",
            "InputGradientAdd WeightGradient ElementwiseReLUGradient InputGradientAdd WeightGradient WeightGradient"
        },

        // A weight that is used twice has a gradient that goes on with the sum.
        {
            "[Network(Input = 4), Repeat<Layer>(2, Shared = true)]",
            "LinearReLUKeep LinearReLUKeep",
            "ElementwiseReLUGradient InputGradientReLUGradient SharedWeightGradient SharedWeightGradient"
        },

        // What is frozen has no gradient; where nothing before it is trained, none passes through it and nothing is kept.
        {
            "[Network(Input = 4), Linear(4), Use<Layer>(Frozen = true), Linear(3)]",
            "Linear LinearReLUKeep Linear",
            "InputGradientReLUGradient WeightGradient InputGradient WeightGradient"
        },
        {
            "[Network(Input = 4), Use<Layer>(Frozen = true), Linear(3)]",
            "LinearReLU Linear",
            "WeightGradient"
        },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Calls_of_a_training_step(string network, string forward, string backward)
    {
        StepCalls step = Schedules.Of(network, Blocks).Step;

        Assert.Equal((forward, backward), (Names(step.Forward), Names(step.Backward)));
    }

    private static string Names(IEnumerable<Call> calls) => string.Join(" ", calls.Select(Schedules.NameOf));
}
