using NetGen.Experiments.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>A network of equally wide layers, <c>f(W h + b)</c> or <c>f(h + W h + b)</c>, He-normal, as it is declared.</summary>
/// <param name="Activation">The activation <c>f</c>.</param>
/// <param name="IsResidual">Whether each layer adds its input.</param>
/// <param name="Depth">The number of layers.</param>
internal sealed record SurvivorNetwork(SurvivingActivation Activation, bool IsResidual, int Depth)
{
    public const int Width = 64;
    public const int Inputs = 256;

    /// <summary>Its name in results.</summary>
    public string Kind => IsResidual ? HypothesisVariants.Residual : HypothesisVariants.Plain;

    /// <summary>Its name as a class.</summary>
    public string ClassName => $"{Kind}{Activation.Name}";

    public string Source => $"""
        using NetGen;

        [Block, Linear({Width})]
        public class {ClassName}Linear;

        [Block, {(IsResidual ? $"Use<{ClassName}Linear>(Residual = true)" : $"Linear({Width})")}, {Activation.Declared}]
        public class {ClassName}Layer;

        [Network(Input = {Width}, InputStd = 0.57735f)]
        [Repeat<{ClassName}Layer>({Depth})]
        public sealed partial class {ClassName};
        """;

    /// <summary>Looks at it as it starts from a seed.</summary>
    public SurvivorRun Measure(Type network, string setup, int seed) =>
        ((Look)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(network))!).Of(this, setup, seed);

    private abstract class Look
    {
        public abstract SurvivorRun Of(SurvivorNetwork declared, string setup, int seed);
    }

    private sealed class Typed<TNetwork> : Look
        where TNetwork : class, INetwork
    {
        public override SurvivorRun Of(SurvivorNetwork declared, string setup, int seed)
        {
            float[] inputs = Uniform.Array(Inputs * Width, DataStream.Of(seed));
            BatchCopy copy = new(TNetwork.Info.Layers.Length);
            BatchCopyProbe probe = new(copy);
            using var trainer = Start.Of<TNetwork>(seed).CreateTrainer(new Sgd(0), Loss.MeanSquaredError, Inputs);
            float loss = trainer.Inspect(inputs, inputs, ref probe);
            return new SurvivorRun(
                setup, declared.Kind, declared.Activation.Name, seed, loss, TNetwork.Info.ParameterCount,
                [.. Enumerable.Range(0, declared.Depth).Select(layer => Row(declared, copy, layer, inputs))]);
        }

        private static SurvivorRow Row(SurvivorNetwork declared, BatchCopy copy, int layer, float[] inputs)
        {
            // What the activation is applied to: with a residual connection, the input of the layer and the result of its Linear together.
            float[] linear = copy.PreActivations[layer];
            float[] preActivations = declared.IsResidual
                ? [.. linear.Zip(layer == 0 ? inputs : copy.Streams[layer - 1], static (branch, input) => branch + input)]
                : linear;
            return new SurvivorRow(
                layer + 1,
                SurvivorCount.Of(preActivations, Width, declared.Activation.Half),
                SurvivorCount.Of(preActivations, Width, declared.Activation.Tenth),
                InputSimilarity.MeanCosine(copy.Streams[layer], Width),
                InputSimilarity.EffectiveRank(copy.Streams[layer], Width));
        }
    }
}
