using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>The versions of C# that networks can be declared in, by number and by name.</summary>
public sealed class LanguageTests
{
    private const string Declaration = "[NetGen.Mlp(Depth = 3, Input = 5, Residual = true)] internal partial class Net { }";

    [Theory]
    [InlineData(LanguageVersion.CSharp10, "found 10.0")]
    [InlineData(LanguageVersion.CSharp11, "found 11.0")]
    public void Before_twelve_there_is_one_error_at_the_attribute_and_no_code(LanguageVersion language, string found)
    {
        GeneratorRun run = GeneratorRun.Over(language, Declaration);

        Diagnostic error = Assert.Single(run.WarningsAndErrors);
        Assert.Equal(DiagnosticDescriptors.LanguageTooOld, error.Descriptor);
        Assert.Equal(Declaration.IndexOf("NetGen.Mlp", StringComparison.Ordinal), error.Location.SourceSpan.Start);
        Assert.Contains(found, error.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Default)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.LatestMajor)]
    [InlineData(LanguageVersion.Preview)]
    public void From_twelve_on_generated_code_compiles_without_a_warning(LanguageVersion language)
    {
        GeneratorRun run = GeneratorRun.Over(language, Declaration);

        Assert.Empty(run.WarningsAndErrors);
        Assert.NotEmpty(run.Result.GeneratedSources);
    }

    [Theory]
    [InlineData("partial Net(string name); partial Net(string name) : this() { }", 0)]
    [InlineData("partial Net(string name); partial Net(string name) { }", 1)]
    public void A_partial_constructor_calls_the_networks_own_where_it_is_implemented(string constructor, int errors) => Assert.Equal(
        Enumerable.Repeat(DiagnosticDescriptors.UnchainedConstructor, errors),
        GeneratorRun.Over(LanguageVersion.Preview, $"[NetGen.Mlp] internal partial class Net {{ {constructor} }}").WarningsAndErrors
            .Select(static error => error.Descriptor));
}
