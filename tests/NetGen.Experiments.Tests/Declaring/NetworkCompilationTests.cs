using NetGen.Experiments.Declaring;

namespace NetGen.Experiments.Tests.Declaring;

public sealed class NetworkCompilationTests
{
    [Fact]
    public void Declarations_become_networks()
    {
        (var networks, long length) = NetworkCompilation.Compile(
            [
                "using NetGen; [Mlp(Width = 3, Depth = 2)] public sealed partial class One;",
                "using NetGen; [Network(Input = 5), Linear(2)] public sealed partial class Two;",
            ],
            CancellationToken.None);

        Assert.All(["One", "Two"], name => Assert.Contains(typeof(INetwork), networks.GetType(name, throwOnError: true)!.GetInterfaces()));
        Assert.True(length > 1000);
    }

    [Fact]
    public void Declarations_are_written_in_the_language_of_the_platform()
    {
        const string OfCSharp14 = "public int Seen { get => field; set => field = value + 1; }";
        (var networks, _) = NetworkCompilation.Compile(
            [$"using NetGen; [Mlp(Width = 3, Depth = 2)] public sealed partial class Net {{ {OfCSharp14} }}"], CancellationToken.None);
        Assert.NotNull(networks.GetType("Net")?.GetProperty("Seen"));
    }

    [Fact]
    public void Wrong_declaration_is_told_with_what_is_wrong_and_where()
    {
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(
            static () =>
                NetworkCompilation.Compile(["using NetGen;\n[Mlp(Depth = 0)]\npublic sealed partial class Flat;"], CancellationToken.None));
        Assert.Contains("NETGEN", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Depth", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("(1,", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compiling_stops_when_it_is_told_to()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => NetworkCompilation.Compile(["public class Nothing;"], stop.Token));
    }
}
