namespace NetGen.Experiments.Attention;

/// <summary>What heads look at, and how sharply.</summary>
internal static class HeadFigures
{
    /// <summary>From so many times what it would get by chance on, a patch has the full colour.</summary>
    private const double FullColour = 5;

    /// <summary>From this weight on a colour is full: single characters seldom get more.</summary>
    private const double FullWeight = 0.5;

    private static readonly bool[] beforeAndAfter = [false, true];

    public static Figure Images(AttentionComparison seen)
    {
        int layer = MostDiverse(seen.Vision);
        HeadRow sharpest = seen.Vision.Least(static head => head.Share);
        return new Figure(
            "attention_maps",
            $"Where heads look: the sharpest, head {sharpest.Head} of layer {sharpest.Layer}, has "
                + $"{Number.Percent(sharpest.Share)} of the entropy of looking everywhere alike",
            $"Test images, and what each of their {seen.Patches} patches gets of all looks: in full colour {FullColour} times what it "
                + "would by chance, or more. Left: all heads of each layer together. Right: the single heads of "
                + $"layer {layer + 1}, which differ most. Seed {seen.Vision.First.Seed}, after training.",
            Columns: 2,
            [
                Grid(seen, "layers", "layer", seen.Vision.Layers, (image, index) => image.ReceivedFrom(index)),
                Grid(
                    seen, $"heads of layer {layer + 1}", "head", seen.Vision.HeadsOfALayer,
                    (image, index) => image.Received[layer][index]),
            ])
        {
            Subtitle = "What patches get of the looks of heads",
        };
    }

    public static Figure Entropy(AttentionComparison seen) => new(
        "head_entropy",
        $"Of the entropy of looking everywhere alike, heads have {Ranges(seen, end: false)} before training, and "
            + $"{Ranges(seen, end: true)} after it",
        "Mean entropy of a head's looks, as a share of its bound: ln 49 for patches, and for the t-th character of a window ln t. "
            + $"1: it looks everywhere alike; 0: at a single place. {Seeds(seen)}",
        Columns: 2,
        [
            .. from runs in seen.Both
               from end in beforeAndAfter
               select ByHead($"{runs.Label}, {When(end)}", "share", Shares(runs, end), 1),
        ])
    {
        Subtitle = "Entropy by layer and head",
    };

    public static Figure Watched(AttentionComparison seen) => new(
        "watched",
        $"Patches with clothes get {Times(seen.Vision.Least(InTimes))} to {Times(seen.Vision.Greatest(InTimes))} times what they would by "
            + "chance; the character before gets up to "
            + $"{Number.Percent(seen.Reading.Greatest(static head => head.Watched).Watched)} of a head's weight",
        "Above: what patches with clothes get of the looks of each head, over what they would if it looked everywhere alike. Below: the "
            + $"share of each head's weight that goes to the character before the one that looks. {Seeds(seen)}",
        Columns: 2,
        [
            .. beforeAndAfter.Select(end => ByHead(
                $"{seen.Vision.Watched}, {When(end)}", "times", seen.Vision.ByHead(end, InTimes), 2)),
            .. beforeAndAfter.Select(end => ByHead(
                $"{seen.Reading.Watched}, {When(end)}",
                "share",
                seen.Reading.ByHead(end, static head => head.Watched),
                1)),
        ])
    {
        Subtitle = "What heads look at",
    };

    public static Figure Text(AttentionComparison seen)
    {
        TextRun run = seen.TextRuns[0];
        HeadRow previous = seen.Reading.Greatest(static head => head.Watched);
        HeadRow broad = seen.Reading.Greatest(static head => head.Share);
        return new Figure(
            "text_map",
            $"Head {previous.Head} of layer {previous.Layer} gives the character before {Number.Percent(previous.Watched)}; head "
                + $"{broad.Head} of layer {broad.Layer} is the broadest",
            "Weights of two heads in a line of text that is held out: the one that looks most at the character before, and the broadest. "
                + "Each row is a character that looks, each column one that is looked at; a dot is a space, ¶ the end of a line. What "
                + "comes later is not seen. "
                + $"Seed {run.Seed}, after training.",
            Columns: 2,
            [Map(run, previous), Map(run, broad)])
        {
            Subtitle = "Where two heads look",
        };
    }

    /// <summary>The layer whose heads differ most in how sharp they are.</summary>
    private static int MostDiverse(TransformerRuns runs) => Enumerable.Range(0, runs.Layers).MaxBy(layer =>
    {
        double[] shares = [.. runs.First.End.Heads.Where(head => head.Layer == layer + 1).Select(static head => head.Share)];
        return shares.Max() - shares.Min();
    });

    private static PictureGrid Grid(
        AttentionComparison seen, string title, string place, int places, Func<AttendedImage, int, double[]> received) => new(
        title,
        [new PictureColumn("image", ""), .. Enumerable.Range(1, places).Select(number => new PictureColumn($"{place} {number}", ""))],
        [
            .. seen.VisionRuns[0].Maps.Select(image => (IReadOnlyList<Picture>)
            [
                new Picture([.. image.Pixels.Select(static pixel => Math.Round(2 * pixel / 255.0 - 1, 3))]),
                .. Enumerable.Range(0, places).Select(index => Shown(received(image, index))),
            ]),
        ]);

    private static Picture Shown(double[] received) => new(
        [.. received.Select(share => Math.Round(share * received.Length / FullColour, 3))])
    {
        Signed = true,
    };

    private static Heatmap ByHead(string title, string value, IReadOnlyList<IReadOnlyList<double>> rows, double limit) => new(
        title,
        "head",
        "layer",
        value,
        [.. rows.Select(static row => (IReadOnlyList<double>)[.. row.Select(static number => Math.Round(number, 2))])],
        limit)
    {
        ColumnNames = [.. Enumerable.Range(1, rows[0].Count).Select(static head => $"{head}")],
        RowNames = [.. Enumerable.Range(1, rows.Count).Select(static layer => $"{layer}")],
        NamesEveryRow = true,
        ShowsValues = true,
        Unsigned = true,
    };

    private static Heatmap Map(TextRun run, HeadRow head) => new(
        $"head {head.Head} of layer {head.Layer}",
        "looked at",
        "looks",
        "weight",
        [.. run.Maps[head.Layer - 1][head.Head - 1].Select(static row => (IReadOnlyList<double>)row)],
        FullWeight)
    {
        RowNames = run.Line,
        ColumnNames = run.Line,
        NamesEveryRow = true,
        Unsigned = true,
    };

    private static double InTimes(HeadRow head) => head.Watched / head.ByChance;

    private static string Times(HeadRow head) => Number.Short(InTimes(head));

    private static IReadOnlyList<IReadOnlyList<double>> Shares(TransformerRuns runs, bool end) =>
        runs.ByHead(end, static head => head.Share);

    private static string Ranges(AttentionComparison seen, bool end) => string.Join(" and ", seen.Both.Select(runs =>
    {
        double[] shares = [.. Shares(runs, end).SelectMany(static layer => layer)];
        return $"{Number.Percent(shares.Min())} to {Number.Percent(shares.Max())} ({runs.Label})";
    }));

    private static string When(bool end) => end ? "after training" : "before training";

    private static string Seeds(AttentionComparison seen) =>
        seen.Vision.Runs.Count > 1 ? $"Medians of {seen.Vision.Runs.Count} seeds." : "One seed.";
}
