namespace NetGen.Generator.Propagation;

/// <summary>
/// The mean square of a gradient, given the unit: it is a number, unless what the gradient passed through is still to be met again.
/// </summary>
internal sealed class Power
{
    private readonly Func<double[]>? draw;
    private double[]? points;

    private Power(double mean, Roots roots, Func<double[]>? draw) => (Mean, Roots, this.draw) = (mean, roots, draw);

    /// <summary>Its average over units.</summary>
    public double Mean { get; }

    /// <summary>What it depends on.</summary>
    public Roots Roots { get; }

    private double[] Drawn => points ??= draw is null ? [.. Enumerable.Repeat(Mean, Points.Count)] : draw();

    public static Power Of(double number) => new(number, default, null);

    /// <summary>The power of the gradient times a factor of the forward pass.</summary>
    public Power Times(Units factor)
    {
        if (factor is ConstantUnits { Number: var number })
            return new Power(
                Mean * number * number, Roots, draw is null ? null : () => [.. Drawn.Select(power => power * number * number)]);
        double[]? product = null;
        double[] Draw() => product ??= [.. Drawn.Zip(factor.Points.A, static (power, a) => power * a * a)];
        double mean = Roots.IsDisjointFrom(factor.Roots) ? Mean * factor.Moments.Square : Draw().Average();
        return new Power(mean, Roots.Union(factor.Roots), Draw);
    }

    /// <summary>The average of the product of two multiples of the gradient.</summary>
    public double Between(Units one, Units other) => Roots.IsDisjointFrom(one.Roots.Union(other.Roots))
        ? Mean * Joint.Of(one, other).Same
        : Drawn.Zip((one.Points * other.Points).A, static (power, product) => power * product).Average();

    public static Power operator +(Power one, Power other) => new(
        one.Mean + other.Mean, one.Roots.Union(other.Roots),
        one.draw is null && other.draw is null ? null : () => [.. one.Drawn.Zip(other.Drawn, static (a, b) => a + b)]);
}
