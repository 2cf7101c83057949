using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>Writes the kernels of a <see cref="TiledProduct"/>.</summary>
internal sealed class TiledKernelWriter(TiledProduct product, Kernel kernel, KernelWriter writer)
{
    // In each step along a panel: eight tiles of eight rows then go through the next panel once.
    private const int FloatsAhead = Layout.PanelWidth / 8;

    private readonly CodeWriter code = writer.Code;
    private readonly TileWriter tiles = writer.Tiles;
    private readonly EpilogueWriter epilogues = writer.Epilogues;
    private readonly string[] bits = kernel.UsesBits ? ["bitsStride"] : [];

    private bool HasBias => product.Weights.Count > 1;

    // Behind a name of its own: what a tile takes of the call, and where it stands.
    private string Arguments => TileWriter.Join(
        EpilogueWriter.SlabArgument(kernel), [$"ref a, row, column, {product.Source}, sourceStride, {product.Contracted}, ref w"],
        HasBias ? ["ref b"] : [], ["stride"], bits, EpilogueWriter.Arguments(kernel));

    public void Write()
    {
        WriteDriver();
        foreach (Tile tile in product.TakesFewRowsWide ? TileWriter.All.Concat(Tile.Wide) : TileWriter.All)
            WriteTile(tile);
        if (EpilogueWriter.IsPass(kernel))
            epilogues.WritePass(kernel);
        else
            epilogues.Write(kernel);
    }

    private void WriteDriver()
    {
        string columns = product.Columns;
        code.Line(KernelWriter.Optimized);
        using (code.Open(new KernelSignature(kernel).Declaration("public static")))
        {
            code.Line($"nint sourceStride = {product.SourceStride}, stride = Layout.RowStride({columns});");
            if (kernel.UsesBits)
                code.Line($"nint bitsStride = 4 * Layout.Panels({columns});");
            string mostRows = $"(TSimd.Count < 16 ? {Tile.Narrow.Suffix} : {Tile.Full.Suffix})";
            if (product.TakesFewRowsWide)
                code.Line($"nint few = rows.End - (rows.End - rows.First) % {mostRows} % 4;");
            string anyRows = product.TakesFewRowsWide ? "rows.First < few && " : "";
            using (code.Open($"for (int panel = 0; {anyRows}panel < Layout.Panels({columns}); panel++)"))
            {
                if (product.PanelHead is string head)
                    code.Line(head);
                using (tiles.OpenPanel(columns))
                {
                    WriteOrigins(product.PanelOrigin);
                    int least = product.TakesFewRowsWide ? 4 : 1;
                    tiles.OverTiles("rows.First", "rows.End", "row", columns, kernel.Name, Arguments, least);
                }
            }

            if (product.TakesFewRowsWide)
                WriteFewRows();
        }

        code.Line();
    }

    private void WriteOrigins(string panel)
    {
        code.Line($"ref float w = {panel};");
        if (HasBias)
            code.Line("ref float b = ref Unsafe.Add(ref p, bias + column);");
    }

    private void WriteFewRows()
    {
        code.Line();
        code.Line("// The last rows, fewer than four, take twice the columns at once.");
        using (code.Open("for (nint column = 0; few < rows.End && column < outputs; column += 4 * TSimd.Count)"))
        {
            code.Line("nint row = few;");
            WriteOrigins($"ref Unsafe.Add(ref p, weight + (column & -{TileWriter.PanelWidth}) * inputs + {TileWriter.PartOfPanel})");
            using (code.Open("if (outputs - column > 2 * TSimd.Count)"))
                tiles.OverRest(Tile.Wide, "rows.End", "row", kernel.Name, Arguments);
            using (code.Open("else"))
                tiles.OverRest(Tile.Rest.Where(static tile => tile.Rows < 4), "rows.End", "row", kernel.Name, Arguments);
        }
    }

