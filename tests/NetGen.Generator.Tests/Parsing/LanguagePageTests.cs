using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>The examples of <c>docs/language.md</c> are code.</summary>
[Trait("Speed", "Slow")]
public sealed partial class LanguagePageTests
{
    public static TheoryData<string> Examples =>
        [.. Example().Matches(Repository.Read("docs/language.md")).Select(static match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_compiles(string example)
    {
        OutputKind kind = example.Contains("var ", StringComparison.Ordinal)
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;

        Assert.Empty(GeneratorRun.Over(new CSharpCompilationOptions(kind, optimizationLevel: OptimizationLevel.Release), example).Errors);
    }

    [Fact]
    public void Every_layer_has_its_row()
    {
        IEnumerable<string> layers = typeof(LayerAttribute).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
            .Select(static type => type.Name.Split('`')[0].Replace("Attribute", "", StringComparison.Ordinal));

        Assert.All(layers, static layer => Assert.Matches($@"\n\| `{layer}[`(<]", Repository.Read("docs/language.md")));
    }

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
