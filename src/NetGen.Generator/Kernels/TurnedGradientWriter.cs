using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Writes how the gradient of the weight of a convolution is summed up where a row of outputs is one vector of 512 bits. Vectors of outputs
/// would need an input from memory for every multiply-add; a vector of inputs serves several outputs.
/// </summary>
internal sealed class TurnedGradientWriter(ConvolutionWeightGradient product, Kernel kernel, KernelWriter writer)
{
    private const string Sums = "ref Unsafe.Add(ref turned, row * TurnedGradient.RowLength(contracted))";

    private const int Vector = 16;

    private static readonly Tile Single = Tile.Half;

    private readonly CodeWriter code = writer.Code;
    private readonly TileWriter tiles = writer.Tiles;

    /// <summary>Writes what comes before all images: there is one panel.</summary>
    public void WriteStart()
    {
        code.Line("ref float turned = ref Unsafe.Add(ref s, images.Weights);");
        OverRows("Load", product.Shared ? "" : "rows.GoesOn && ");
    }

    /// <summary>Writes what comes behind all images.</summary>
    public void WriteEnd() => OverRows("Store");

    /// <summary>Writes the tiles over a strip of pixels.</summary>
    public void WriteStrip()
    {
        code.Line("ref float d = ref Unsafe.Add(ref a, dz + (image * (nint)images.Targets + first) * dzStride);");
        using (code.Open("for (int row = own.FirstPart(0); row < own.EndPart(0); row++)"))
        {
            code.Line("ref float seen = ref Unsafe.Add(ref s, images.Copy + row * images.RowLength);");
            code.Line($"ref float sums = {Sums};");
            code.Line("int stride = TurnedGradient.Stride(contracted), input = 0;");
            OverInputs(Tile.Turned);
            OverInputs(Single);
        }
    }

    // As long as the last of its vectors has an input.
    private void OverInputs(Tile tile)
    {
        string length = Numbers.Literal(Vector * tile.Vectors), before = Numbers.Literal(Vector * (tile.Vectors - 1));
        using (code.Open($"for (; input + {before} < contracted; input += {length})"))
        {
            code.Line($"for (int output = 0; output < outputs; output += {Numbers.Literal(tile.Rows)})");
            code.Line("    " + CallOf(tile));
        }
    }

    /// <summary>Writes the tiles.</summary>
    public void WriteTiles()
    {
        WriteTile(Tile.Turned);
        WriteTile(Single);
    }

    private void OverRows(string method, string condition = "")
    {
        using (code.Open($"for (int row = own.FirstPart(0); {condition}isTurned && row < own.EndPart(0); row++)"))
        {
            code.Line($"ref float gradient = ref Unsafe.Add(ref g, weight + {TileWriter.PanelWidth} * row * (nint)contracted);");
            code.Line($"TurnedGradient.{method}(ref gradient, {Sums}, contracted, outputs);");
        }
    }

    private string NameOf(Tile tile) => $"{kernel.Name}Turned{Numbers.Literal(tile.Vectors)}";

    private string CallOf(Tile tile) =>
        $"{NameOf(tile)}(ref Unsafe.Add(ref seen, input), ref Unsafe.Add(ref sources, first), pixels, ref Unsafe.Add(ref d, output), "
        + "dzStride, ref Unsafe.Add(ref sums, output * stride + input), stride, isFirst);";

    private void WriteTile(Tile tile)
    {
        code.Line(KernelWriter.Optimized);
        const string Parameters =
            "ref float seen, ref int sources, int pixels, ref float dz, nint dzStride, ref float sums, nint stride, bool isFirst";
        using (code.Open($"private static void {NameOf(tile)}({Parameters})"))
        {
            code.Line(TileWriter.Second);
            for (int row = 0; row < tile.Rows; row++)
                code.Line($"TVector {string.Join(", ", tile.Sums(row).Select(static sum => sum + " = default"))};");
            using (code.Open("if (!isFirst)"))
                code.Statements([.. OverSums(tile, static (sum, place) => $"{sum} = TSimd.Load(ref {place});")]);
            using (code.Open("for (int pixel = 0; pixel < pixels; pixel++)"))
            {
                IEnumerable<string> inputs = tile.Sums(0).Select(static (_, vector) => $"d{vector} = {TileWriter.Load("x0", vector)}");
                code.Line("ref float x0 = ref Unsafe.Add(ref seen, Unsafe.Add(ref sources, pixel));");
                code.Line($"TVector x, {string.Join(", ", inputs)};");
                tiles.MultiplyAdd(tile, static row => row == 0 ? "dz" : $"Unsafe.Add(ref dz, {Numbers.Literal(row)})", "d");
                code.Line("dz = ref Unsafe.Add(ref dz, dzStride);");
            }

            code.Statements([.. OverSums(tile, static (sum, place) => $"TSimd.Store({sum}, ref {place});")]);
        }

        code.Line();
    }

    private static IEnumerable<string> OverSums(Tile tile, Func<string, string, string> statement) =>
        Enumerable.Range(0, tile.Rows).SelectMany(row => tile.Sums(row).Select((sum, vector) => statement(sum, Place(row, vector))));

    private static string Place(int row, int vector) => (row, vector) switch
    {
        (0, _) => TileWriter.At("sums", vector),
        (_, 0) => $"Unsafe.Add(ref sums, {Numbers.Literal(row)} * stride)",
        _ => $"Unsafe.Add(ref sums, {Numbers.Literal(row)} * stride + {Numbers.Literal(vector)} * second)",
    };
}
