namespace NetGen.Runtime.Tests;

public sealed class NetworkFileTests
{
    private const string Weight = "layers.0.linear.weight";
    private const string Bias = "layers.0.linear.bias";

    [Fact]
    public void Parameters_come_back_to_the_bit()
    {
        RoundTrip<From7To45>();
        RoundTrip<From45To7>();
        RoundTrip<From64To64>();
        RoundTrip<From130To1>();

        static void RoundTrip<TShape>()
            where TShape : struct, IShape
        {
            using TemporaryFolder folder = new();
            ReLULayer<TShape> network = new(seed: 1);
            network.Parameters[Bias].CopyFrom(Numbers.Uniform(TShape.Outputs, seed: 2));
            ReLULayer<TShape> other = new(seed: 3);

            network.Save(folder.File("file"));
            other.Load(folder.File("file"));

            Assert.Equal(network.Parameters.Slab.Span, other.Parameters.Slab.Span);
        }
    }

    [Fact]
    public void File_holds_the_parameters_under_their_names_in_their_shapes()
    {
        using TemporaryFolder folder = new();
        ReLULayer<From7To45> network = new(seed: 1);

        network.Save(folder.File("file"));
        SafetensorsFile file = SafetensorsFile.Load(folder.File("file"));

        Assert.Equal([Bias, Weight], file.Tensors.Keys);
        Assert.Equal([45, 7], file.Tensors[Weight].Shape);
        Assert.Equal(network.Parameters[Weight].ToArray(), file.Tensors[Weight].Values);
        Assert.Equal([45], file.Tensors[Bias].Shape);
        Assert.Empty(file.Metadata);
    }

    [Fact]
    public void Network_loads_what_a_trainer_saved_and_leaves_the_optimizer_aside()
    {
        using TemporaryFolder folder = new();
        ReLULayer<From7To45> network = new(seed: 1);
        network.CreateTrainer(new Adam(), Loss.MeanSquaredError, batchSize: 1).Save(folder.File("file"));
        ReLULayer<From7To45> other = new(seed: 2);

        other.Load(folder.File("file"));

        Assert.Equal(network.Parameters.Slab.Span, other.Parameters.Slab.Span);
    }

    [Fact]
    public void File_of_another_network_is_refused_and_nothing_changes()
    {
        AssertRefused([Bias], null, $"expected all tensors of ReLULayer, but there is no \"{Weight}\".");
        AssertRefused([], null, $"expected all tensors of ReLULayer, but there is no \"{Weight}\", \"{Bias}\".");
        AssertRefused([Bias, Weight], "head.weight", "expected no other tensors than those of ReLULayer, got \"head.weight\".");

        static void AssertRefused(string[] names, string? unknown, string message)
        {
            using TemporaryFolder folder = new();
            ReLULayer<From7To45> saved = new(seed: 1);
            SafetensorsFile file = new();
            foreach (string name in names)
                file.Add(name, saved.Parameters[name].Shape, saved.Parameters[name].ToArray());
            if (unknown is not null)
                file.Add(unknown, [1], [0f]);
            file.Save(folder.File("file"));

            AssertLoadThrows(new ReLULayer<From7To45>(seed: 2), folder.File("file"), message);
        }
    }

    [Fact]
    public void File_with_other_shapes_is_refused_and_nothing_changes()
    {
        using TemporaryFolder folder = new();
        new ReLULayer<From45To7>().Save(folder.File("file"));

        AssertLoadThrows(
            new ReLULayer<From7To45>(seed: 2),
            folder.File("file"),
            $"tensor \"{Weight}\": expected shape [45, 7] of ReLULayer, got [7, 45], and 1 more of another type or shape.");
    }

    [Fact]
    public void Missing_file_is_named()
    {
        using TemporaryFolder folder = new();

        Assert.Equal(
            folder.File("file"), Assert.Throws<FileNotFoundException>(() => new ReLULayer<From7To45>().Load(folder.File("file"))).FileName);
    }

    private static void AssertLoadThrows(ReLULayer<From7To45> network, string path, string message)
    {
        float[] before = network.Parameters.Slab.Span.ToArray();

        Assert.Equal($"{path}: {message}", Assert.Throws<InvalidDataException>(() => network.Load(path)).Message);

        Assert.Equal(before, network.Parameters.Slab.Span);
    }
}
