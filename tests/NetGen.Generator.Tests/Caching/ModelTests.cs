using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

public sealed class ModelTests
{
    private const string Source = "namespace A; using NetGen; public partial class Outer<T> { [Mlp(Depth = 3, Residual = true, Input = 5, "
        + "Output = 7)] public partial class Net; }";

    [Theory]
    [InlineData(Source)]
    [InlineData("[NetGen.Mlp(Depth = 2, Input = 3, Output = 4)] public partial class Net;")]
    public void Nothing_of_the_compilation_can_be_reached_from_a_declaration(string source)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Walk(GeneratorRun.Over(source).Declarations.Single(), seen);

        Assert.True(seen.Count > 1);
        Assert.DoesNotContain(
            seen,
            static found => found is ISymbol or Compilation or SemanticModel or SyntaxNode or SyntaxTree or Location or AttributeData);
    }

    [Theory]
    [InlineData(Source)]
    [InlineData("[NetGen.Mlp(Depth = 2, Input = 3, Output = 4)] public partial class Net;")]
    public void The_same_code_twice_gives_equal_declarations(string source)
    {
        Declaration first = GeneratorRun.Over(source).Declarations.Single();
        Declaration second = GeneratorRun.Over(source).Declarations.Single();

        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Theory]
    [InlineData("Depth = 3")]
    [InlineData("Width = 65")]
    [InlineData("Input = 3")]
    [InlineData("Output = 3")]
    [InlineData("Residual = true")]
    [InlineData("Activation = Activation.Tanh")]
    [InlineData("Activation = Activation.Identity")]
    [InlineData("Init = Init.Zeros")]
    [InlineData("InitScale = 0.5f")]
    [InlineData("Bias = false")]
    public void Another_argument_gives_another_network(string argument) => Assert.NotEqual(
        GeneratorRun.Over("using NetGen; [Mlp] partial class Net;").Network,
        GeneratorRun.Over($"using NetGen; [Mlp({argument})] partial class Net;").Network);

    private static void Walk(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || !seen.Add(value))
            return;
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
                Walk(item, seen);
        }

        if (value is Array)
            return;
        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (
                FieldInfo member in type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(member.GetValue(value), seen);
        }
    }
}
