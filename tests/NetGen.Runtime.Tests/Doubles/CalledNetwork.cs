using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>
/// A network of seven numbers without arithmetic, which calls back from its passes. For tests of one class, which run one after the other.
/// </summary>
internal sealed class CalledNetwork : INetwork
{
    public static NetworkInfo Info { get; } = new(
        "CalledNetwork", [7], [7], [new LayerInfo("0", "Linear(x)", [7], [7], 7, 0, [-1])],
        [new ParameterInfo("0.bias", 0, [7], 0, Init.Zeros, 1f)],
        new MemoryPlan(32, 32, 96, 96, 64, new TrainingBuffers(0, 32, 64), new PredictionBuffers(0, 32)));

    /// <summary>What every thread of every pass calls.</summary>
    public static Action Callback { get; set; } = Nothing;

    public ParameterSet Parameters { get; } = new(Info, seed: 0);

    public static void Nothing()
    {
    }

    static void INetwork.Infer(ref float parameters, ref float scratch, ref float activations, RowRange rows) => Callback();

    static void INetwork.Forward<TProbe>(ref float parameters, ref float scratch, ref float activations, RowRange rows, ref TProbe probe)
    {
        Callback();
        if (TProbe.Observes)
            Observe.Rows(ref probe, Observation.Activation, 0, "0", ref activations, rows, 7);
    }

    static void INetwork.ForwardStage(int stage, ref float parameters, ref float scratch, ref float activations, RowRange rows) =>
        Callback();

    static void INetwork.Backward<TUpdate, TProbe>(
        ref float parameters, ref float gradients, ref float scratch, ref float activations,
        RowRange rows, ref TUpdate update, ref TProbe probe)
    {
        Callback();
        update.Finished(0, 32);
    }

    static void INetwork.BackwardStage(int stage, ref float parameters, ref float scratch, ref float activations, RowRange rows) =>
        Callback();

    static void INetwork.BackwardWeights<TUpdate>(
        ref float gradients, ref float scratch, ref float activations, RowRange rows, ref TUpdate update)
    {
        Callback();
        if (update.Takes(32L * rows.Batch))
            update.Finished(0, 32);
    }
}