    private void WriteTile(Tile tile)
    {
        string parameters = TileWriter.Join(
            EpilogueWriter.SlabParameter(kernel),
            ["ref float a, nint row, nint column, nint source, nint sourceStride, int contracted, ref float w"],
            HasBias ? ["ref float b"] : [], ["nint stride"], bits.Select(static name => "nint " + name), EpilogueWriter.Parameters(kernel));

        code.Line(KernelWriter.Optimized);
        using (code.Open($"private static void {kernel.Name}{tile.Suffix}({parameters})"))
        {
            code.Line(TileWriter.Second);
            code.Line("ref float x0 = ref Unsafe.Add(ref a, source + row * sourceStride);");
            for (int row = 1; row < tile.Rows; row++)
                code.Line($"ref float x{row} = ref Unsafe.Add(ref x{row - 1}, sourceStride);");
            if (Prefetches(tile))
            {
                code.Line("// The next panel, of which each of eight tiles brings its share into the cache.");
                code.Line($"nint ahead = ({TileWriter.PanelWidth} + row % 64 / 2) * contracted;");
            }

            if (tile.Vectors > 2)
            {
                code.Line("// Two vectors of 512 bits are a panel: the third is the next panel's.");
                code.Line($"nint third = TSimd.Count < 16 ? 2 * second : {TileWriter.PanelWidth} * (nint)contracted;");
            }

            code.Line($"TVector {string.Join(", ", tile.Sums(0).Select((sum, vector) => $"{sum} = {Start(vector)}"))};");
            for (int row = 1; row < tile.Rows; row++)
                code.Line($"TVector {string.Join(", ", tile.Sums(row).Zip(tile.Sums(0), static (sum, first) => $"{sum} = {first}"))};");
            using (code.Open("for (nint k = 0; k < contracted; k++)"))
            {
                IEnumerable<string> weights = tile.Sums(0).Select(static (_, vector) => $"w{vector} = {LoadWeight(vector)}");
                code.Line($"TVector x, {string.Join(", ", weights)};");
                tiles.MultiplyAdd(tile, static row => $"Unsafe.Add(ref x{row}, k)", "w");
                if (Prefetches(tile))
                    code.Line($"Prefetch.Line(ref w, ahead - {Numbers.Literal(Layout.PanelWidth - FloatsAhead)} * k);");
                code.Line($"w = ref Unsafe.Add(ref w, {TileWriter.PanelWidth});");
            }

            code.Line($"nint at = row * stride + column{(kernel.UsesBits ? ", bits = row * bitsStride + column / 8" : "")};");
            if (EpilogueWriter.IsPass(kernel))
                StoreForPass(tile);
            else
                EpilogueInRegisters(tile);
        }

        code.Line();
    }

    // Smaller tiles have no load to spare in a step, and narrower vectors take longer for a panel than it takes to arrive.
    private bool Prefetches(Tile tile) => product.Prefetches && tile == Tile.Full;

    private string Start(int vector) => HasBias ? TileWriter.Load("b", vector) : "default";

    private static string LoadWeight(int vector) => vector switch
    {
        2 => "TSimd.Load(ref Unsafe.Add(ref w, third))",
        3 => "TSimd.Load(ref Unsafe.Add(ref w, third + second))",
        _ => TileWriter.Load("w", vector),
    };

    private void EpilogueInRegisters(Tile tile)
    {
        for (int row = 0; row < tile.Rows; row++)
        {
            for (int vector = 0; vector < tile.Vectors; vector += 2)
            {
                bool isFirst = vector == 0;
                code.Line(EpilogueWriter.Call(
                    kernel, $"v{row}{vector}", tile.Vectors == 1 ? "default" : $"v{row}{vector + 1}",
                    Step("at", "stride", row) + (isFirst ? "" : " + 2 * second"),
                    Step("bits", "bitsStride", row) + (isFirst ? "" : " + second / 4"), isFirst ? "column" : "column + 2 * second"));
            }
        }

        static string Step(string offset, string stride, int row) => row switch
        {
            0 => offset,
            1 => $"{offset} + {stride}",
            _ => $"{offset} + {Numbers.Literal(row)} * {stride}",
        };
    }

    private void StoreForPass(Tile tile)
    {
        code.Line($"ref float y = ref Unsafe.Add(ref a, {EpilogueWriter.Result(kernel)} + at);");
        for (int row = 0; row < tile.Rows; row++)
        {
            if (row > 0)
                code.Line("y = ref Unsafe.Add(ref y, stride);");
            IEnumerable<string> sums = tile.Vectors == 1 ? tile.Sums(row).Append("default") : tile.Sums(row);
            code.Statements([.. sums.Select(static (sum, vector) => $"TSimd.Store({sum}, ref {TileWriter.At("y", vector)});")]);
        }

        string columns = Numbers.Literal(Math.Max(2, tile.Vectors)) + " * second";
        code.Line(EpilogueWriter.CallPass(kernel, Numbers.Literal(tile.Rows), columns, "column", "at", "bits"));
    }
}
