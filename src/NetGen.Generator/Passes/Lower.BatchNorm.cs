using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

// Batch norm: where the network trains, by the statistics of the batch, which the running ones follow; else by those.
internal sealed partial class Lower
{
    private void AddBatchNorm(BatchNormSpec norm, string layer)
    {
        Begin(layer, "BatchNorm(x)");
        Shape channels = Shape.Of(shape.Width);
        int[] affine = norm.Affine
            ?
            [
                AddParameter(norm, $"g{Number}", "weight", channels, Init.Ones, 1f),
                AddParameter(norm, $"b{Number}", "bias", channels, Init.Zeros, 1f),
            ]
            : [];
        int mean = AddState("running_mean", channels, Init.Zeros), variance = AddState("running_var", channels, Init.Ones);
        int count = AddState("num_batches_tracked", Shape.Of(1), Init.Zeros, ParameterKind.Count);
        int statistics = trains
            ? Add(
                new BatchStatistics(shape.Positions, norm.Epsilon, norm.Momentum),
                [Add(new BatchMoments(), value), mean, variance, count, .. affine])
            : Add(new RunningStatistics(norm.Epsilon), [mean, variance, .. affine]);
        Append(new BatchNormalize(), $"z{Number}", [statistics, .. affine]);
        Current = Current with { PreActivation = value, Activation = value, Stream = value };

        int AddState(string role, Shape dimensions, Init init, ParameterKind kind = ParameterKind.State) =>
            AddParameter(norm, $"{role}{Number}", role, dimensions, init, 1f, kind: kind);

        int Add(Operation operation, params int[] inputs) => graph.Add(operation, $"statistics{Number}", layers.Count - 1, inputs);
    }
}
