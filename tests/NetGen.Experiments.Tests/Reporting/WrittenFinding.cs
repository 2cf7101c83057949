using System.Text.RegularExpressions;

namespace NetGen.Experiments.Tests.Reporting;

/// <summary>A finding as it stands in a report that is Markdown.</summary>
/// <param name="Claim">What was claimed.</param>
/// <param name="Standing">What the run says of it: <c>Holds</c>, <c>Does not hold</c> or <c>Not measured</c>.</param>
/// <param name="Evidence">What was measured.</param>
internal sealed partial record WrittenFinding(string Claim, string Standing, string Evidence)
{
    public static IReadOnlyList<WrittenFinding> In(string report) =>
        [
            .. Line()
                .Matches(report)
                .Select(static line => new WrittenFinding(line.Groups[1].Value, line.Groups[2].Value, line.Groups[3].Value)),
        ];

    [GeneratedRegex(@"^- \*\*(.+?)\*\* \*(.+?)\.\* (.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
