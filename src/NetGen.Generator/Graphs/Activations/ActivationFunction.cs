using System.Collections.Immutable;
using NetGen.Generator.Kernels;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// An activation <c>y = f(z)</c>, elementwise. Its class has the name that users write: the name of a member of the runtime's
/// <c>Activation</c>, or of an attribute.
/// </summary>
/// <param name="Name">Its name as people write it: in comments, tables and diagnostics.</param>
/// <param name="KernelName">
/// Its part of kernels' names; for one that is not <see cref="PiecewiseLinear"/>, also the type in <c>NetGen.CompilerServices</c> that
/// computes it.
/// </param>
internal abstract record ActivationFunction(string Name, string KernelName) : ElementwiseOperation
{
    public virtual string KernelName { get; } = KernelName;

    /// <summary>The functions that users can name.</summary>
    private static readonly ImmutableArray<ActivationFunction> All = ImmutableArray.Create<ActivationFunction>(
        new ReLU(), new LeakyReLU(), new Tanh(), new Sigmoid(), new Gelu(), new GeluTanh(), new SiLU(), new SquaredReLU());

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Select(static function => function.GetType().Name);

    /// <summary>The function that a member of the runtime's <c>Activation</c>, or an attribute, names.</summary>
    public static ActivationFunction Named(string name) => All.First(function => function.GetType().Name == name);

    /// <summary>The function.</summary>
    public abstract double ValueAt(double z);

    /// <summary>Its derivative.</summary>
    public abstract double SlopeAt(double z);

    /// <summary>The moments of <c>f(z)</c> for Gaussian <c>z</c>.</summary>
    public virtual UnitMoments ValueOfGaussian(UnitMoments z) => HermiteExpansion.Of(ValueAt, z, isSmooth: true);

    /// <summary>The moments of <c>f'(z)</c> for Gaussian <c>z</c>.</summary>
    public virtual UnitMoments SlopeOfGaussian(UnitMoments z) => HermiteExpansion.Of(SlopeAt, z, isSmooth: true);

    public override string Notation() => GetType().Name;

    public override StepCall? Step(Graph graph, int other) => new(new Activate(this, Keep: false), null);

    public override Units Propagate(SignalPropagation signals, Node node) => signals.Units(node.Inputs[0]).Select(ValueAt, ValueOfGaussian);

    // dz = dy ⊙ f'(z)
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        Node z = graph[graph[value].Inputs[0]];
        int derivative = graph.Add(new Derivative(this), $"{Name}'({z.Name})", graph[value].Layer, graph[value].Inputs[0]);
        return graph.AddGradient(new Multiply(), value, input, upstream, derivative);
    }
}

/// <summary>
/// An activation that is linear on each side of zero: its derivative is known from one bit, whether <c>z &lt;= 0</c>.
/// </summary>
/// <param name="Name">Its name as people write it.</param>
/// <param name="KernelName">Its part of kernels' names.</param>
/// <param name="Below">Its derivative where <c>z &lt;= 0</c>.</param>
/// <param name="Above">Its derivative elsewhere.</param>
internal abstract record PiecewiseLinear(string Name, string KernelName, float Below, float Above) : ActivationFunction(Name, KernelName)
{
    public override double ValueAt(double z) => (z <= 0 ? Below : Above) * z;

    public override double SlopeAt(double z) => z <= 0 ? Below : Above;

    // f(z) = b z + (a - b) max(0, z), with E[max(0, z)] = μ Φ(μ/σ) + σ φ(μ/σ) and E[max(0, z)²] = (μ² + σ²) Φ(μ/σ) + μ σ φ(μ/σ), which
    // is He et al.'s σ² / 2 (2015) where μ = 0. The overlap is then the arc-cosine kernel of degree 1 (Cho and Saul 2009), with
    // E[z max(0, z')] = cov / 2.
    public override UnitMoments ValueOfGaussian(UnitMoments z)
    {
        double below = Below, bend = Above - below, share = ShareAbove(z);
        double peak = z.Deviation * NormalDistribution.Density(z.Mean / z.Deviation);
        double mean = below * z.Mean + bend * (z.Mean * share + peak);
        double square = below * below * z.Square + (2 * below + bend) * bend * (z.Square * share + z.Mean * peak);
        if (z.Mean != 0)
            return new UnitMoments(mean, square, HermiteExpansion.Of(ValueAt, z, isSmooth: false).Overlap);
        double correlation = z.Correlation;
        double angle = Math.PI - Math.Acos(correlation);
        double kernel = z.Square * (Math.Sqrt(1 - correlation * correlation) + correlation * angle) / (2 * Math.PI);
        return new UnitMoments(mean, square, (below + bend) * below * z.Overlap + bend * bend * kernel);
    }

    // The overlap is the arc-cosine kernel of degree 0.
    public override UnitMoments SlopeOfGaussian(UnitMoments z)
    {
        double below = Below, bend = Above - below, share = ShareAbove(z);
        double kernel = z.Mean == 0
            ? (Math.PI - Math.Acos(z.Correlation)) / (2 * Math.PI)
            : HermiteExpansion.Of(static x => x > 0 ? 1 : 0, z, isSmooth: false).Overlap;
        return new UnitMoments(
            below + bend * share,
            below * below + (2 * below + bend) * bend * share,
            below * below + 2 * below * bend * share + bend * bend * kernel);
    }

    private static double ShareAbove(UnitMoments z) => NormalDistribution.Cumulative(z.Mean / z.Deviation);
}

/// <summary>The derivative <c>f'(z)</c> of an activation, kept by the forward pass for the backward pass.</summary>
internal sealed record Derivative(ActivationFunction Function) : ElementwiseOperation
{
    public override Units Propagate(SignalPropagation signals, Node node) =>
        signals.Units(node.Inputs[0]).Select(Function.SlopeAt, Function.SlopeOfGaussian);
}
