using NetGen.Experiments.Declaring;
using NetGen.Experiments.PlainAttention;

namespace NetGen.Experiments.Tests.Experiments.PlainAttention;

public sealed class PlainDeclarationTests
{
    private static readonly TransformerLayers images = new(
        "Image",
        "Input = 1, Height = 28, Width = 28",
        "PatchEmbedding(4, 32, Init = Init.LeCunNormal), PositionEmbedding",
        "LayerNorm",
        "SelfAttention(4)",
        "LayerNorm, MeanPool, Linear(10)");

    public static TheoryData<string> Names => [.. PlainVariants.OnImages.Select(static variant => variant.Name)];

    [Fact]
    public void Declaration_is_what_somebody_would_write() => Assert.Equal(
        """
        using NetGen;

        [Block, LayerNorm, SelfAttention(4)]
        public sealed class ImagePnnhFeedForwardMixing;

        [Block, LayerNorm, Linear(64), Gelu, Linear(32)]
        public sealed class ImagePnnhFeedForwardFeedForward;

        [Block, Linear(16, Init = Init.Zeros), ReLU, Linear(32, Init = Init.Zeros)]
        public sealed class ImagePnnhFeedForwardCoder;

        [Block, Use<ImagePnnhFeedForwardCoder>(Shared = true, Frozen = true)]
        public sealed class ImagePnnhFeedForwardPath;

        [Block, Use<ImagePnnhFeedForwardMixing>(Residual = true), Parallel<ImagePnnhFeedForwardFeedForward, ImagePnnhFeedForwardPath>]
        public sealed class ImagePnnhFeedForwardBlock;

        [Network(Input = 1, Height = 28, Width = 28)]
        [PatchEmbedding(4, 32, Init = Init.LeCunNormal), PositionEmbedding]
        [Repeat<ImagePnnhFeedForwardBlock>(4)]
        [LayerNorm, MeanPool, Linear(10)]
        public sealed partial class ImagePnnhFeedForward;
        """,
        Of(PlainVariants.FeedForward, images).Source,
        ignoreLineEndingDifferences: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Variants_differ_from_the_residual_one_in_what_their_names_say(string name)
    {
        PlainVariant variant = PlainVariants.OnImages.Single(one => one.Name == name);
        string[] expected = Lines(PlainVariants.Residual);
        string[] ofCoders = ["Init.Zeros", "Coder", "class Path"];
        string[] without = [.. Lines(variant).Where(line => !ofCoders.Any(part => line.Contains(part, StringComparison.Ordinal)))];

        Assert.Equal(expected.Length, without.Length);
        string[] changed = [.. expected.Zip(without).Where(static pair => pair.First != pair.Second).Select(static pair => pair.Second)];
        string[] placed = variant.Mixing == Around.Skip && variant.FeedForward == Around.Skip
            ? []
            : [$"[Block, {Placed("Mixing", variant.Mixing)}, {Placed("FeedForward", variant.FeedForward)}]"];
        Assert.Equal(variant.Convolves ? ["[Block, LayerNorm, Conv2d(32)]", .. placed] : placed, changed);

        static string Placed(string part, Around around) => around switch
        {
            Around.Skip => $"Use<{part}>(Residual = true)",
            Around.Nothing => $"Use<{part}>",
            _ => $"Parallel<{part}, Path>",
        };
    }

    [Fact]
    public void Coders_are_as_wide_as_their_names_say()
    {
        Assert.Contains("[Block, Linear(16, Init", Of(PlainVariants.Both, images).Source, StringComparison.Ordinal);
        Assert.Contains("[Block, Linear(32, Init", Of(PlainVariants.BothC, images).Source, StringComparison.Ordinal);
        Assert.Contains("[Block, Linear(64, Init", Of(PlainVariants.BothTwice, images).Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_have_different_names()
    {
        string[] classes =
        [
            .. from declared in PlainVariants.OnImages.Select(static variant => Of(variant, images))
                   .Concat(PlainVariants.OnText.Select(static variant => Of(variant, TransformerLayers.OfText)))
               from line in declared.Source.Split('\n')
               where line.StartsWith("public", StringComparison.Ordinal)
               select line.Trim(),
        ];
        Assert.Equal(classes.Length, classes.Distinct().Count());
    }

    // The others differ from these in what is placed around what, or in the width of a coder; the experiment's own tests compile them all.
    [Fact]
    public void Networks_begin_with_the_weights_of_the_residual_one()
    {
        PlainDeclaration[] declared =
        [
            .. new[] { PlainVariants.Residual, PlainVariants.Plain, PlainVariants.Both }
                .Select(static variant => Of(variant, TransformerLayers.OfText) with { Depth = 1 }),
        ];
        (var networks, _) = NetworkCompilation.Compile(
            [.. declared.Select(static network => network.Source)], TestContext.Current.CancellationToken);
        string[] starts = [.. declared.Select(network => Weights(networks.GetType(network.Name, throwOnError: true)!, network))];
        Assert.Equal(starts[0], starts[1]);
        Assert.Equal(starts[0], starts[2]);
    }

    /// <summary>All parameters but those of coders, as text.</summary>
    private static string Weights(Type network, PlainDeclaration declared)
    {
        System.Reflection.MethodInfo read = typeof(PlainDeclarationTests)
            .GetMethod(nameof(Read), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        return (string)read.MakeGenericMethod(network).Invoke(null, [declared.CoderBlock])!;
    }

    private static string Read<TNetwork>(string coderBlock)
        where TNetwork : class, INetwork
    {
        TNetwork network = Start.Of<TNetwork>(seed: 3);
        return string.Join('\n', TNetwork.Info.Parameters
            .Where(parameter => !parameter.Blocks.Contains(coderBlock))
            .Select(parameter => string.Join(' ', network.Parameters[parameter.Name].ToArray())));
    }

    private static PlainDeclaration Of(PlainVariant variant, TransformerLayers layers) => new(variant, layers, Depth: 4);

    /// <summary>The lines of a declaration without the name of the network, but for those that are empty.</summary>
    private static string[] Lines(PlainVariant variant)
    {
        PlainDeclaration declared = Of(variant, images);
        return declared.Source.Replace(declared.Name, "", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
