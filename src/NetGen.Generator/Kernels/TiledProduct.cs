using NetGen.Generator.Graphs;

namespace NetGen.Generator.Kernels;

/// <summary>A matrix product whose results are rows of the batch: tiles of rows by columns, each with the epilogue behind it.</summary>
internal abstract record TiledProduct : Product
{
    public override IReadOnlyList<string> Dimensions => ["inputs", "outputs"];

    public override bool IsSum => true;

    /// <summary>The length of a row of the source, which the product contracts.</summary>
    public abstract string Contracted { get; }

    /// <summary>How far rows of the source are from each other.</summary>
    public virtual string SourceStride => $"Layout.RowStride({Contracted})";

    /// <summary>Whether the last rows, fewer than a small tile, take twice the columns at once.</summary>
    public abstract bool TakesFewRowsWide { get; }

    /// <summary>Whether a panel is brought into the cache while the one before it is used.</summary>
    public abstract bool Prefetches { get; }

    /// <summary>The statement in front of a panel's tiles, if there is one.</summary>
    public abstract string? PanelHead { get; }

    public override IReadOnlyList<int> DimensionsOf(KernelCall call, Graph graph) => MatrixOf(graph[call.Weights[0]].Shape!);

    /// <summary>Where the weights of a tile begin.</summary>
    public abstract string PanelOrigin { get; }

    public override void Write(KernelWriter writer, Kernel kernel) => new TiledKernelWriter(this, kernel, writer).Write();
}
