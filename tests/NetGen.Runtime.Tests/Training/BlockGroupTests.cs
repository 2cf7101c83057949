namespace NetGen.Runtime.Tests;

/// <summary>Groups of the parameters of a block, however and wherever its class is declared.</summary>
public sealed class BlockGroupTests
{
    private static readonly float[] Inputs = Numbers.Uniform(4 * 6, 1);
    private static readonly float[] Targets = Numbers.Uniform(4 * 6, 2);

    private static readonly ParameterGroup[] Groups =
    [
        ParameterGroup.OfBlock<Local>(), ParameterGroup.OfBlock<Outer<string>.Inner>(),
        ParameterGroup.OfBlock<Outer<string>.Generic<long>>(), ParameterGroup.OfBlock<@class>(),
        ParameterGroup.OfBlock<Same>(), ParameterGroup.OfBlock<Other.Same>(), ParameterGroup.OfBlock<GlobalBlock>(),
    ];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Groups.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_group_of_a_block_has_its_parameters_and_no_others(int place)
    {
        BlocksOfAllKinds network = new(seed: 1);
        float[][] before = Values(network);
        network.CreateTrainer(new Sgd(1e-2f), Loss.MeanSquaredError, 4, groups: [Groups[place] with { Frozen = true }])
            .Step(Inputs, Targets);

        IEnumerable<string> stayed =
            BlocksOfAllKinds.Info.Parameters.Where((_, index) => before[index].SequenceEqual(Values(network)[index]))
                .Select(static parameter => parameter.Name);
        Assert.Equal([$"{place}.0.weight", $"{place}.0.bias"], stayed);
    }

    // The number that the C# compiler makes of a file's path is another on every machine.
    [Fact]
    public void Names_of_blocks_are_full_and_the_same_on_every_machine() => Assert.Equal(
        [
            "NetGen.Runtime.Tests.<BlockGroupTests>Local", "NetGen.Runtime.Tests.Outer`1+Inner", "NetGen.Runtime.Tests.Outer`1+Generic`1",
            "NetGen.Runtime.Tests.class",
            "NetGen.Runtime.Tests.Same", "NetGen.Runtime.Tests.Other.Same", "GlobalBlock",
        ],
        BlocksOfAllKinds.Info.Parameters.SelectMany(static parameter => parameter.Blocks).Distinct());

    private static float[][] Values(BlocksOfAllKinds network) =>
        [.. BlocksOfAllKinds.Info.Parameters.Select(parameter => network.Parameters[parameter.Name].ToArray())];
}

[Block]
[Linear(6)]
file sealed class Local;

internal static class Outer<T>
{
    public static T? Nothing => default;

    [Block]
    [Linear(6)]
    internal sealed class Inner;

    [Block]
    [Linear(6)]
    internal sealed class Generic<TOther>
    {
        public static TOther? Other => default;
    }
}

[Block]
[Linear(6)]
internal sealed class @class;

[Block]
[Linear(6)]
internal sealed class Same;

[Network(Input = 6)]
[Use<Local>, Use<Outer<int>.Inner>, Use<Outer<int>.Generic<string>>, Use<@class>, Use<Same>, Use<Other.Same>, Use<GlobalBlock>]
internal sealed partial class BlocksOfAllKinds;
