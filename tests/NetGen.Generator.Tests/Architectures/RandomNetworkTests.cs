using System.Reflection;

namespace NetGen.Generator.Tests;

/// <summary>What the code that is written for networks drawn at random computes, against the interpreter of their graphs.</summary>
[Trait("Speed", "Slow")]
public sealed class RandomNetworkTests
{
    private static readonly MethodInfo Judge = typeof(NetworkJudge).GetMethod(nameof(NetworkJudge.Judge))!;

    // Inside a kernel there are more roundings than one.
    private const double Roundings = 16;

    // A batch norm needs two.
    private static readonly int[] Rows = [2, 3, 7, 13, 19, 31, 45];

    public static TheoryData<int> Seeds => RandomGraphTests.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Forward_backward_and_update_are_those_of_the_graph(int seed) =>
        RandomArchitectures.Prove(RandomArchitectures.Find(seed), static architecture =>
            Judge.MakeGenericMethod(RandomArchitectures.TypeOf(architecture)).Invoke(
                null, BindingFlags.DoNotWrapExceptions, null,
                [RandomArchitectures.SpecOf(architecture), Rows[architecture.Seed % Rows.Length], architecture.Seed, Roundings], null));
}
