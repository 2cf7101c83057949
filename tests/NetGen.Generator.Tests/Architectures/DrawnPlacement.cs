using System.Globalization;

namespace NetGen.Generator.Tests;

/// <summary>A placed block: its parameters may be those of its other uses, and may stay as they are.</summary>
internal sealed record PlacedBlock(DrawnBlock Block, bool Shared = false, bool Frozen = false)
{
    public IEnumerable<string> Arguments =>
        [.. Shared ? ["Shared = true"] : Array.Empty<string>(), .. Frozen ? ["Frozen = true"] : Array.Empty<string>()];

    public Shape? Follow(Shape input, Survey survey)
    {
        bool around = survey.Frozen;
        survey.Frozen |= Frozen;
        Shape? output = Shared && !survey.Shares(Block, input) ? null : Block.Follow(input, survey);
        survey.Frozen = around;
        return output;
    }

    public Tensor Compute(DrawnParameters parameters, string path, Tensor x) =>
        Block.Compute(parameters, (Shared ? parameters.Share(Block, path) : path) + ".", x);
}

/// <summary>A block, once.</summary>
internal sealed record DrawnUse(PlacedBlock Placed, DrawnShortcut Shortcut) : DrawnLayer
{
    public override string Text => $"Use<{Placed.Block.Name}>{Shortcut.Write(Placed.Arguments)}";

    public override IEnumerable<DrawnBlock> Blocks => [Placed.Block];

    public override Shape? Follow(Shape input, Survey survey) => Shortcut.Follow(input, Placed.Follow(input, survey), survey);

    public override Tensor Compute(DrawnParameters parameters, string path, Tensor x) =>
        Shortcut.Compute(parameters, [path], x, example => Placed.Compute(parameters, path, example));
}

/// <summary>A block, several times one after the other.</summary>
internal sealed record DrawnRepeat(PlacedBlock Placed, int Count, DrawnShortcut Shortcut) : DrawnLayer
{
    public override string Text =>
        $"Repeat<{Placed.Block.Name}>{Shortcut.Write([Count.ToString(CultureInfo.InvariantCulture), .. Placed.Arguments])}";

    public override IEnumerable<DrawnBlock> Blocks => [Placed.Block];

    public override Shape? Follow(Shape input, Survey survey)
    {
        Shape? shape = input;
        for (int i = 0; i < Count; i++)
            shape = shape is null ? null : Shortcut.Follow(shape, Placed.Follow(shape, survey), survey);
        return shape;
    }

    public override Tensor Compute(DrawnParameters parameters, string path, Tensor x)
    {
        string[] paths = [.. Enumerable.Range(0, Count).Select(i => $"{path}.{i}")];
        int turn = 0;
        return Shortcut.Compute(parameters, paths, x, example => Placed.Compute(parameters, paths[turn++], example));
    }
}

/// <summary>Two blocks on the same example, added.</summary>
internal sealed record DrawnParallel(DrawnBlock First, DrawnBlock Second, DrawnShortcut Shortcut) : DrawnLayer
{
    public override string Text => $"Parallel<{First.Name}, {Second.Name}>{Shortcut.Write([])}";

    public override IEnumerable<DrawnBlock> Blocks => [First, Second];

    public override Shape? Follow(Shape input, Survey survey) =>
        First.Follow(input, survey) is { } output
            && Second.Follow(input, survey) == output ? Shortcut.Follow(input, output, survey) : null;

    public override Tensor Compute(DrawnParameters parameters, string path, Tensor x) => Shortcut.Compute(
        parameters, [path], x,
        example => First.Compute(parameters, path + ".0.", example).Plus(Second.Compute(parameters, path + ".1.", example)));
}
