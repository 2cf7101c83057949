using System.Reflection;

namespace NetGen.Runtime.Tests;

/// <summary>
/// One training step of a network of every layer, against PyTorch's from the same weights and examples. <c>golden_step.py</c> wrote the
/// file: names and shapes in it are PyTorch's, and its numbers were computed in double precision.
/// </summary>
public sealed class PyTorchStepTests
{
    private const int Rows = 7;

    // Relative to the greatest value of a tensor.
    private const double Tolerance = 1e-5;

    // Far back, gradients are sums that cancel: PyTorch's own in 32 bits are off by up to 1.4e-5.
    private const double GradientTolerance = 5e-5;

    private static readonly SafetensorsFile Golden =
        SafetensorsFile.Load(Path.Join(AppContext.BaseDirectory, "Golden", "every_layer.safetensors"));

    private readonly EveryLayer network = new(seed: 1);

    public PyTorchStepTests()
    {
        foreach (Parameter parameter in network.Parameters)
            parameter.CopyFrom(Of($"parameters.{parameter.Name}"));
    }

    [Fact]
    public void Names_and_shapes_of_parameters_are_PyTorchs()
    {
        Assert.Equal(
            Names("parameters."),
            EveryLayer.Info.Parameters.Select(static parameter => parameter.Name).Order(StringComparer.Ordinal));
        Assert.All(
            EveryLayer.Info.Parameters,
            static parameter => Assert.Equal(Golden.Tensors[$"parameters.{parameter.Name}"].Shape, parameter.Shape));
    }

    [Fact]
    public void Output_is_PyTorchs()
    {
        float[] outputs = new float[Rows * EveryLayer.Info.OutputWidth];
        network.Predict(Of("input"), outputs);

        AssertClose("output", outputs);
    }

    [Fact]
    public void Loss_and_gradients_are_PyTorchs()
    {
        Dictionary<string, float[]> gradients = [];
        GradientProbe probe = new(gradients);
        var trainer = network.CreateTrainer(new Sgd(0.5f), Loss.MeanSquaredError, Rows);

        AssertClose("loss", [trainer.Inspect(Of("input"), Of("target"), ref probe)]);
        Assert.Equal(Names("gradients."), gradients.Keys.Order(StringComparer.Ordinal));
        Assert.All(gradients, static pair => AssertClose($"gradients.{pair.Key}", pair.Value, GradientTolerance));
    }

    [Fact]
    public void Parameters_behind_a_step_are_PyTorchs()
    {
        AssertUpdated("sgd", new Sgd(0.5f));
        AssertUpdated("adam", new Adam(0.01f));
        AssertUpdated("adamw", new AdamW(0.01f, weightDecay: 0.5));
    }

    [Fact]
    public void Every_layer_and_every_shortcut_is_in_the_network()
    {
        Type[] blocks = [typeof(GoldenBranch), typeof(GoldenLayer), typeof(GoldenNarrowing)];
        LayerAttribute[] layers =
            [.. blocks.Append(typeof(EveryLayer)).SelectMany(static type => type.GetCustomAttributes<LayerAttribute>())];

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

    private static void AssertUpdated<TOptimizer>(string optimizer, TOptimizer rule)
        where TOptimizer : struct, IOptimizer
    {
        EveryLayer network = new PyTorchStepTests().network;
        network.CreateTrainer(rule, Loss.MeanSquaredError, Rows).Step(Of("input"), Of("target"));

        Assert.All(network.Parameters, parameter => AssertClose($"{optimizer}.{parameter.Name}", parameter.ToArray()));
    }

    private static void AssertClose(string name, float[] actual, double relative = Tolerance)
    {
        float[] expected = Of(name);
        double tolerance = relative * expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.True(
            Math.Abs(pair.First - (double)pair.Second) <= tolerance,
            $"{name}: expected {pair.First:R} within {tolerance:E1}, got {pair.Second:R}."));
    }

    private static float[] Of(string name) => Golden.Tensors[name].Values.ToArray();

    private static IEnumerable<string> Names(string prefix) =>
        Golden.Tensors.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);
}
