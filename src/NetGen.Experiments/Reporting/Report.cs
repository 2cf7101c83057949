namespace NetGen.Experiments.Reporting;

/// <summary>What an experiment found, as data: written as Markdown, as a page and, in part, on the console.</summary>
/// <param name="Title">The name of the experiment.</param>
/// <param name="Question">What it asked.</param>
/// <param name="Answer">What was measured, in a few sentences.</param>
/// <param name="Setup">What was done.</param>
/// <param name="Results">The numbers; the first table is the one that goes beside printed numbers.</param>
/// <param name="Figures">The pictures.</param>
/// <param name="Findings">Claims and what became of them.</param>
/// <param name="Conventions">What each quantity means.</param>
internal sealed record Report(
    string Title,
    string Question,
    string Answer,
    Table Setup,
    IReadOnlyList<Table> Results,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<string> Conventions)
{
    /// <summary>Answers to questions and what else needs sentences.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>The names of the figures that show the answer: a reader sees them first.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>All figures as they are numbered, from 1: those that lead, then the others.</summary>
    public IReadOnlyList<Figure> NumberedFigures => [.. LeadingFigures, .. Figures.ExceptBy(Leads, static figure => figure.Name)];

    public IReadOnlyList<Figure> LeadingFigures => [.. Leads.SelectMany(name => Figures.Where(figure => figure.Name == name))];

    /// <summary>What was done, and all numbers.</summary>
    public IEnumerable<Table> Tables => Results.Prepend(Setup);

    /// <summary>Findings that one figure shows, or none, by the numbers of their figures.</summary>
    public IEnumerable<(int Number, Figure? Figure, IReadOnlyList<Finding> Findings)> FindingsByFigure()
    {
        foreach ((int index, Figure figure) in NumberedFigures.Index())
        {
            Finding[] shown = [.. Findings.Where(finding => finding.Figure == figure.Name)];
            if (shown.Length > 0)
                yield return (index + 1, figure, shown);
        }

        Finding[] others = [.. Findings.Where(finding => Figures.All(figure => figure.Name != finding.Figure))];
        if (others.Length > 0)
            yield return (0, null, others);
    }
}

/// <summary>A paragraph with a head.</summary>
/// <param name="Head">What it is about.</param>
/// <param name="Text">What there is to say.</param>
internal sealed record Passage(string Head, string Text);

/// <summary>A table.</summary>
/// <param name="Title">What it holds.</param>
/// <param name="Columns">The heads of its columns.</param>
/// <param name="Rows">Its rows, each as long as <paramref name="Columns"/>.</param>
internal sealed record Table(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A claim, and what the run says of it.</summary>
/// <param name="Claim">What was claimed.</param>
/// <param name="Standing">Whether it holds.</param>
/// <param name="Evidence">What was measured.</param>
internal sealed record Finding(string Claim, Standing Standing, string Evidence)
{
    /// <summary>The name of the figure that shows it, or null.</summary>
    public string? Figure { get; init; }
}

/// <summary>What the run says of a claim.</summary>
internal enum Standing
{
    Holds,
    DoesNotHold,
    NotMeasured,
}

/// <summary>What stands beside a finding.</summary>
internal static class StandingNames
{
    /// <summary>Where it begins a line.</summary>
    public static string Head(this Standing standing) => char.ToUpperInvariant(standing.Name()[0]) + standing.Name()[1..];

    public static string Name(this Standing standing) => standing switch
    {
        Standing.Holds => "holds",
        Standing.DoesNotHold => "does not hold",
        Standing.NotMeasured => "not measured",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Expected a standing that has a name."),
    };
}
