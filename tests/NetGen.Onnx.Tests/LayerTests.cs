namespace NetGen.Onnx.Tests;

/// <summary>What ONNX Runtime computes of every layer and shortcut of the language.</summary>
public sealed class LayerTests
{
    public static TheoryData<string> Titles => [.. DeclaredNetworks.All.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Onnx_Runtime_computes_what_a_layer_predicts(string title) =>
        Assert.InRange(OnnxJudge.Deviation(DeclaredNetworks.TypeOf(title), seed: 1), 0, OnnxJudge.Tolerance);

    [Fact]
    public void Every_layer_and_shortcut_of_the_language_is_among_them()
    {
        string all = string.Concat(DeclaredNetworks.All.Values);
        string titles = string.Join(' ', DeclaredNetworks.All.Keys);

        Assert.All(LayerKind.All, kind => Assert.Matches($@"\b{kind.Name}\b", all));
        Assert.All(Enum.GetNames<Shortcut>(), name => Assert.Contains($"Shortcut.{name}", titles, StringComparison.Ordinal));
    }
}
