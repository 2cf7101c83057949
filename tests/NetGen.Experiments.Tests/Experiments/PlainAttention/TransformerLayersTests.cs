using NetGen.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.PlainAttention;

namespace NetGen.Experiments.Tests.Experiments.PlainAttention;

public sealed class TransformerLayersTests
{
    [Fact]
    public void Declarations_follow_the_shape_of_the_images_and_compile()
    {
        ImageSet photographs = new(
            new ImageShape(32, 32, 3), new byte[3 * 32 * 32], [0], Enumerable.Range(0, 100).Select(static label => $"{label}"));
        PlainDeclaration declared = new(PlainVariants.Mixer, TransformerLayers.OfImages(photographs), Depth: 1);
        Assert.Contains("[Network(Input = 3, Height = 32, Width = 32)]", declared.Source, StringComparison.Ordinal);
        (var networks, _) = NetworkCompilation.Compile([declared.Source], TestContext.Current.CancellationToken);
        NetworkInfo info = DeclaredTransformer.Of(declared, networks.GetType(declared.Name, throwOnError: true)!).Info;
        Assert.Equal([32, 32, 3], info.InputShape);
        Assert.Equal([100], info.OutputShape);
    }
}
