namespace NetGen.Generator.Kernels;

/// <summary>No product: a value that was stored before.</summary>
internal sealed record Elementwise : RowProduct
{
    public override string Name => "Elementwise";

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) => source;

    protected override int? Split(Kernel kernel) => base.Split(kernel) is > 0 and var before ? before : null;

    protected override void WriteRowHead(KernelWriter writer, Kernel kernel)
    {
    }

    protected override string Value(int vector) => EpilogueWriter.Load("from", vector);
}
