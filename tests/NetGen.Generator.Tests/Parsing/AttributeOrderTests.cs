using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>Layers are read in the order in which their attributes are written; C# promises no such order, so it is held here.</summary>
public sealed class AttributeOrderTests
{
    [Theory]
    [InlineData("[Mlp(Depth = 1), Mlp(Depth = 2), Mlp(Depth = 3)] partial class Net;", "1 2 3")]
    [InlineData("[Mlp(Depth = 3)] [Mlp(Depth = 1)] [Mlp(Depth = 2)] partial class Net;", "3 1 2")]
    [InlineData("[Mlp(Depth = 2), Serializable, Mlp(Depth = 1)] [Mlp(Depth = 3)] [Obsolete, Mlp(Depth = 4)] partial class Net;", "2 1 3 4")]
    [InlineData("[Mlp(Depth = 2)] partial class Net; [Mlp(Depth = 3), Mlp(Depth = 1)] partial class Net;", "2 3 1")]
    [InlineData("partial class Net; [Mlp(Depth = 2)] partial class Net; [Mlp(Depth = 1)] partial class Net;", "2 1")]
    public void Attributes_are_read_in_the_order_in_which_they_are_written(string source, string order)
    {
        GeneratorRun run = GeneratorRun.Over("using System; using NetGen; " + source);

        INamedTypeSymbol type = run.Output.GetTypeByMetadataName("Net")!;
        IEnumerable<object?> depths = type.GetAttributes().Where(LayerAttributes.IsNetwork)
            .Select(static attribute => attribute.NamedArguments[0].Value.Value);
        Assert.Equal(order, string.Join(" ", depths));
        Assert.Equal(order.Split(' ')[0], $"{run.Network.Layers.Count}");
    }

    [Theory]
    [InlineData("[Network(Input = 4)] [Linear(1), Linear(2), Linear(3), Linear(4)]")]
    [InlineData("[Network(Input = 4)] [Linear(1)] [Linear(2)] [Linear(3)] [Linear(4)]")]
    [InlineData("[Linear(1), Serializable, Linear(2)] [Network(Input = 4), Linear(3)] [Obsolete] [Linear(4)]")]
    public void Layers_are_read_in_the_order_in_which_they_are_written(string attributes)
    {
        GeneratorRun run = GeneratorRun.Over($"using System; using NetGen; {attributes} public partial class Net;");

        Assert.Equal([1, 2, 3, 4], run.Network.Layers.Select(static layer => Assert.IsType<LinearSpec>(layer).Outputs));
    }

    [Theory]
    [InlineData("[Mlp(Depth = 2)]", "[Mlp(Depth = 1)]", 2)]
    [InlineData("", "[Mlp(Depth = 1)]", 1)]
    public void Parts_in_several_files_are_read_in_the_order_of_the_files(string first, string second, int depth) => Assert.Equal(
        depth,
        GeneratorRun.Over($"using NetGen; {first} partial class Net;", $"using NetGen; {second} partial class Net;").Network.Layers.Count);
}
