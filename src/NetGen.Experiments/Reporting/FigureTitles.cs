namespace NetGen.Experiments.Reporting;

/// <summary>Parts of titles that say what a figure shows, made of the numbers that it shows.</summary>
internal static class FigureTitles
{
    /// <summary>With a capital letter at its beginning.</summary>
    public static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>What is told of every one of a few: <c>1e-16 in PlainMLP, 2.1 in ResMLP</c>.</summary>
    public static string Each(IEnumerable<(string Name, double Value)> all) =>
        string.Join(", ", all.Select(static one => $"{Number.Short(one.Value)} in {one.Name}"));

    /// <summary>The least and the greatest of many: <c>ranges from 1e-16 (plain) to 2.1 (residual)</c>.</summary>
    public static string Range(IEnumerable<(string Name, double Value)> all)
    {
        (string Name, double Value)[] sorted = [.. all.Where(static one => double.IsFinite(one.Value)).OrderBy(static one => one.Value)];
        return sorted.Length switch
        {
            0 => "is beyond all numbers",
            1 => $"is {Number.Short(sorted[0].Value)} ({sorted[0].Name})",
            _ => $"ranges from {Number.Short(sorted[0].Value)} ({sorted[0].Name}) to {Number.Short(sorted[^1].Value)} ({sorted[^1].Name})",
        };
    }

    /// <summary>How a loss goes: <c>ResMLP's loss falls from 16.1 to 0.0646</c>.</summary>
    public static string Loss(string name, SeedSpread first, SeedSpread last)
    {
        string way = (last.Median / first.Median) switch
        {
            < 0.5 => "falls from",
            > 0.9 and < 1.1 => "stays:",
            > 2 => "rises from",
            _ => "goes from",
        };
        return $"{name} {way} {Number.Short(first.Median)} to {Number.Short(last.Median)}";
    }
}
