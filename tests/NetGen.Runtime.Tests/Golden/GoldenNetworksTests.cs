using System.Reflection;

namespace NetGen.Runtime.Tests;

public sealed class EveryLayerStepTests() : PyTorchStepTests<EveryLayer>("every_layer.safetensors", static () => new(seed: 1));

public sealed class EveryImageLayerStepTests()
    : PyTorchStepTests<EveryImageLayer>("every_image_layer.safetensors", static () => new(seed: 1));

public sealed class EveryConvolutionStepTests()
    : PyTorchStepTests<EveryConvolution>("every_convolution.safetensors", static () => new(seed: 1));

public sealed class EverySequenceLayerStepTests()
    : PyTorchStepTests<EverySequenceLayer>("every_sequence_layer.safetensors", static () => new(seed: 1));

public sealed class EveryTokenStepTests() : PyTorchStepTests<EveryToken>("every_token.safetensors", static () => new(seed: 1));

public sealed class EveryHalfStepTests() : PyTorchStepTests<EveryHalf>("every_half.safetensors", static () => new(seed: 1));

public sealed class EveryPatchStepTests() : PyTorchStepTests<EveryPatch>("every_patch.safetensors", static () => new(seed: 1));

/// <summary>Nothing of the language is left out of what is held against PyTorch.</summary>
public sealed class GoldenNetworksTests
{
    [Fact]
    public void Every_layer_and_every_shortcut_is_in_a_network()
    {
        Type[] types =
        [
            typeof(EveryLayer), typeof(GoldenBranch), typeof(GoldenLayer), typeof(GoldenNarrowing),
            typeof(EveryImageLayer), typeof(GoldenPixels), typeof(GoldenFlat), typeof(GoldenMean),
            typeof(EveryConvolution), typeof(GoldenStride), typeof(BatchNormNet),
            typeof(EverySequenceLayer), typeof(GoldenAttention), typeof(GoldenCausalAttention), typeof(GoldenFirst),
            typeof(GoldenMeanOfPositions), typeof(EveryToken), typeof(EveryPatch), typeof(EveryHalf), typeof(GoldenMultiple),
            typeof(GoldenHalves),
        ];
        LayerAttribute[] layers = [.. types.SelectMany(static type => type.GetCustomAttributes<LayerAttribute>())];

        Assert.Equal(
            Names(typeof(LayerAttribute).Assembly.GetTypes()
                .Where(static type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
                .Except([typeof(DropoutAttribute)])),
            Names(layers.Select(static layer => layer.GetType())));
        Assert.Equal(
            Enum.GetValues<Shortcut>().Except([Shortcut.None]),
            layers.OfType<PlacedBlockAttribute>()
                .Select(static placed => placed.Residual ? Shortcut.Identity : placed.Shortcut)
                .Except([Shortcut.None])
                .Distinct().Order());

        static IEnumerable<string> Names(IEnumerable<Type> types) =>
            types.Select(static type => type.Name).Distinct().Order(StringComparer.Ordinal);
    }
}
