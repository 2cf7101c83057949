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
internal abstract record PiecewiseLinear(string Name, string KernelName, float Below, float Above) : ActivationFunction(Name, KernelName);

/// <summary>The derivative <c>f'(z)</c> of an activation, kept by the forward pass for the backward pass.</summary>
internal sealed record Derivative(ActivationFunction Function) : ElementwiseOperation;
