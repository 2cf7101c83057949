namespace NetGen.Generator.Tests;

public sealed class TypeTests
{
    [Theory]
    [InlineData("[Mlp] partial class Net;", "Net")]
    [InlineData("namespace My.App; [Mlp] partial class Net;", "My.App.Net")]
    [InlineData(
        "namespace A { namespace B { partial class Outer { partial struct Middle { [Mlp] partial class Net; } } } }",
        "A.B.Outer.Middle.Net")]
    [InlineData("partial class Outer<T> { [Mlp] partial class Net<U, V>; }", "Outer`1.Net`2")]
    [InlineData("namespace @event; [Mlp] partial class @class;", "event.class")]
    [InlineData("[Mlp] partial class Ne\u0301t;", "Ne\u0301t")]
    [InlineData("[Mlp] partial class \\u004eet;", "Net")]
    public void A_file_is_named_after_the_type_and_what_is_around_it(string source, string name) =>
        Assert.Equal([name], GeneratorRun.Over("using NetGen; " + source).NetworkFiles);

    [Theory]
    [InlineData("[Mlp] partial class Net; [Mlp] partial class net;", "Net net-2")]
    [InlineData("[Mlp] partial class Net; [Mlp] partial class NET; [Mlp] partial class net;", "Net NET-2 net-3")]
    [InlineData("[Mlp] partial class Net; [Mlp] partial struct Net;", "Net Net-2")]
    [InlineData("partial class A { [Mlp] partial class B; } namespace A { [Mlp] partial class B; }", "A.B A.B-2")]
    public void Files_differ_in_more_than_case(string source, string names) =>
        Assert.Equal(names.Split(' '), GeneratorRun.Over("using NetGen; " + source).NetworkFiles);

    // The names of files of kernels have a hyphen, which no identifier has.
    [Fact]
    public void Files_of_kernels_have_names_that_no_network_has()
    {
        GeneratorRun run = GeneratorRun.Over("[NetGen.Mlp] public partial class Net;");

        IEnumerable<string> others = run.Result.GeneratedSources
            .Select(static source => source.HintName)
            .Except(["Net.g.cs", "Net.Info.g.cs"]);
        Assert.NotEmpty(others);
        Assert.All(others, static name => Assert.Contains('-', name));
    }

    [Theory]
    [InlineData("namespace @event.@namespace; [Mlp] internal partial class @class;")]
    [InlineData("[Mlp] internal partial class @record;")]
    [InlineData("[Mlp] internal partial class @required;")]
    [InlineData("internal partial class @partial { [Mlp] internal partial class @file; }")]
    [InlineData("internal partial interface IOuter { [Mlp] internal partial class Net; }")]
    [InlineData("internal partial record Outer(int X) { [Mlp] internal partial class Net; }")]
    [InlineData("internal readonly ref partial struct Outer { [Mlp] internal partial class Net; }")]
    [InlineData("internal partial record struct Outer { [Mlp] internal partial class Net; }")]
    [InlineData(
        "internal static partial class Outer { [Mlp] internal partial class Net; internal static object Use() => new Net(seed: 1); }")]
    [InlineData("using M = NetGen.MlpAttribute; [M(Depth = 1)] internal partial class Net;")]
    public void A_network_may_have_any_name_and_stand_in_any_type(string source) =>
        Assert.Empty(GeneratorRun.Over("using NetGen; " + source).WarningsAndErrors);
}
