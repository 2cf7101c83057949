using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Kernels;

/// <summary>
/// What a kernel is built around: a loop over rows or tiles. A file for each holds all that the compiler knows of it: what it takes, its
/// formula, the scratch that it needs, and its code.
/// </summary>
internal abstract record Product
{
    /// <summary>What the names of its kernels begin with.</summary>
    public abstract string Name { get; }

    /// <summary>The names of the lengths that it takes.</summary>
    public abstract IReadOnlyList<string> Dimensions { get; }

    /// <summary>Which of them is the length of a row of the result.</summary>
    public abstract string Columns { get; }

    /// <summary>The names of the offsets of what it multiplies by, or of what it computes gradients for: weights and biases.</summary>
    public virtual IReadOnlyList<string> Weights => [];

    /// <summary>Whether it computes gradients of weights, sums over all rows; else rows, which do not depend on each other.</summary>
    public virtual bool SumsOverRows => false;

    /// <summary>Whether it hands gradients over as soon as they are finished.</summary>
    public virtual bool HandsOver => false;

    /// <summary>Whether it works in scratch.</summary>
    public virtual bool UsesScratch => false;

    /// <summary>
    /// Whether it is told of the window that stands on images. Its rows are examples then, else there is a row for each position.
    /// </summary>
    public virtual bool TakesWindow => false;

    /// <summary>The rows of its result, where its own rows and window are known.</summary>
    public virtual string ResultRows => "rows";

    /// <summary>Whether a vector of 512 bits may be a narrow row. Other products take two vectors to a row.</summary>
    public virtual bool TakesNarrowRowsWhole => false;

    /// <summary>The name of the rows that it begins with.</summary>
    public abstract string Source { get; }

    /// <summary>What else it reads.</summary>
    public virtual IReadOnlyList<OperandSlot> Operands => [];

    /// <summary>The same product with a bias, if it can have one that it has not.</summary>
    public virtual Product? WithBias => null;

    /// <summary>The same product over rows of its source that lie behind each other without padding.</summary>
    public virtual Product OverPackedRows => throw new InvalidOperationException($"{Name} reads rows with their padding.");

    /// <summary>The same sum over rows, added to those from other uses of the weight.</summary>
    public virtual Product OverSeveralUses => throw new InvalidOperationException($"{Name} is no sum over rows.");

    /// <summary>Whether its formula needs parentheses to be a factor.</summary>
    public virtual bool IsSum => false;

    /// <summary>The lengths of a call.</summary>
    public abstract IReadOnlyList<int> DimensionsOf(KernelCall call, Graph graph);

    /// <summary>The columns and the rows of a weight <c>[outputs, inputs]</c>, or of each of its taps.</summary>
    protected static int[] MatrixOf(Shape weight) =>
        [Layout.Inputs(weight.Dimensions.AsSpan()), Layout.Outputs(weight.Dimensions.AsSpan())];

    /// <summary>How many floats of scratch a call needs.</summary>
    public virtual int ScratchOf(KernelCall call, Graph graph) => 0;

    /// <summary>Its maths.</summary>
    /// <param name="source">The name of the rows.</param>
    /// <param name="weights">The names of weights and biases.</param>
    /// <param name="operands">The names of its operands; there may be more behind them.</param>
    public abstract string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands);

    /// <summary>Writes the methods of a kernel that is built around it.</summary>
    public abstract void Write(KernelWriter writer, Kernel kernel);
}
