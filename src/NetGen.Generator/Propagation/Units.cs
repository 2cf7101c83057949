using System.Runtime.CompilerServices;

namespace NetGen.Generator.Propagation;

/// <summary>
/// The law of the units of a value at the start, for two independent inputs of the network. In the limit of infinite width the units of a
/// vector are independent draws from one law: a product with a random matrix makes them Gaussian, what works on elements works on that law,
/// and the average over a row is an expectation (tensor programs, Yang 2019).
/// </summary>
internal abstract class Units
{
    private readonly Dictionary<int, Points> points = [];

    /// <summary>The moments of the law.</summary>
    public abstract UnitMoments Moments { get; }

    /// <summary>What it is a function of. Values without a common root are independent.</summary>
    public abstract Roots Roots { get; }

    /// <summary>Whether it is a linear function of Gaussian roots, and so Gaussian together with all others that are.</summary>
    public virtual bool IsGaussian => false;

    /// <summary>How many steps it is away from its roots.</summary>
    public abstract int Depth { get; }

    /// <summary>At how many places a root is drawn to draw it at one.</summary>
    public abstract int Places { get; }

    /// <summary>
    /// <c>E[v(a) v(b)]</c> for two inputs at two of the positions of an example, averaged over all pairs. It is the overlap, unless zeros
    /// around an image tell positions apart.
    /// </summary>
    public virtual double Elsewhere => Moments.Overlap;

    /// <summary>How their square lies over an image.</summary>
    public virtual Relief Relief => Relief.Even;

    /// <summary>
    /// Units drawn from the law, units of the same number together for all values: they take over where no formula holds.
    /// </summary>
    public Points Points => PointsAt(0);

    /// <summary>The same units at one of the positions of an example, which are to each other as two inputs are.</summary>
    public Points PointsAt(int place)
    {
        // A value asks the values that it is a function of, which ask theirs.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!points.TryGetValue(place, out Points drawn))
            points.Add(place, drawn = Draw(place));
        return drawn;
    }

    /// <summary>The probability that a unit is above 0.</summary>
    public double PositiveShare => !IsGaussian ? Points.Select(static value => value > 0 ? 1 : 0).Moments().Mean
        : Moments.Variance == 0 ? Moments.Mean > 0 ? 1 : 0
        : NormalDistribution.Cumulative(Moments.Mean / Moments.Deviation);

    public Units Scaled(double factor) => Affine(factor, 0);

    public Units Affine(double scale, double shift) => this switch
    {
        _ when scale == 1 && shift == 0 => this,
        ConstantUnits { Number: var number } => new ConstantUnits(scale * number + shift),
        _ when scale == 0 => new ConstantUnits(shift),
        _ => new AffineUnits(this, scale, shift),
    };

    /// <summary><c>f(v)</c>, elementwise.</summary>
    /// <param name="function">The function <c>f</c>.</param>
    /// <param name="ofGaussian">The moments of its result where <c>v</c> is Gaussian.</param>
    public Units Select(Func<double, double> function, Func<UnitMoments, UnitMoments> ofGaussian) =>
        Moments.Variance == 0 ? new ConstantUnits(function(Moments.Mean)) : new ImageOfUnits(this, function, ofGaussian);

    public Units Plus(Units other) => (this, other) switch
    {
        (_, ConstantUnits { Number: var number }) => Affine(1, number),
        (ConstantUnits { Number: var number }, _) => other.Affine(1, number),
        _ => new SumOfUnits(this, other),
    };

    public Units Times(Units other) => (this, other) switch
    {
        (_, ConstantUnits { Number: var number }) => Scaled(number),
        (ConstantUnits { Number: var number }, _) => other.Scaled(number),
        _ => new ProductOfUnits(this, other),
    };

    /// <summary>The second moments together with another value that has a root in common, where a rule gives them.</summary>
    public virtual Joint? JointWith(Units other) => null;

    /// <summary>The mean over the pixels of a window.</summary>
    public Units MeanOver(PooledPixels pixels) =>
        Moments.Variance == 0 && pixels.Mean == pixels.Taps ? this : new MeanOfUnits(this, pixels);

    /// <summary>The units on an image of a relief.</summary>
    public Units On(Relief relief) => On(relief, Elsewhere);

    /// <summary>The units on an image of a relief, with a mean product of two positions.</summary>
    public Units On(Relief relief, double elsewhere) =>
        ReferenceEquals(relief, Relief) && elsewhere == Elsewhere ? this : new PlacedUnits(this, relief, elsewhere);

    protected abstract Points Draw(int place);
}
