namespace NetGen.Generator.Tests;

/// <summary>
/// What a probe is shown behind each call: z, f(z) and the stream of layers on the way forward, dL/dz on the way back.
/// A star says that the value is not stored: where somebody looks, it is computed again.
/// </summary>
public sealed class ObservationPlanTests
{
    private const string Blocks = """
        [Block, Linear(8), Gelu, Linear(4)] public class FeedForward;
        [Block, RmsNorm, Linear(8), Tanh, Linear(4)] public class PreNorm;
        [Block, Linear(4), ReLU] public class Layer;
        [Block, Linear(4)] public class Straight;

        """;

    public static TheoryData<string, string[], string[]> Table => new()
    {
        // What is stored is shown where it lies: of a kernel with a ReLU, its result and not z.
        {
            "[Mlp(Width = 4, Depth = 2)]",
            ["LinearReLUKeep: layers.0 z* f(z) stream", "LinearReLUKeep: layers.1 z* f(z) stream"],
            [
                "ElementwiseReLUGradient",
                "InputGradientReLUGradient",
                "WeightGradient: layers.1 dL/dz",
                "WeightGradient: layers.0 dL/dz",
            ]
        },
        {
            "[Mlp(Width = 4, Depth = 2, Activation = Activation.Tanh)]",
            ["LinearTanhKeep: layers.0 z* f(z) stream", "LinearTanhKeep: layers.1 z* f(z) stream"],
            ["ElementwiseMultiply", "InputGradientMultiply", "WeightGradient: layers.1 dL/dz", "WeightGradient: layers.0 dL/dz"]
        },

        // With a shortcut around it, f(z) too lives only inside the kernel. Without an activation, f(z) is z.
        {
            "[Mlp(Width = 4, Depth = 2, Residual = true)]",
            ["LinearReLUKeepAdd: layers.0 z* f(z)* stream", "LinearReLUKeepAdd: layers.1 z* f(z)* stream"],
            [
                "ElementwiseReLUGradient",
                "InputGradientAddReLUGradient",
                "WeightGradient: layers.1 dL/dz",
                "WeightGradient: layers.0 dL/dz",
            ]
        },
        {
            "[Network(Input = 4), Repeat<FeedForward>(2, Residual = true)]",
            [
                "LinearGeluKeep: 0.0.0 z* f(z) stream",
                "LinearAdd: 0.0.2 z* f(z)* stream",
                "LinearGeluKeep: 0.1.0 z* f(z) stream",
                "LinearAdd: 0.1.2 z* f(z)* stream",
            ],
            [
                "InputGradientMultiply",
                "WeightGradient: 0.1.2 dL/dz",
                "InputGradientAdd",
                "WeightGradient: 0.1.0 dL/dz",
                "InputGradientMultiply",
                "WeightGradient: 0.0.2 dL/dz",
                "WeightGradient: 0.0.0 dL/dz",
            ]
        },

        // Of a norm, z is what the gain multiplied. Its gradient is shown where the gain's is summed up.
        {
            "[Network(Input = 4), Use<PreNorm>(Residual = true), Linear(3)]",
            [
                "RmsNormStoreScaleByVector: 0.0 z f(z) stream",
                "LinearTanhKeep: 0.1 z* f(z) stream",
                "LinearAdd: 0.3 z* f(z)* stream",
                "Linear: 1 z f(z) stream",
            ],
            [
                "InputGradient",
                "WeightGradient: 1 dL/dz",
                "InputGradientMultiply",
                "WeightGradient: 0.3 dL/dz",
                "InputGradient",
                "WeightGradient: 0.1 dL/dz",
                "Sums.Products: 0.0 dL/dz",
            ]
        },
        {
            "[Network(Input = 4), Linear(4), LayerNorm, ReLU, Linear(3)]",
            [
                "Linear: 0 z f(z) stream",
                "LayerNormKeepStoreScaleByVectorAddVectorReLUKeep: 1 z* f(z) stream",
                "Linear: 3 z f(z) stream",
            ],
            [
                "InputGradientReLUGradientStoreScaleByVector",
                "WeightGradient: 3 dL/dz",
                "Sums.Rows: 1 dL/dz",
                "Sums.Products",
                "LayerNormGradient",
                "WeightGradient: 0 dL/dz",
            ]
        },

        // Scales belong to the layer before them.
        {
            "[Network(Input = 4), Linear(4), Scale(2f), ReLU, Scale(0.5f, Learned = true), Linear(3)]",
            ["LinearScaleReLUKeepStoreScaleByNumber: 0 z* f(z)* stream", "Linear: 4 z f(z) stream"],
            ["InputGradientStoreScaleByNumberReLUGradientScale", "WeightGradient: 4 dL/dz", "Sums.Dot", "WeightGradient: 0 dL/dz"]
        },

        // The stream of a layer is what its shortcut makes of it; a gate is a layer, and that stream is the gate's.
        {
            "[Network(Input = 4), Linear(4), Use<Layer>(Shortcut = Shortcut.Scaled, ShortcutFactor = 0.5f)]",
            ["Linear: 0 z f(z) stream", "LinearReLUKeepScaleAdd: 1.0 z* f(z)* stream"],
            ["ElementwiseScaleReLUGradient", "InputGradientAdd", "WeightGradient: 1.0 dL/dz", "WeightGradient: 0 dL/dz"]
        },
        {
            "[Network(Input = 4), Linear(4), Use<Layer>(Shortcut = Shortcut.Gated)]",
            [
                "LinearStoreScale: 0 z f(z) stream",
                "LinearReLUKeepAdd: 1.0 z* f(z)* stream*",
                "LinearSigmoidKeepStoreMultiplyAdd: 1.gate z* f(z) stream",
            ],
            [
                "ElementwiseMultiplyMultiply",
                "ElementwiseMultiplyStoreScale",
                "InputGradientAddAdd",
                "WeightGradient: 1.gate dL/dz",
                "ElementwiseReLUGradient",
                "InputGradientAdd",
                "WeightGradient: 1.0 dL/dz",
                "WeightGradient: 0 dL/dz",
            ]
        },

        // The mixture that a block reads from its streams is a layer too. The block's last layer hands on what is collected from all
        // streams.
        {
            "[Network(Input = 4), Linear(4), Use<Layer>(Shortcut = Shortcut.Streams, StreamCount = 2)]",
            [
                "Linear: 0 z f(z) stream",
                "Streams.Spread",
                "Streams.Mix: 1.streams z f(z) stream",
                "LinearReLUKeep: 1.0 z* f(z)",
                "Streams.Mix",
                "Streams.Mix",
                "ElementwiseAdd",
                "Streams.Collect: 1.0 stream",
            ],
            [
                "Streams.Spread",
                "Streams.MixTransposed",
                "Streams.MixGradient",
                "Streams.MixTransposed",
                "Streams.MixGradient",
                "ElementwiseReLUGradient",
                "InputGradient",
                "WeightGradient: 1.0 dL/dz",
                "Streams.MixTransposed: 1.streams dL/dz",
                "ElementwiseAdd",
                "Streams.MixGradient",
                "Streams.Collect",
                "WeightGradient: 0 dL/dz",
            ]
        },

        // Of branches, the last hands on the sum.
        {
            "[Network(Input = 4), Linear(4), Parallel<Layer, Straight>(Residual = true)]",
            ["Linear: 0 z f(z) stream", "LinearReLUKeep: 1.0.0 z* f(z) stream", "LinearAddAdd: 1.1.0 z* f(z)* stream"],
            [
                "InputGradientAdd",
                "WeightGradient: 1.1.0 dL/dz",
                "ElementwiseReLUGradient",
                "InputGradientAdd",
                "WeightGradient: 1.0.0 dL/dz",
                "WeightGradient: 0 dL/dz",
            ]
        },

        // A layer that computes nothing is none.
        {
            "[Network(Input = 4), Identity, Linear(3)]",
            ["Linear: 1 z f(z) stream"],
            ["WeightGradient: 1 dL/dz"]
        },

        // No gradient passes through a frozen layer at the front: none is shown.
        {
            "[Network(Input = 4), Use<Layer>(Frozen = true), Linear(3)]",
            ["LinearReLU: 0.0 z* f(z) stream", "Linear: 1 z f(z) stream"],
            ["WeightGradient: 1 dL/dz"]
        },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Values_that_are_shown_behind_each_call(string network, string[] forward, string[] backward)
    {
        ScheduledNetwork scheduled = Schedules.Of(network, Blocks);
        ObservationPlan plan = ObservationPlan.Of(scheduled);

        Assert.Equal(forward, scheduled.Step.Forward.Zip(plan.Forward, (call, layers) => Behind(call, layers.Select(Forward))));
        Assert.Equal(backward, scheduled.Step.Backward.Zip(plan.Backward, (call, layers) => Behind(call, layers.Select(Backward))));

        string Forward(ObservedLayer layer) => $"{NameOf(layer.Layer)} {string.Join(" ", layer.Values.Select(Text))}";

        string Backward(int layer) => $"{NameOf(layer)} dL/dz";

        string NameOf(int layer) => scheduled.Forward.Layers[layer].Name;
    }

    private static string Behind(Call call, IEnumerable<string> shown) =>
        Schedules.NameOf(call) + (shown.Any() ? $": {string.Join(", ", shown)}" : "");

    private static string Text(ObservedValue value) => Symbol(value.Observation) + (value.Step is null ? "" : "*");

    private static string Symbol(string observation) => observation switch
    {
        nameof(Observation.PreActivation) => "z",
        nameof(Observation.Activation) => "f(z)",
        nameof(Observation.Stream) => "stream",
        _ => throw new InvalidOperationException($"{observation} is not shown in a forward pass."),
    };
}
