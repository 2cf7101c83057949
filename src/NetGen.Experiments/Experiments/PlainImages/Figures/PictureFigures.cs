namespace NetGen.Experiments.PlainImages;

/// <summary>Images, and what can be read of them behind layers and coders.</summary>
internal static class PictureFigures
{
    public static IEnumerable<Figure> Remains(PlainImagesComparison seen)
    {
        PlainImageRuns[] looked = [.. seen.Whole(true, seen.Deepest).Where(static runs => runs.First.Start.Remains.Count > 0)];
        if (looked.Length == 0)
            yield break;
        yield return new Figure(
            "remains",
            "After training, a linear readout of the last layer gets back of the variance of images "
                + string.Join(", ", looked.Select(static runs => $"{Share(runs.First.End.Remains[^1])} ({runs.Label})")),
            $"Test images, and what the best linear readout of a layer, fitted to {seen.Gallery.Fitted} others, gets back of "
                + "them, before training and after it; the percentage is the share of the variance that it reads correctly. "
                + $"{seen.Deepest} layers of weights, two to a layer, batch norm; seed {looked[0].First.Seed}.",
            Columns: 2,
            [.. looked.SelectMany(runs => Sheets(seen, runs, "layer", static inside => inside.Remains))])
        {
            Subtitle = "What is left of images, by layer",
        };
    }

    public static IEnumerable<Figure> CoderPath(PlainImagesComparison seen)
    {
        PlainImageRuns[] coded = [.. seen.Whole(true, seen.Deepest).Where(static runs => runs.First.Start.CoderPath.Count > 0)];
        if (coded.Length == 0)
            yield break;
        yield return new Figure(
            "coder_path",
            $"Behind {StageCoders.Passes[^1]} passes of a coder alone, a linear readout gets back of the variance of images "
                + string.Join(", ", coded.Select(static runs => $"{Share(runs.First.Start.CoderPath[^1])} ({runs.Label})")),
            "Test images that went through the first convolution and then through nothing but passes of the first stage's coder, read back "
                + "linearly. Coders are frozen: before and after training differ by the first convolution alone. "
                + $"Seed {coded[0].First.Seed}.",
            Columns: 2,
            [.. coded.SelectMany(runs => Sheets(seen, runs, "pass", static inside => inside.CoderPath))])
        {
            Subtitle = "What is left of images behind passes of a coder",
        };
    }

    private static IEnumerable<PictureGrid> Sheets(
        PlainImagesComparison seen, PlainImageRuns runs, string what, Func<Inside, IReadOnlyList<Remains>> remains)
    {
        yield return Sheet(seen, $"{runs.Label}, before training", what, remains(runs.First.Start));
        yield return Sheet(seen, $"{runs.Label}, after training", what, remains(runs.First.End));
    }

    private static PictureGrid Sheet(PlainImagesComparison seen, string title, string what, IReadOnlyList<Remains> remains)
    {
        IReadOnlyList<float[]> unseen = seen.Gallery.UnseenImages;
        int channels = seen.Task.Test.Shape.Channels;
        return new PictureGrid(
            title,
            [new PictureColumn("image", ""), .. remains.Select(one => new PictureColumn($"{what} {one.Layer}", Share(one)))],
            [
                .. seen.Gallery.Shown.Select((image, index) => (IReadOnlyList<Picture>)
                [
                    Shown([.. unseen[image].Select(static value => (double)value)], channels),
                    .. remains.Select(one => Shown(one.Pictures[index], channels)),
                ]),
            ]);
    }

    /// <summary>From -1 for black cloth, as printed, to 1; images of several channels by the mean of these.</summary>
    private static Picture Shown(double[] pixels, int channels) =>
        new([.. pixels.Chunk(channels).Select(static pixel => Math.Round(pixel.Average() - 0.5, 3))]);

    private static string Share(Remains remains) => Number.Percent(Math.Max(0, remains.Share));
}
