using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

public sealed class DiagnosticTests
{
    public static TheoryData<string, string> Cases => [.. DiagnosticCases.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_mistake_is_one_error_where_it_was_made(string id, string source)
    {
        MarkedSource marked = MarkedSource.Parse("using NetGen; " + source);

        GeneratorRun run = GeneratorRun.Over(marked.Text);

        Diagnostic error = Assert.Single(run.Errors);
        Assert.Equal(id, error.Id);
        Assert.Equal((marked.Start, marked.Marked), PlaceOf(error));
    }

    public static TheoryData<string, string> Derived => [.. DiagnosticCases.Derived];

    // The C# compiler has errors of its own for these classes.
    [Theory]
    [MemberData(nameof(Derived))]
    public void An_attribute_that_derives_from_a_layer_is_one_error_and_takes_no_other_network_along(string id, string source)
    {
        MarkedSource marked = MarkedSource.Parse("using NetGen; " + source);

        GeneratorRun run = GeneratorRun.Over(marked.Text, "[NetGen.Mlp] public partial class Innocent;");

        Diagnostic error = Assert.Single(run.Reported);
        Assert.Equal(id, error.Id);
        Assert.Equal((marked.Start, marked.Marked), PlaceOf(error));
        Assert.NotNull(Assert.Single(run.Declarations, static declaration => declaration.Type.Name == "Innocent").Network);
    }

    // Nothing is written next to such a member, so that the C# compiler misses the others.
    [Theory]
    [InlineData("[Mlp] public partial class Net : INetwork { static void INetwork.«Infer»(ref float parameters, ref float activations, "
        + "int rows) { } }")]
    [InlineData("[Mlp] public partial class Net : INetwork { static NetworkInfo INetwork.«Info» => null!; }")]
    [InlineData("[Mlp] public partial class Net { ParameterSet INetwork.«Parameters» => null!; }")]
    public void An_explicit_implementation_of_the_interface_is_a_clash(string source)
    {
        MarkedSource marked = MarkedSource.Parse("using NetGen; " + source);

        Diagnostic error = Assert.Single(GeneratorRun.Over(marked.Text).Reported);

        Assert.Equal(DiagnosticDescriptors.MemberClash, error.Descriptor);
        Assert.Equal((marked.Start, marked.Marked), PlaceOf(error));
    }

    [Fact]
    public void A_second_attribute_in_another_file_is_reported_there()
    {
        MarkedSource second = MarkedSource.Parse("[«NetGen.Mlp(Depth = 3)»] partial class Net;");

        GeneratorRun run = GeneratorRun.Over("[NetGen.Mlp(Depth = 5)] public partial class Net;", second.Text);

        Diagnostic error = Assert.Single(run.Errors);
        Assert.Equal(DiagnosticDescriptors.SecondAttribute, error.Descriptor);
        Assert.Equal("File1.cs", error.Location.SourceTree!.FilePath);
        Assert.Equal((second.Start, second.Marked), PlaceOf(error));
        Assert.Equal(5, run.Network.Layers.Count);
    }

    [Fact]
    public void Every_further_attribute_is_reported()
    {
        GeneratorRun run = GeneratorRun.Over("using NetGen; [Mlp(Depth = 1), Mlp(Depth = 2)] [Mlp(Depth = 3)] public partial class Net;");

        Assert.Equal(["Mlp(Depth = 2)", "Mlp(Depth = 3)"], run.Errors.Select(static error => PlaceOf(error).Text));
        Assert.Single(run.Network.Layers);
    }

    [Fact]
    public void Each_mistake_is_reported()
    {
        GeneratorRun run = GeneratorRun.Over(
            "using NetGen; [Mlp(Depth = 0, Width = 0, InitScale = float.NaN)] public abstract partial class Net;");

        Assert.Equal(["NETGEN005", "NETGEN013", "NETGEN013", "NETGEN015"], run.Errors.Select(static error => error.Id).Order());
    }

    [Fact]
    public void A_project_without_optimisation_is_told_so_at_the_attribute()
    {
        MarkedSource marked = MarkedSource.Parse("using NetGen; [«Mlp(Depth = 3)»] public partial class Net;");

        GeneratorRun run = GeneratorRun.Over(OptimizationLevel.Debug, marked.Text);

        Diagnostic information = Assert.Single(run.Reported);
        Assert.Equal(DiagnosticDescriptors.NotOptimized, information.Descriptor);
        Assert.Equal(DiagnosticSeverity.Info, information.Severity);
        Assert.Equal((marked.Start, marked.Marked), PlaceOf(information));
        Assert.Contains("<Optimize>true</Optimize>", information.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void An_optimised_project_is_told_nothing() =>
        Assert.Empty(GeneratorRun.Over("[NetGen.Mlp] public partial class Net;").Reported);

    [Theory]
    [InlineData("Depth = -3", "-3")]
    [InlineData("Depth = 5000", "4,096")]
    [InlineData("InitScale = float.NaN", "NaN")]
    [InlineData("Activation = (Activation)99", "ReLU, LeakyReLU, Tanh, Sigmoid, Gelu, GeluTanh, SiLU, Identity, SquaredReLU, found 99")]
    [InlineData(
        "Width = 1, Depth = 1, Input = 67108859", "at most 2,147,483,576 floats in a slab, but the parameters of 'Net' need 2,147,483,584")]
    [InlineData("Width = 1, Depth = 1, Output = 56512705", "but the activations of 'Net' need about 2,147,484,176")]
    public void A_message_says_what_was_expected_and_what_came(string argument, string part)
    {
        GeneratorRun run = GeneratorRun.Over($"using NetGen; [Mlp({argument})] public partial class Net;");

        Assert.Contains(part, Assert.Single(run.Reported).GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ }", "found nothing")]
    [InlineData(": base() { }", "found ': base(...)'")]
    public void A_constructor_is_told_what_was_expected_of_it(string body, string found)
    {
        string message = Assert.Single(
            GeneratorRun.Over($"[NetGen.Mlp] public partial class Net {{ public Net(string name) {body} }}").Reported).GetMessage(null);

        Assert.StartsWith("Expected ': this(...)'", message, StringComparison.Ordinal);
        Assert.Contains(found, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static Net() { }")]
    [InlineData("public Net(string name) : this() { }")]
    [InlineData("public Net(string name, int seed) : this(seed) { }")]
    [InlineData("public Net(string name) : this(name, 1) { } private Net(string name, int seed) : this(seed, initScale: 0.5f) { }")]
    public void Constructors_that_come_to_the_networks_own_are_fine(string constructors) =>
        Assert.Empty(GeneratorRun.Over($"[NetGen.Mlp] internal partial class Net {{ {constructors} }}").WarningsAndErrors);

    [Fact]
    public void A_class_may_list_the_interface_itself() =>
        Assert.Empty(GeneratorRun.Over("[NetGen.Mlp] public partial class Net : NetGen.INetwork;").Errors);

    [Fact]
    public void A_base_class_with_private_members_of_the_same_names_is_no_clash() =>
        Assert.Empty(
            GeneratorRun.Over("public class Base { private int Info() => 1; } [NetGen.Mlp] public partial class Net : Base;").Errors);

    [Theory]
    [InlineData("public Base(int width = 3) { }")]
    [InlineData("protected Base(params int[] widths) { }")]
    [InlineData("private protected Base() { }")]
    public void A_base_class_may_have_any_constructor_that_can_be_called_without_arguments(string constructor) =>
        Assert.Empty(GeneratorRun.Over($"public class Base {{ {constructor} }} [NetGen.Mlp] public partial class Net : Base;").Errors);

    private static (int Start, string Text) PlaceOf(Diagnostic diagnostic) =>
        (
            diagnostic.Location.SourceSpan.Start,
            diagnostic.Location.SourceTree!.ToString()[diagnostic.Location.SourceSpan.Start..diagnostic.Location.SourceSpan.End]);
}
