using NetGen.Generator.Graphs;

namespace NetGen.Generator.Kernels;

/// <summary>
/// A convolution of images whose results are their pixels: tiles of pixels by columns, each with the epilogue behind it. A tile sums over
/// the rows of the window, in each of which it sees neighbouring pixels in one piece.
/// </summary>
internal abstract record ConvolutionProduct : Product
{
    public override IReadOnlyList<string> Dimensions => ["inputs", "outputs"];

    public override bool IsSum => true;

    public override bool TakesWindow => true;

    public override bool TakesNarrowRowsWhole => true;

    public override bool UsesScratch => true;

    /// <summary>Whether it sums over the outputs of a convolution, for its inputs.</summary>
    public abstract bool IsGradient { get; }

    public override string ResultRows => $"rows.Times(window.{(IsGradient ? "Positions" : "OutPositions")})";

    /// <summary>How it is computed.</summary>
    public abstract string Correlation { get; }

    /// <summary>The channels of the images that it begins with.</summary>
    public abstract string Contracted { get; }

    /// <summary>How far pixels of the source are from each other.</summary>
    public virtual string SourceStride => $"Layout.RowStride({Contracted})";

    /// <summary>Where the weights of a tile begin.</summary>
    public abstract string PanelOrigin { get; }

    public override IReadOnlyList<int> DimensionsOf(KernelCall call, Graph graph) => MatrixOf(graph[call.Weights[0]].Shape!);

    public override void Write(KernelWriter writer, Kernel kernel) => new ConvolutionWriter(this, kernel, writer).Write();
}
