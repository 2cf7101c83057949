namespace NetGen.Generator;

/// <summary>No product: a value that was stored before.</summary>
internal sealed record Elementwise : RowProduct
{
    public override string Name => "Elementwise";

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) => source;

    protected override void WriteRowHead(KernelWriter writer, Kernel kernel)
    {
    }

    protected override string Value(KernelWriter writer, int vector) => writer.Epilogues.Load("from", vector);
}
