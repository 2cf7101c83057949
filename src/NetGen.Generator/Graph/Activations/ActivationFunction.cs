using System.Collections.Immutable;

namespace NetGen.Generator;

/// <summary>An activation <c>y = f(z)</c>, elementwise.</summary>
/// <param name="Name">Its name in the runtime's <c>Activation</c> and in comments.</param>
/// <param name="KernelName">Its part of kernels' names; for one that is not <see cref="PiecewiseLinear"/>, the type in <c>NetGen.CompilerServices</c> that computes it.</param>
internal abstract record ActivationFunction(string Name, string KernelName) : ElementwiseOperation
{
    public virtual string KernelName { get; } = KernelName;

    /// <summary>Those that users can name.</summary>
    private static readonly ImmutableArray<ActivationFunction> All =
        ImmutableArray.Create<ActivationFunction>(new Relu(), new LeakyRelu(), new Tanh(), new Sigmoid(), new Gelu(), new GeluTanh(), new Silu());

    /// <summary>The function that a member of the runtime's <c>Activation</c> names.</summary>
    public static ActivationFunction Named(string name) => All.First(function => function.Name == name);

    /// <summary>The function.</summary>
    public abstract double ValueAt(double z);

    /// <summary>Its derivative.</summary>
    public abstract double SlopeAt(double z);

    /// <summary>The moments of <c>f(z)</c> for Gaussian <c>z</c>.</summary>
    public virtual UnitMoments ValueOfGaussian(UnitMoments z) => HermiteExpansion.Of(ValueAt, z, isSmooth: true);

    /// <summary>The moments of <c>f'(z)</c> for Gaussian <c>z</c>.</summary>
    public virtual UnitMoments SlopeOfGaussian(UnitMoments z) => HermiteExpansion.Of(SlopeAt, z, isSmooth: true);

    public override Units Propagate(SignalPropagation signals, Node node) => new ImageOfUnits(signals.Units(node.Inputs[0]), ValueAt, ValueOfGaussian);

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
/// <param name="Name">Its name in the runtime's <c>Activation</c>.</param>
/// <param name="KernelName">Its part of kernels' names.</param>
/// <param name="Below">Its derivative where <c>z &lt;= 0</c>.</param>
/// <param name="Above">Its derivative elsewhere.</param>
internal abstract record PiecewiseLinear(string Name, string KernelName, float Below, float Above) : ActivationFunction(Name, KernelName)
{
    public override double ValueAt(double z) => (z <= 0 ? Below : Above) * z;

    public override double SlopeAt(double z) => z <= 0 ? Below : Above;

    // f(z) = b z + (a - b) max(0, z), with E[max(0, z)] = σ / sqrt(2π), E[z max(0, z')] = cov / 2, and E[max(0, z) max(0, z')] the arc-cosine kernel
    // of degree 1 (Cho and Saul 2009); for b = 0 and a = 1 He et al.'s σ² / 2 (2015).
    public override UnitMoments ValueOfGaussian(UnitMoments z)
    {
        if (z.Mean != 0)
            return HermiteExpansion.Of(ValueAt, z, isSmooth: false);
        double below = Below, bend = Above - below, correlation = z.Correlation;
        double kernel = z.Square * (Math.Sqrt(1 - correlation * correlation) + correlation * (Math.PI - Math.Acos(correlation))) / (2 * Math.PI);
        double cross = below * below + below * bend;
        return new UnitMoments(bend * Math.Sqrt(z.Square / (2 * Math.PI)), (cross + bend * bend / 2) * z.Square, cross * z.Overlap + bend * bend * kernel);
    }

    // The arc-cosine kernel of degree 0.
    public override UnitMoments SlopeOfGaussian(UnitMoments z)
    {
        if (z.Mean != 0)
            return HermiteExpansion.Of(SlopeAt, z, isSmooth: false);
        double below = Below, bend = Above - below;
        double kernel = (Math.PI - Math.Acos(z.Correlation)) / (2 * Math.PI);
        double mean = below + bend / 2;
        return new UnitMoments(mean, below * below + (below + bend / 2) * bend, below * below + below * bend + bend * bend * kernel);
    }
}

/// <summary>The derivative <c>f'(z)</c> of an activation, kept by the forward pass for the backward pass.</summary>
internal sealed record Derivative(ActivationFunction Function) : ElementwiseOperation
{
    public override Units Propagate(SignalPropagation signals, Node node) =>
        new ImageOfUnits(signals.Units(node.Inputs[0]), Function.SlopeAt, Function.SlopeOfGaussian);
}
