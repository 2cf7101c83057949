using NetGen.Generator.Model;

namespace NetGen.Generator.Kernels;

/// <summary>The product that computes an operation, and what it works on.</summary>
/// <param name="Product">The product.</param>
/// <param name="Source">The rows that it begins with.</param>
internal sealed record ProductCall(Product Product, int Source)
{
    /// <summary>The weights and biases.</summary>
    public EquatableArray<int> Weights { get; init; }

    /// <summary>Its other operands.</summary>
    public EquatableArray<Operand> Operands { get; init; }

    /// <summary>The window, where it is a convolution.</summary>
    public ConvolutionWindow Window { get; init; }
}

/// <summary>The step that does an operation to a kernel's result.</summary>
/// <param name="Step">The step.</param>
/// <param name="Operand">What it works on beside the result, if anything.</param>
internal sealed record StepCall(EpilogueStep Step, Operand? Operand);
