using System.Collections.Immutable;

namespace NetGen.Generator;

/// <summary>An activation <c>y = f(z)</c>, elementwise.</summary>
/// <param name="Name">Its name in the runtime's <c>Activation</c> and in comments.</param>
/// <param name="RuntimeType">The type in <c>NetGen.CompilerServices</c> that computes it.</param>
internal abstract record ActivationFunction(string Name, string RuntimeType) : ElementwiseOperation
{
    /// <summary>All there are.</summary>
    private static readonly ImmutableArray<ActivationFunction> All =
        ImmutableArray.Create<ActivationFunction>(new Relu(), new LeakyRelu(), new Tanh(), new Sigmoid(), new Gelu(), new Silu());

    /// <summary>The function that a member of the runtime's <c>Activation</c> names.</summary>
    public static ActivationFunction Named(string name) => All.First(function => function.Name == name);

    // dz = dy ⊙ f'(z)
    public override int Gradient(GraphBuilder graph, Node node, int input, int upstream)
    {
        Node z = graph[node.Inputs[0]];
        int derivative = graph.Add(new Derivative(this), $"{Name}'({z.Name})", node.Layer, node.Inputs[0]);
        return graph.Add(new Multiply(), "d" + z.Name, node.Layer, upstream, derivative);
    }
}

/// <summary>
/// An activation that is linear on each side of zero: its derivative is known from one bit, whether <c>z &lt;= 0</c>.
/// </summary>
/// <param name="Name">Its name in the runtime's <c>Activation</c>.</param>
/// <param name="RuntimeType">The type that computes it.</param>
/// <param name="NegativeSlope">Its derivative where <c>z &lt;= 0</c>; elsewhere it is 1.</param>
internal abstract record PiecewiseLinear(string Name, string RuntimeType, float NegativeSlope) : ActivationFunction(Name, RuntimeType);

/// <summary>The derivative <c>f'(z)</c> of an activation, kept by the forward pass for the backward pass.</summary>
internal sealed record Derivative(ActivationFunction Function) : ElementwiseOperation;
