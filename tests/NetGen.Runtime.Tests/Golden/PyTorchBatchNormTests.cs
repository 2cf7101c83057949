namespace NetGen.Runtime.Tests;

/// <summary>
/// Steps of a network with batch norms, against PyTorch's from the same weights and examples. <c>golden_batch_norm.py</c> wrote the files.
/// </summary>
public sealed class PyTorchBatchNormTests
{
    private const double Tolerance = 2e-5;

    private static readonly SafetensorsFile Golden = SafetensorsFile.Load(PathOf("batch_norm.safetensors"));

    [Fact]
    public void Losses_parameters_and_running_statistics_are_PyTorchs()
    {
        BatchNormNet network = new(seed: 1);
        foreach (Parameter parameter in network.Parameters)
            parameter.CopyFrom(Golden.Tensors[$"before.{parameter.Name}"].Values);
        var trainer = network.CreateTrainer(new Sgd(0.125f), Loss.MeanSquaredError, batchSize: 11);

        for (int step = 0; step < 3; step++)
        {
            float loss = trainer.Step(Golden.Tensors[$"input.{step}"].Values, Golden.Tensors[$"target.{step}"].Values);
            AssertClose($"loss of step {step}", Golden.Tensors[$"loss.{step}"].Values, [loss]);
        }

        SafetensorsFile state = SafetensorsFile.Load(PathOf("batch_norm_state.safetensors"));
        Assert.Equal(state.Tensors.Keys, network.Parameters.Select(static parameter => parameter.Name).Order(StringComparer.Ordinal));
        Assert.All(network.Parameters, parameter => AssertClose(parameter.Name, state.Tensors[parameter.Name].Values, parameter.ToArray()));
    }

    [Fact]
    public void A_state_dict_predicts_as_in_PyTorch()
    {
        BatchNormNet network = new(seed: 1);
        network.Load(PathOf("batch_norm_state.safetensors"));
        float[] outputs = new float[33];
        network.Predict(Golden.Tensors["input.2"].Values, outputs);

        Assert.Equal(3f, network.Parameters["1.num_batches_tracked"].ToArray()[0]);
        AssertClose("output", Golden.Tensors["output"].Values, outputs);
    }

    [Fact]
    public void What_is_saved_is_the_state_dict_to_the_last_byte()
    {
        using TemporaryFolder folder = new();
        BatchNormNet network = new(seed: 1);
        network.Load(PathOf("batch_norm_state.safetensors"));
        network.Save(folder.File("saved.safetensors"));

        Assert.Equal(File.ReadAllBytes(PathOf("batch_norm_state.safetensors")), File.ReadAllBytes(folder.File("saved.safetensors")));
    }

    private static string PathOf(string name) => Path.Join(AppContext.BaseDirectory, "Golden", name);

    private static void AssertClose(string what, ReadOnlySpan<float> expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = 0;
        foreach (float value in expected)
            scale = Math.Max(scale, Math.Abs(value));
        for (int i = 0; i < actual.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= Tolerance * scale, $"{what}: {actual[i]:R} at {i}, expected {expected[i]:R}.");
    }
}
