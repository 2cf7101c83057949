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

    /// <summary>All figures as they are numbered, from 1: the leading ones, then the others.</summary>
    public IReadOnlyList<Figure> NumberedFigures => [.. LeadingFigures, .. Figures.ExceptBy(Leads, static figure => figure.Name)];

    public IReadOnlyList<Figure> LeadingFigures => [.. Leads.SelectMany(name => Figures.Where(figure => figure.Name == name))];

    /// <summary>What was done, and all numbers.</summary>
    public IEnumerable<Table> Tables => Results.Prepend(Setup);

    /// <summary>
    /// Findings by the figure that shows them, in the order of figures. Findings that no figure shows come last, with the number 0.
    /// </summary>
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
