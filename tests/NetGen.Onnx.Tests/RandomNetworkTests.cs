namespace NetGen.Onnx.Tests;

/// <summary>Networks drawn at random, with every layer, shortcut and way of sharing.</summary>
public sealed class RandomNetworkTests
{
    public static TheoryData<int> Seeds => [.. RandomArchitectures.All.Select(static architecture => architecture.Seed)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Onnx_Runtime_computes_what_the_network_predicts(int seed) =>
        RandomArchitectures.Prove(RandomArchitectures.Find(seed), static architecture => Assert.InRange(
            OnnxJudge.Deviation(RandomArchitectures.TypeOf(architecture), architecture.Seed), 0, OnnxJudge.Tolerance));
}
