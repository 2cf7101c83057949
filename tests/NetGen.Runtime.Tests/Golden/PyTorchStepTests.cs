namespace NetGen.Runtime.Tests;

/// <summary>
/// One training step of a network, against PyTorch's from the same weights and examples. <c>golden_step.py</c> wrote the file: names and
/// shapes in it are PyTorch's, and its numbers were computed in double precision.
/// </summary>
public abstract class PyTorchStepTests<TNetwork>
    where TNetwork : class, INetwork
{
    private const int Rows = 7;

    // Relative to the greatest value of a tensor.
    private const double Tolerance = 1e-5;

    // Far back, gradients are sums that cancel: PyTorch's own in 32 bits are off by up to 1.4e-5.
    private const double GradientTolerance = 5e-5;

    private readonly SafetensorsFile golden;
    private readonly Func<TNetwork> create;

    private protected PyTorchStepTests(string file, Func<TNetwork> create)
    {
        golden = SafetensorsFile.Load(Path.Join(AppContext.BaseDirectory, "Golden", file));
        this.create = create;
    }

    [Fact]
    public void Names_and_shapes_of_parameters_are_PyTorchs()
    {
        Assert.Equal(
            Names("parameters."),
            TNetwork.Info.Parameters.Select(static parameter => parameter.Name).Order(StringComparer.Ordinal));
        Assert.All(
            TNetwork.Info.Parameters,
            parameter => Assert.Equal(golden.Tensors[$"parameters.{parameter.Name}"].Shape, parameter.Shape));
    }

    [Fact]
    public void Output_is_PyTorchs()
    {
        float[] outputs = new float[Rows * TNetwork.Info.OutputLength];
        Start().Predict(Examples, outputs);

        AssertClose("output", outputs);
    }

    [Fact]
    public void Loss_and_gradients_are_PyTorchs()
    {
        Dictionary<string, float[]> gradients = [];
        GradientProbe probe = new(gradients);
        var trainer = Start().CreateTrainer(new Sgd(0.5f), Loss.MeanSquaredError, Rows);

        AssertClose("loss", [trainer.Inspect(Examples, Of("target"), ref probe)]);
        Assert.Equal(Names("gradients."), gradients.Keys.Order(StringComparer.Ordinal));
        Assert.All(gradients, pair => AssertClose($"gradients.{pair.Key}", pair.Value, GradientTolerance));
    }

    [Fact]
    public void Parameters_behind_a_step_are_PyTorchs()
    {
        AssertUpdated("sgd", new Sgd(0.5f));
        AssertUpdated("adam", new Adam(0.01f));
        AssertUpdated("adamw", new AdamW(0.01f, weightDecay: 0.5));
    }

    // Tokens, and the lengths of sequences, are numbers in the file like all others.
    private Inputs Examples
    {
        get
        {
            int[] lengths = golden.Tensors.ContainsKey("lengths") ? Whole("lengths") : [];
            return TNetwork.Info.Vocabulary is null ? new Inputs(Of("input"), lengths) : new Inputs(Whole("input"), lengths);
        }
    }

    private int[] Whole(string name) => [.. Of(name).Select(static number => (int)number)];

    private TNetwork Start()
    {
        TNetwork network = create();
        foreach (Parameter parameter in network.Parameters)
            parameter.CopyFrom(Of($"parameters.{parameter.Name}"));
        return network;
    }

    private void AssertUpdated<TOptimizer>(string optimizer, TOptimizer rule)
        where TOptimizer : struct, IOptimizer
    {
        TNetwork network = Start();
        network.CreateTrainer(rule, Loss.MeanSquaredError, Rows).Step(Examples, Of("target"));

        Assert.All(
            network.Parameters, parameter => AssertClose($"{optimizer}.{parameter.Name}", Told(parameter.Name, parameter.ToArray())));

        // A bias of all keys moves all scores of a query alike, which their softmax does not see: Adam divides what rounding leaves of its
        // gradient by itself.
        float[] Told(string name, float[] values)
        {
            int third = values.Length / 3;
            if (optimizer != "sgd" && name.EndsWith("in_proj_bias", StringComparison.Ordinal))
                Of($"{optimizer}.{name}").AsSpan(third, third).CopyTo(values.AsSpan(third));
            return values;
        }
    }

    private void AssertClose(string name, float[] actual, double relative = Tolerance)
    {
        float[] expected = Of(name);
        double tolerance = relative * expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.True(
            Math.Abs(pair.First - (double)pair.Second) <= tolerance,
            $"{name}: expected {pair.First:R} within {tolerance:E1}, got {pair.Second:R}."));
    }

    private float[] Of(string name) => golden.Tensors[name].Values.ToArray();

    private IEnumerable<string> Names(string prefix) =>
        golden.Tensors.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);
}
