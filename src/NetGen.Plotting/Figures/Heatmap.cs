namespace NetGen.Plotting.Figures;

/// <summary>A table of numbers as colours: one for positive, one for negative, none for zero.</summary>
/// <param name="Title">What tells it from the other panels, or an empty string.</param>
/// <param name="ColumnLabel">What a column is.</param>
/// <param name="RowLabel">What a row is.</param>
/// <param name="ValueLabel">What a value is.</param>
/// <param name="Rows">The values; rows are counted from 1.</param>
/// <param name="Limit">The absolute value from which on a colour is full.</param>
internal sealed record Heatmap(
    string Title,
    string ColumnLabel,
    string RowLabel,
    string ValueLabel,
    IReadOnlyList<IReadOnlyList<double>> Rows,
    double Limit) : Panel(Title)
{
    /// <summary>What the rows are, where their numbers would not do.</summary>
    public IReadOnlyList<string>? RowNames { get; init; }

    /// <summary>The number of the first column.</summary>
    public int FirstColumn { get; init; } = 1;

    /// <summary>What the columns are, where their numbers would not do: as many are shown as there is room for.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    /// <summary>What equally many neighbouring columns have in common: it stands above them.</summary>
    public IReadOnlyList<string> ColumnGroups { get; init; } = [];

    /// <summary>Whether every row bears its name, rather than a few of them.</summary>
    public bool NamesEveryRow { get; init; }

    /// <summary>Whether every value is written where it is shown, rather than told by its colour alone.</summary>
    public bool ShowsValues { get; init; }

    /// <summary>Whether values are never negative, such as shares.</summary>
    public bool Unsigned { get; init; }
}
