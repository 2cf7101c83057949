using System.Globalization;

namespace NetGen.Generator.Tests;

/// <summary>A placed block: its parameters may be those of its other uses, and may stay as they are.</summary>
internal sealed record PlacedBlock(DrawnBlock Block, bool Shared = false, bool Frozen = false)
{
    public IEnumerable<string> Arguments =>
        [.. Shared ? ["Shared = true"] : Array.Empty<string>(), .. Frozen ? ["Frozen = true"] : Array.Empty<string>()];

    public int? Follow(int inputs, Survey survey)
    {
        bool around = survey.Frozen;
        survey.Frozen |= Frozen;
        int? outputs = Shared && !survey.Shares(Block, inputs) ? null : Block.Follow(inputs, survey);
        survey.Frozen = around;
        return outputs;
    }

    public double[] Compute(DrawnParameters parameters, string path, double[] x) =>
        Block.Compute(parameters, (Shared ? parameters.Share(Block, path) : path) + ".", x);
}

/// <summary>A block, once.</summary>
internal sealed record DrawnUse(PlacedBlock Placed, DrawnShortcut Shortcut) : DrawnLayer
{
    public override string Text => $"Use<{Placed.Block.Name}>{Shortcut.Write(Placed.Arguments)}";

    public override IEnumerable<DrawnBlock> Blocks => [Placed.Block];

    public override int? Follow(int inputs, Survey survey) => Shortcut.Follow(inputs, Placed.Follow(inputs, survey), survey);

    public override double[] Compute(DrawnParameters parameters, string path, double[] x) =>
        Shortcut.Compute(parameters, [path], x, vector => Placed.Compute(parameters, path, vector));
}

/// <summary>A block, several times one after the other.</summary>
internal sealed record DrawnRepeat(PlacedBlock Placed, int Count, DrawnShortcut Shortcut) : DrawnLayer
{
    public override string Text =>
        $"Repeat<{Placed.Block.Name}>{Shortcut.Write([Count.ToString(CultureInfo.InvariantCulture), .. Placed.Arguments])}";

    public override IEnumerable<DrawnBlock> Blocks => [Placed.Block];

    public override int? Follow(int inputs, Survey survey)
    {
        int? width = inputs;
        for (int i = 0; i < Count; i++)
            width = width is int length ? Shortcut.Follow(length, Placed.Follow(length, survey), survey) : null;
        return width;
    }

    public override double[] Compute(DrawnParameters parameters, string path, double[] x)
    {
        string[] paths = [.. Enumerable.Range(0, Count).Select(i => $"{path}.{i}")];
        int turn = 0;
        return Shortcut.Compute(parameters, paths, x, vector => Placed.Compute(parameters, paths[turn++], vector));
    }
}

/// <summary>Two blocks on the same vector, added.</summary>
internal sealed record DrawnParallel(DrawnBlock First, DrawnBlock Second, DrawnShortcut Shortcut) : DrawnLayer
{
    public override string Text => $"Parallel<{First.Name}, {Second.Name}>{Shortcut.Write([])}";

    public override IEnumerable<DrawnBlock> Blocks => [First, Second];

    public override int? Follow(int inputs, Survey survey) =>
        First.Follow(inputs, survey) is int outputs
            && Second.Follow(inputs, survey) == outputs ? Shortcut.Follow(inputs, outputs, survey) : null;

    public override double[] Compute(DrawnParameters parameters, string path, double[] x) => Shortcut.Compute(
        parameters, [path], x,
        vector => Vectors.Add(First.Compute(parameters, path + ".0.", vector), Second.Compute(parameters, path + ".1.", vector)));
}
