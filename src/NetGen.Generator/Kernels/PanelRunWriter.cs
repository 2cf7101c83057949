using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Writes the walk over the panels of a weight whose gradient is computed: runs of panels, of which each thread has some parts.
/// </summary>
internal sealed class PanelRunWriter(WeightGradientProduct product, CodeWriter code)
{
    /// <summary>How far a panel of the gradient is from the one before, as a variable.</summary>
    public const string PanelLength = "panelLength";

    /// <summary>Opens the loop over the panels of a run.</summary>
    public CodeWriter.Block OpenOwnPanels() => code.Open("for (int panel = own.First; panel < own.End; panel++)");

    /// <summary>Writes the walk.</summary>
    /// <param name="length">How many inputs a part of a panel has.</param>
    /// <param name="parts">How many parts a panel has.</param>
    /// <param name="sumRows">The rows that gradients are sums over.</param>
    /// <param name="writeSums">Writes the sums of a run.</param>
    public void Write(string length, string parts, string sumRows, Action writeSums)
    {
        code.Line($"RowRange terms = {sumRows};");
        code.Line($"int {PanelLength} = {TileWriter.PanelWidth} * {parts} * {length};");
        code.Line("PanelRun own;");
        using (code.Open("for (int next = 0; next < Layout.Panels(outputs); next = own.Next)"))
        {
            string shared = product.HandsOver ? ", terms.Batch, ref update" : "";
            code.Line($"own = PanelRun.From(next, outputs, {length}, {parts}{shared});");
            writeSums();
            if (product.HasBias || product.HandsOver)
            {
                using (OpenOwnPanels())
                    WriteFinished($"{TileWriter.PanelWidth} * {length}");
            }
        }
    }

    private void WriteFinished(string partLength)
    {
        if (product.HandsOver)
        {
            code.Line("int part = own.FirstPart(panel), ownLength = (own.EndPart(panel) - part) * " + partLength + ";");
            code.Line($"update.Finished(weight + panel * (nint){PanelLength} + part * {partLength}, ownLength);");
        }

        if (!product.HasBias)
            return;
        string sum = $"Sums.Panel(terms, outputs, panel, ref a, dz, ref g, bias{(product.Shared ? ", add: true" : "")});";
        if (!product.HandsOver)
        {
            code.Line(sum);
            return;
        }

        using (code.Open("if (own.EndsPanel(panel))"))
        {
            code.Line(sum);
            code.Line($"update.Finished(bias + panel * {TileWriter.PanelWidth}, {TileWriter.PanelWidth});");
        }
    }
}
