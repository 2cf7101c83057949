using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Judging;

/// <summary>The bounds that hold for the networks of a file.</summary>
/// <param name="options">What the user says of the file.</param>
internal sealed class SignalThresholds(AnalyzerConfigOptions options)
{
    /// <summary>Where a bound lies: at its default where the user gives no number, or one out of its range.</summary>
    public double this[SignalThreshold threshold] =>
        options.TryGetValue(threshold.Option, out string? text) && Parse(threshold, text) is { } number ? number : threshold.Default;

    /// <summary>The numbers of the user that are out of range.</summary>
    /// <param name="location">Where to say so: no diagnostic can point into an <c>.editorconfig</c>.</param>
    public IEnumerable<Diagnostic> Mistakes(Location location)
    {
        foreach (SignalThreshold threshold in SignalThreshold.All)
        {
            if (options.TryGetValue(threshold.Option, out string? text) && Parse(threshold, text) is null)
                yield return Diagnostic.Create(
                    DiagnosticDescriptors.BadThreshold, location, threshold.Option, threshold.Range, text,
                    SignalNumber.Text(threshold.Default));
        }
    }

    private static double? Parse(SignalThreshold threshold, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && threshold.Admits(number)
            ? number
            : null;
}
