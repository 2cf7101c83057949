using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Kernels;

/// <summary><c>dz W</c>, a row for each example: a panel of <c>W</c> is transposed into scratch right before it is used.</summary>
internal sealed record InputGradient : TiledProduct
{
    public override string Name => "InputGradient";

    public override string Columns => "inputs";

    public override string Contracted => "outputs";

    public override IReadOnlyList<string> Weights => ["weight"];

    public override string Source => "dz";

    public override bool UsesScratch => true;

    public override bool TakesFewRowsWide => false;

    public override bool Prefetches => false;

    public override string? PanelHead => "Panels.Transpose(ref Unsafe.Add(ref p, weight), inputs, outputs, panel, ref s);";

    public override string PanelOrigin => $"ref Unsafe.Add(ref s, {TileWriter.PartOfPanel})";

    public override int ScratchOf(KernelCall call, Graph graph) => graph[call.Source].Shape!.Width * Layout.PanelWidth;

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) =>
        $"{source}·{weights[0]}";
}
