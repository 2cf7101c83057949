namespace NetGen.Generator.Tests;

/// <summary>Results that are kept, so that a network that was compiled is not compiled again.</summary>
public sealed class RecentResultsTests
{
    private readonly List<string> computed = [];
    private readonly RecentResults<string, string> results;

    public RecentResultsTests() => results = new RecentResults<string, string>(Compute, static result => result.Length, capacity: 10);

    [Fact]
    public void An_equal_argument_gets_the_result_that_is_kept()
    {
        string first = Get("four");

        Assert.Same(first, Get(new string("four".AsSpan())));
        Assert.Equal(["four"], computed);
    }

    [Fact]
    public void The_oldest_results_go_where_all_together_are_too_large()
    {
        Get("four");
        Get("fives");
        Get("six");

        Get("fives");
        Get("four");

        Assert.Equal(["four", "fives", "six", "four"], computed);
    }

    [Fact]
    public void A_result_that_is_too_large_by_itself_is_not_kept()
    {
        Get("a long argument");
        Get("a long argument");

        Assert.Equal(2, computed.Count);
    }

    [Fact]
    public void Starts_of_equal_networks_are_computed_once()
    {
        NetworkSpec spec = GeneratorRun.Over("using NetGen; [Mlp(Depth = 3)] public partial class Net;").Network;
        NetworkSpec equal = GeneratorRun.Over("using NetGen; /* no difference */ [Mlp(Depth = 3)] public partial class Net;").Network;

        Assert.Same(
            StartingNetwork.Of(spec, TestContext.Current.CancellationToken),
            StartingNetwork.Of(equal, TestContext.Current.CancellationToken));
    }

    private string Get(string argument) => results.Get(argument, TestContext.Current.CancellationToken);

    private string Compute(string argument, CancellationToken cancellation)
    {
        computed.Add(argument);
        return argument.ToUpperInvariant();
    }
}
