using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

/// <summary>An <c>.editorconfig</c> that says the same of every file.</summary>
/// <param name="settings">What it says, <c>name = value</c>.</param>
internal sealed class ConfiguredOptions(params IEnumerable<string> settings) : AnalyzerConfigOptionsProvider
{
    private readonly Options options = new(settings.Select(static setting => setting.Split(" = "))
        .ToDictionary(static parts => parts[0], static parts => parts[1]));

    public override AnalyzerConfigOptions GlobalOptions => options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => options;

    // What NetGen.targets says of files of weights.
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile is WeightsText { Resource: { } resource }
            ? new Options(new() { ["build_metadata.AdditionalFiles.NetGenResource"] = resource })
            : options;

    private sealed class Options(Dictionary<string, string> settings) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => settings.TryGetValue(key, out value);
    }
}
