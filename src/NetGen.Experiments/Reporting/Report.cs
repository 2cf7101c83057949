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
    /// <summary>Answers to questions and what else needs sentences, between the numbers and the pictures.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];
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
internal sealed record Finding(string Claim, Standing Standing, string Evidence);

/// <summary>What the run says of a claim.</summary>
internal enum Standing
{
    Holds,
    DoesNotHold,
    NotMeasured,
}

/// <summary>The heads under which findings stand in a report.</summary>
internal static class StandingNames
{
    public static string Head(this Standing standing) => standing switch
    {
        Standing.Holds => "What holds",
        Standing.DoesNotHold => "What does not hold",
        _ => "What this run did not measure",
    };
}
