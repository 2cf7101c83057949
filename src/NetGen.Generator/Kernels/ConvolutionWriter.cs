using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>Writes the kernels of a <see cref="ConvolutionProduct"/>.</summary>
internal sealed class ConvolutionWriter(ConvolutionProduct product, Kernel kernel, KernelWriter writer)
{
    private readonly CodeWriter code = writer.Code;
    private readonly TileWriter tiles = writer.Tiles;
    private readonly EpilogueWriter epilogues = writer.Epilogues;
    private readonly string[] bits = kernel.UsesBits ? ["bitsStride"] : [];

    private bool HasBias => product.Weights.Count > 1;

    // What is done to a sum that has been stored, where it is more than to store it.
    private bool HasPass => kernel.Epilogue.Count > 1;

    private bool PassesAlways => EpilogueWriter.IsPass(kernel);

    // Behind a name of its own: what a tile takes of the call.
    private string Arguments => TileWriter.Join(
        EpilogueWriter.SlabArgument(kernel),
        ["ref a, row, column, ref seen, ref Unsafe.Add(ref sources, pixel), kernelRows, contracted, rowLength"],
        product.IsGradient ? ["ref Unsafe.Add(ref targets, pixel)"] : ["pixel"], ["ref w"], HasBias ? ["ref b"] : [], ["stride"], bits,
        EpilogueWriter.Arguments(kernel));

    private string Parameters => TileWriter.Join(
        EpilogueWriter.SlabParameter(kernel),
        ["ref float a, nint row, nint column, ref float seen, ref int sources, int kernelRows, int contracted, nint rowLength"],
        product.IsGradient ? ["ref int targets"] : ["nint pixel"], ["ref float w"], HasBias ? ["ref float b"] : [], ["nint stride"],
        bits.Select(static name => "nint " + name), EpilogueWriter.Parameters(kernel));

    public void Write()
    {
        WriteDriver();
        WriteTile(Tile.Full);
        WriteTile(Tile.Narrow);
        WriteTile(Tile.Half);
        WriteTile(Tile.Pairs);
        if (!PassesAlways)
            epilogues.Write(kernel);
        if (HasPass)
            epilogues.WritePass(kernel);
    }

    private void WriteDriver()
    {
        string columns = product.Columns;
        code.Line(KernelWriter.Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line($"Correlation images = {product.Correlation};");
            code.Line($"nint stride = Layout.RowStride({columns}), rowLength = images.RowLength;");
            if (kernel.UsesBits)
                code.Line($"nint bitsStride = 4 * Layout.Panels({columns});");
            code.Line("// A vector of 512 bits is a narrow row.");
            code.Line($"bool isNarrow = TSimd.Count == 16 && Layout.IsNarrow({columns});");
            code.Line("ImageCopies.Prepare(images, ref s);");
            using (code.Open($"for (int panel = 0; panel < Layout.Panels({columns}); panel++)"))
            {
                if (product.IsGradient)
                    code.Line("ConvolutionWeights.Transpose(images, ref Unsafe.Add(ref p, weight), inputs, outputs, panel, ref s);");
                using (code.Open("for (int image = rows.First, together; image < rows.End; image += together)"))
                {
                    code.Line("together = images.ImagesFrom(image, rows.End);");
                    code.Line($"ImageCopies.Copy(images, image, together, ref a, {product.Source}, {product.SourceStride}, ref s);");
                    code.Line("nint row = image * (nint)images.Targets;");
                    if (product.IsGradient)
                    {
                        using (code.Open("for (int index = 0; index < images.Phases; index++)"))
                        {
                            code.Line("CorrelationPhase phase = images.Phase(index);");
                            WritePhase(columns);
                        }
                    }
                    else
                    {
                        code.Line("CorrelationPhase phase = images.Phase(0);");
                        WritePhase(columns);
                    }

                    if (HasPass)
                        WritePass(columns);
                }
            }
        }

        code.Line();
    }

    private void WritePhase(string columns)
    {
        code.Line("int kernelRows = phase.KernelRows, contracted = phase.KernelColumns * images.Channels;");
        code.Line("ref float seen = ref Unsafe.Add(ref s, images.Copy + phase.Origin);");
        code.Line("ref int sources = ref ImageCopies.Table(ref s, phase.Table);");
        if (product.IsGradient)
            code.Line("ref int targets = ref ImageCopies.Table(ref s, images.TargetTable + phase.Table);");
        using (tiles.OpenPanel(columns))
        {
            code.Line($"ref float w = {product.PanelOrigin};");
            if (HasBias)
                code.Line("ref float b = ref Unsafe.Add(ref p, bias + column);");
            code.Line("nint pixel = 0, pixels = together * phase.Targets;");
            using (code.Open("if (isNarrow)"))
            {
                string eight = Numbers.Literal(Tile.Pairs.Rows);
                code.Line("(int half, int distance) = images.Halves(phase, together);");
                code.Line($"for (; pixel + {eight} <= half; pixel += {eight})");
                code.Line($"    {kernel.Name}{Tile.Pairs.Suffix}({Arguments}, half, distance);");
                code.Line("if (pixel < half)");
                code.Line($"    {kernel.Name}{Tile.Half.Suffix}({Arguments}, (int)(half - pixel));");
                code.Line("pixel += half;");
                OverPixels(Tile.Half);
            }

            using (code.Open("else if (TSimd.Count == 16)"))
                OverPixels(Tile.Full);
            using (code.Open("else"))
                OverPixels(Tile.Narrow);
        }
    }

