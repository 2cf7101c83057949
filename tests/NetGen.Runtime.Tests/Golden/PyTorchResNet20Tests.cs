using System.Numerics.Tensors;
using System.Security.Cryptography;

namespace NetGen.Runtime.Tests;

/// <summary>
/// Weights of a ResNet-20 on their way to PyTorch and back. <c>golden_resnet20.py</c> trained all of them but the convolutions, which are
/// drawn here as they were there; it wrote the file of which only the hash is here, loaded it, and predicted.
/// </summary>
public sealed class PyTorchResNet20Tests
{
    private const int Images = 20, Classes = 10, Channels = 3, Side = 32, Pixels = Side * Side;

    // Relative to the greatest logit. PyTorch's own in 32 bits are off by 7.5e-7.
    private const double Tolerance = 5e-6;

    private static readonly SafetensorsFile Golden = SafetensorsFile.Load(PathOf("resnet20.safetensors"));

    [Fact]
    public void What_is_saved_is_the_file_that_PyTorch_saves_and_loads()
    {
        using TemporaryFolder folder = new();
        Trained().Network.Save(folder.File("saved.safetensors"));

        Assert.Equal(
            File.ReadAllText(PathOf("resnet20_state.sha256")).Trim(),
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder.File("saved.safetensors")))));
    }

    [Fact]
    public void Folded_into_its_convolutions_it_predicts_as_in_PyTorch()
    {
        (ResNet20 network, float[] images) = Trained();

        Assert.DoesNotContain(ResNet20.Folded.Info.Layers, static layer => layer.Operation.Contains("BatchNorm", StringComparison.Ordinal));
        AssertGolden(network.Fold(), images);
    }

    [Fact]
    public void What_is_loaded_predicts_as_in_PyTorch_from_its_images()
    {
        using TemporaryFolder folder = new();
        (ResNet20 trained, float[] images) = Trained();
        trained.Save(folder.File("state.safetensors"));
        ResNet20 network = new(seed: 1);
        network.Load(folder.File("state.safetensors"));

        AssertGolden(network, images);
    }

    private static void AssertGolden<TNetwork>(TNetwork network, float[] images)
        where TNetwork : class, INetwork
    {
        float[] logits = new float[Images * Classes];
        network.Predict(
            new ReadOnlyTensorSpan<float>(images, [Images, Side, Side, Channels], [Channels * Pixels, Side, 1, Pixels]),
            new TensorSpan<float>(logits, [Images, Classes]));

        float[] expected = Golden.Tensors["logits"].Values.ToArray();
        Assert.Equal(ClassesOf(expected), ClassesOf(logits));
        double tolerance = Tolerance * expected.Max(Math.Abs);
        Assert.All(expected.Zip(logits), pair => Assert.Equal(pair.First, (double)pair.Second, tolerance));
    }

    /// <summary>The network as PyTorch trained it, and its images <c>[n, C, H, W]</c>.</summary>
    private static (ResNet20 Network, float[] Images) Trained()
    {
        ResNet20 network = new(seed: 1);
        SeededRandom random = new(20);
        foreach (Parameter parameter in network.Parameters.OrderBy(static parameter => parameter.Name, StringComparer.Ordinal))
        {
            parameter.CopyFrom(Golden.Tensors.TryGetValue($"state.{parameter.Name}", out StoredTensor? trained)
                ? trained.Values
                : Draw(random, parameter.Count, (float)Math.Sqrt(6.0 / (parameter.Count / parameter.Shape[0]))));
        }

        return (network, Draw(random, Images * Channels * Pixels, 2));
    }

    private static float[] Draw(SeededRandom random, int count, float high)
    {
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
            value = random.NextSingle(-high, high);
        return values;
    }

    private static IEnumerable<int> ClassesOf(float[] logits) =>
        logits.Chunk(Classes).Select(static row => TensorPrimitives.IndexOfMax(row));

    private static string PathOf(string name) => Path.Join(AppContext.BaseDirectory, "Golden", name);
}
