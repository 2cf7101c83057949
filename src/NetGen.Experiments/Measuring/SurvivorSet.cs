namespace NetGen.Experiments.Measuring;

/// <summary>
/// For which pre-activations a neuron survives its activation, and for what share of inputs it does at least, whatever their distribution,
/// if mean and variance are what they are.
/// </summary>
/// <remarks>
/// All bounds come from one argument. Let <c>q(z) ≥ 0</c> be a parabola with <c>q ≥ 1</c> wherever a neuron does not survive. Then
/// <c>P(not) ≤ E[q(z)]</c>, and that depends on mean <c>μ</c> and variance <c>σ²</c> alone. What is left is to choose the parabola.
/// </remarks>
internal abstract record SurvivorSet
{
    /// <summary>What survives a ReLU.</summary>
    public static SurvivorSet Positive { get; } = new HalfLine(0);

    /// <summary>It as a formula.</summary>
    public abstract string Words { get; }

    public abstract bool Holds(double preActivation);

    /// <summary>The least probability of survival that a mean and a variance allow.</summary>
    public abstract double Bound(double mean, double variance);

    private static double Square(double value) => value * value;

    /// <summary>It survives above a number, <c>z > c</c>.</summary>
    /// <remarks>
    /// With <c>a = μ - c > 0</c> and <c>q(z) = ((μ - z + σ²/a) / (a + σ²/a))²</c>, which is 1 at <c>c</c> and more below:
    /// <c>E[q] = (σ² + σ⁴/a²) / (a + σ²/a)² = σ² / (a² + σ²)</c>. This is the inequality of Chebyshev and Cantelli.
    /// </remarks>
    /// <param name="Start">The number.</param>
    public sealed record HalfLine(double Start) : SurvivorSet
    {
        public override string Words => $"z > {Number.Short(Start)}";

        public override bool Holds(double preActivation) => preActivation > Start;

        public override double Bound(double mean, double variance) =>
            mean > Start ? Square(mean - Start) / (Square(mean - Start) + variance) : 0;
    }

    /// <summary>It survives around zero, <c>|z| &lt; t</c>.</summary>
    /// <remarks>
    /// Let <c>a = t - |μ| > 0</c> be the way to the nearer end. Cantelli's parabola for that end is 1 there and, on the other side, at
    /// <c>a + 2σ²/a</c> from <c>μ</c>: not farther than the other end, at <c>a + 2|μ|</c>, if <c>a|μ| ≥ σ²</c>. Then it bounds both sides,
    /// <c>P(not) ≤ σ² / (a² + σ²)</c>. Otherwise <c>q(z) = z²/t²</c> is better: <c>P(not) ≤ (μ² + σ²) / t²</c>. No other bound by mean and
    /// variance is better than these two (Selberg 1940).
    /// </remarks>
    /// <param name="Radius">The number <c>t</c>.</param>
    public sealed record Interval(double Radius) : SurvivorSet
    {
        public override string Words => $"|z| < {Number.Short(Radius)}";

        public override bool Holds(double preActivation) => Math.Abs(preActivation) < Radius;

        public override double Bound(double mean, double variance)
        {
            double way = Radius - Math.Abs(mean);
            return way <= 0 ? 0
                : way * Math.Abs(mean) >= variance ? Square(way) / (Square(way) + variance)
                : Math.Max(0, 1 - (Square(mean) + variance) / Square(Radius));
        }
    }

    /// <summary>It always survives.</summary>
    public sealed record Everything : SurvivorSet
    {
        public override string Words => "every z";

        public override bool Holds(double preActivation) => true;

        public override double Bound(double mean, double variance) => 1;
    }
}