    private void OverPixels(Tile tile)
    {
        code.Line($"for (; pixel < pixels; pixel += {Numbers.Literal(tile.Rows)})");
        code.Line($"    {kernel.Name}{tile.Suffix}({Arguments}, (int)(pixels - pixel));");
    }

    // The pass goes over whole rows of the panel, whatever tiles they were made of.
    private void WritePass(string columns)
    {
        string width = $"Layout.IsNarrow({columns}) ? {Numbers.Literal(Layout.PanelWidth / 2)} : {TileWriter.PanelWidth}";
        code.Line($"nint first = panel * {TileWriter.PanelWidth};");
        string call = EpilogueWriter.CallPass(
            kernel, "together * images.Targets", width, "first", "row * stride + first", "row * bitsStride + first / 8");
        code.Line("if (isNarrow)");
        code.Line($"    Kernels256.{call}");
        if (PassesAlways)
        {
            code.Line("else");
            code.Line("    " + call);
        }
    }

    private void WriteTile(Tile tile)
    {
        bool inPairs = tile.InPairs;
        string last = inPairs ? "nint half, nint distance" : "int count";
        code.Line(KernelWriter.Optimized);
        using (code.Open($"private static void {kernel.Name}{tile.Suffix}({Parameters}, {last})"))
        {
            code.Line(TileWriter.Second);
            for (int row = 0; row < tile.Rows; row++)
                code.Line($"ref float x{row} = ref Unsafe.Add(ref seen, {Entry("sources", row)});");
            IEnumerable<int> rows = Enumerable.Range(0, inPairs ? 2 * tile.Rows : tile.Rows);
            code.Line($"TVector {string.Join(", ", tile.Sums(0).Select((sum, vector) => $"{sum} = {Start(vector)}"))};");
            foreach (int row in rows.Skip(1))
                code.Line($"TVector {string.Join(", ", tile.Sums(row).Zip(tile.Sums(0), static (sum, first) => $"{sum} = {first}"))};");
            code.Line("nint k = 0;");
            using (code.Open("for (int kernelRow = 0; kernelRow < kernelRows; kernelRow++)"))
            {
                using (code.Open("for (nint end = k + contracted; k < end; k++)"))
                {
                    IEnumerable<string> weights = tile.Sums(0).Select(static (_, vector) => $"w{vector} = {TileWriter.Load("w", vector)}");
                    code.Line($"TVector x, {string.Join(", ", weights)};");
                    if (inPairs)
                        code.Line("nint k2 = k + distance;");
                    foreach (int row in rows)
                    {
                        string element = row < tile.Rows ? $"Unsafe.Add(ref x{row}, k)" : $"Unsafe.Add(ref x{row - tile.Rows}, k2)";
                        tiles.MultiplyAdd(tile, row, element, "w");
                    }

                    code.Line($"w = ref Unsafe.Add(ref w, {TileWriter.PanelWidth});");
                }

                code.Line("k += rowLength - contracted;");
            }

            for (int row = 0; row < tile.Rows; row++)
                WriteRow(tile, row, row, Pixel(row));
            for (int row = 0; inPairs && row < tile.Rows; row++)
                WriteRow(tile, row + tile.Rows, row, Pixel(row, "half"));
        }

        code.Line();
    }

    private void WriteRow(Tile tile, int sum, int row, string pixel)
    {
        string at = $"{pixel} * stride + column";
        string[] lines;
        if (tile.Vectors == 2 && !PassesAlways)
            lines = [EpilogueWriter.Call(kernel, $"v{sum}0", $"v{sum}1", at, $"{pixel} * bitsStride + column / 8", "column")];
        else
            lines = [.. tile.Sums(sum).Select((name, vector) => $"TSimd.Store({name}, ref Unsafe.Add(ref a, {Place(vector)}));")];
        if (tile.InPairs)
            code.Statements(lines);
        else
            tiles.OfRow(row, lines);

        string Place(int vector) => $"{EpilogueWriter.Result(kernel)} + {at}" + (vector == 0 ? "" : " + second");
    }

    private string Start(int vector) => HasBias ? TileWriter.Load("b", vector) : "default";

    // The row of a pixel: pixels of a phase are apart in their image, others next to each other.
    private string Pixel(int row, string? behind = null)
    {
        if (product.IsGradient)
            return $"(row + {Entry("targets", row, behind)})";
        return $"(row + {string.Join(" + ", new[] { "pixel", behind, row == 0 ? null : Numbers.Literal(row) }.OfType<string>())})";
    }

    private static string Entry(string table, int row, string? behind = null)
    {
        string at = string.Join(" + ", new[] { behind, row == 0 ? null : Numbers.Literal(row) }.OfType<string>());
        return at == "" ? table : $"Unsafe.Add(ref {table}, {at})";
    }
}
