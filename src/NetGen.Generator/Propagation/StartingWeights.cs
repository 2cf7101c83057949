using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Propagation;

/// <summary>The law of a parameter's starting values, and what a product with it makes of units.</summary>
internal readonly record struct StartingWeights(ParameterValue Parameter)
{
    private double Scale => (double)Parameter.InitScale * Parameter.InitFactor;

    private int Outputs => Layout.Outputs(Parameter.Shape.Dimensions.AsSpan());

    private int Inputs => Layout.Inputs(Parameter.Shape.Dimensions.AsSpan());

    private int Taps => Layout.Taps(Parameter.Shape.Dimensions.AsSpan());

    private double FanIn => (double)Inputs * Taps;

    private double FanOut => (double)Outputs * Taps;

    /// <summary>For a vector or a number, whose elements all start alike: the number that they start at.</summary>
    public double Start => Parameter.Init == Init.Zeros ? 0 : Scale;

    /// <summary>For a matrix that mixes streams, the sum of a row.</summary>
    public double RowSum => Parameter.Init switch
    {
        Init.Zeros => 0,
        Init.Ones => Inputs * Scale,
        Init.Identity => Scale,
        var other => throw new InvalidOperationException($"{other} mixes no streams."),
    };

    // The variance of an element: 1 / fan_in for LeCun (1998), twice that for Kaiming (He et al. 2015), 2 / (fan_in + fan_out) for Xavier
    // (Glorot and Bengio 2010), the same uniform as normal. Of orthonormal rows, or columns where those are fewer, the squares add up to 1
    // (Saxe et al. 2014).
    public double Variance => Scale * Scale * Parameter.Init switch
    {
        Init.KaimingNormal or Init.KaimingUniform => 2.0 / FanIn,
        Init.XavierNormal or Init.XavierUniform => 2.0 / (FanIn + FanOut),
        Init.LeCunNormal => 1.0 / FanIn,
        Init.Orthogonal => 1.0 / Math.Max(FanIn, Outputs),
        Init.Normal => 1,
        Init.Zeros => 0,
        var other => throw new InvalidOperationException($"{other} is not random."),
    };

    /// <summary>The length of what an output is multiplied by.</summary>
    public double Length => Parameter.Init switch
    {
        Init.Identity => Math.Abs(Scale),
        Init.Ones => Math.Sqrt(FanIn) * Math.Abs(Scale),
        _ => Math.Sqrt(Gain),
    };

    /// <summary>Whether its elements are random and independent, or as good as that.</summary>
    public bool IsRandom => Parameter.Init is not (Init.Identity or Init.Ones or Init.Zeros);

    /// <summary>The variance of a unit of <c>x Wᵀ</c>, relative to the mean square of <c>x</c>.</summary>
    public double Gain => FanIn * Variance;

    /// <summary>The variance of a unit of <c>dz W</c>, relative to the mean square of <c>dz</c>.</summary>
    public double TransposedGain => FanOut * Variance;

    /// <summary><c>x Wᵀ</c>.</summary>
    /// <param name="signals">Where roots come from.</param>
    /// <param name="x">The vector.</param>
    /// <param name="others">The products with other vectors, where there are any.</param>
    public Units Multiply(SignalPropagation signals, Units x, SharedProducts? others)
    {
        UnitMoments moments = x.Moments;
        switch (Parameter.Init)
        {
            case Init.Identity:
                // Units beyond the inputs are zero.
                Units copied = x.Scaled(Scale);
                return Outputs <= Inputs
                    ? copied
                    : copied.Times(signals.NewMask(share: (double)Inputs / Outputs, factor: 1, isDrawnAnew: false));
            case Init.Ones:
                double mean = FanIn * Scale * moments.Mean, spread = FanIn * Scale * Scale;
                return signals.NewRoot(
                    new UnitMoments(mean, mean * mean + spread * moments.Variance, mean * mean + spread * moments.Covariance));
            default:
                return others?.Multiply(signals, x) ?? signals.NewRoot(new UnitMoments(0, Gain * moments.Square, Gain * moments.Overlap));
        }
    }

    /// <summary>
    /// A convolution of <c>x</c>: its taps add up what is independent under their weights, so that it is the product with a matrix of as
    /// many inputs, where taps that see nothing but the zeros around the image take their share of the square away (Xiao et al. 2018).
    /// </summary>
    /// <param name="signals">Where roots come from.</param>
    /// <param name="x">The image.</param>
    /// <param name="others">The convolutions of other images with the weight, where there are any.</param>
    /// <param name="window">Where the kernel stands.</param>
    public Units Convolve(SignalPropagation signals, Units x, SharedProducts? others, ConvolutionWindow window)
    {
        // The tap of an identity stands on the image, but for kernels that are moved off it.
        if (Parameter.Init == Init.Identity)
            return Multiply(signals, x, others).On(Relief.Even);
        (Relief behind, double share, double shareElsewhere) = x.Relief.Gather(Rows(window), Columns(window));
        Units z = Multiply(signals, x.Scaled(Math.Sqrt(share)), others);
        return z.On(behind, IsRandom ? Gain * shareElsewhere * x.Elsewhere : z.Elsewhere);
    }

    /// <summary>The gradient with respect to an image that was convolved, which is the adjoint.</summary>
    public GradientUnits ConvolveTransposed(GradientUnits gradient, SharedProducts? others, ConvolutionWindow window)
    {
        // A pixel that no tap of an identity stands on gets nothing.
        if (Parameter.Init == Init.Identity)
            return MultiplyTransposed(gradient.Scaled(Math.Sqrt((double)window.OutPositions / window.Positions)), others).On(Relief.Even);
        (Relief behind, double share, double shareElsewhere) = gradient.Relief.Scatter(Rows(window), Columns(window));
        return MultiplyTransposed(gradient.Scaled(Math.Sqrt(share)), others, alike: shareElsewhere / share).On(behind);
    }

    private static WindowAxis Rows(ConvolutionWindow window) =>
        new(window.Height, window.OutHeight, window.Kernel, window.Stride, window.Before);

    private static WindowAxis Columns(ConvolutionWindow window) =>
        new(window.Width, window.OutWidth, window.Kernel, window.Stride, window.Before);

    /// <summary><c>dz W</c>: the gradient with respect to <c>x</c>.</summary>
    /// <param name="gradient">The <c>dz</c>.</param>
    /// <param name="others">The products of other gradients, where there are any.</param>
    /// <param name="alike">How much positions have in common, relative to what they had.</param>
    public GradientUnits MultiplyTransposed(GradientUnits gradient, SharedProducts? others, double alike = 1) => Parameter.Init switch
    {
        Init.Identity => gradient.Scaled(Scale * Math.Sqrt(Math.Min(1.0, (double)Outputs / Inputs))),
        Init.Ones => Fresh(FanOut * Scale * Scale, gradient, alike),
        _ => others?.MultiplyTransposed(gradient) ?? Fresh(TransposedGain, gradient, alike),
    };

    private static GradientUnits Fresh(double gain, GradientUnits gradient, double alike) =>
        GradientUnits.Fresh(Power.Of(gain * gradient.Square), alike * gain * gradient.Overlap).On(gradient.Relief);
}
