using NetGen.Onnx.Format;

namespace NetGen.Onnx.Tests;

/// <summary>What stands in a model.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> Titles => [.. DeclaredNetworks.All.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Initializers_have_the_names_and_shapes_of_parameters(string title)
    {
        GraphProto graph = Saved(title).Graph;
        NetworkInfo info = InfoOf(title);

        Assert.All(
            info.Parameters.Concat(info.States).Where(static parameter => !parameter.Name.EndsWith("_tracked", StringComparison.Ordinal)),
            parameter => Assert.Equal(
                parameter.Shape.Select(static length => (long)length),
                Assert.Single(graph.Initializer, tensor => tensor.Name == parameter.Name).Dims));
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Nodes_have_the_names_of_layers(string title)
    {
        string[] layers = [.. InfoOf(title).Layers.Select(static layer => layer.Name), "input"];

        Assert.All(Saved(title).Graph.Node, node => Assert.Contains(node.Name.Split('/')[0], layers));
    }

    [Fact]
    public void A_model_says_what_it_comes_from()
    {
        ModelProto model = Saved("An Mlp");

        Assert.Equal(
            ("NetGen", "0.1.0", 8, 17, "Net"),
            (model.ProducerName, model.ProducerVersion, model.IrVersion, Assert.Single(model.OpsetImport).Version, model.Graph.Name));
    }

    [Fact]
    public void A_layer_of_vectors_is_the_nodes_that_PyTorch_writes()
    {
        NodeProto[] layer =
            [.. Saved("An Mlp").Graph.Node.Where(static node => node.Name.StartsWith("layers.1/", StringComparison.Ordinal))];

        Assert.Equal(["layers.1/Gemm", "layers.1/Relu", "layers.1/Add"], layer.Select(static node => node.Name));
        Assert.Equal(["layers.0/Add", "layers.1.linear.weight", "layers.1.linear.bias"], layer[0].Input);
        Assert.Equal("x + ReLU(Linear(x))", layer[0].DocString);
    }

    [Fact]
    public void An_image_is_turned_round_once() => Assert.Equal(
        [
            "Transpose", "Conv", "Conv", "BatchNormalization", "Relu", "Add", "Conv", "BatchNormalization", "Relu", "Add", "MaxPool",
            "ReduceMean", "Gemm",
        ],
        Saved("A residual network of images").Graph.Node.Select(static node => node.OpType));

    [Fact]
    public void Gain_and_bias_are_part_of_a_layer_norm() =>
        Assert.Equal(["Gemm", "LayerNormalization"], Saved("LayerNorm").Graph.Node.Select(static node => node.OpType));

    [Fact]
    public void Border_has_the_shapes_of_the_network_and_any_batch()
    {
        Assert.Equal(["input Float batch 7 6 3", "output Float batch 7 6 4"], Border("Conv2d"));
        Assert.Equal(["input Float batch 6", "output Float batch 4"], Border("Linear of vectors"));
        Assert.Equal(["input Int64 batch 5", "output Float batch 5 3"], Border("Embedding"));
    }

    [Fact]
    public void Lengths_are_an_input_where_they_matter_that_may_be_left_out()
    {
        Assert.Equal(["input Int64 batch 5", "lengths Int64 lengths", "output Float batch 3"], Border("MeanPool"));
        Assert.Equal(["input Float batch 5 6", "output Float batch 5 6"], Border("SelfAttention, causal"));
        Assert.Equal([1L], Assert.Single(Saved("MeanPool").Graph.Initializer, static tensor => tensor.Name == "lengths").Dims);
    }

    [Fact]
    public void A_folded_network_is_saved_as_it_is()
    {
        const string Title = "A network that folds";

        Assert.InRange(OnnxJudge.Deviation(DeclaredNetworks.FoldedTypeOf(Title), seed: 1), 0, OnnxJudge.Tolerance);
    }

    [Fact]
    public void The_same_network_is_the_same_file()
    {
        using TemporaryFolder folder = new();
        (string one, string other) = (folder.File("one.onnx"), folder.File("other.onnx"));
        DeclaredNetworks.Save("An Mlp", one);
        DeclaredNetworks.Save("An Mlp", other);

        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(other));
    }

    private static NetworkInfo InfoOf(string title) => (NetworkInfo)DeclaredNetworks.TypeOf(title).GetProperty("Info")!.GetValue(null)!;

    private static IEnumerable<string> Border(string title)
    {
        GraphProto graph = Saved(title).Graph;
        return graph.Input.Concat(graph.Output).Select(static value =>
            $"{value.Name} {value.Type.TensorType.ElemType} "
            + string.Join(' ', value.Type.TensorType.Shape.Dim.Select(
                static length => length.DimParam.Length > 0 ? length.DimParam : $"{length.DimValue}")));
    }

    private static ModelProto Saved(string title)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("network.onnx");
        DeclaredNetworks.Save(title, path);
        return ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
    }
}
