using NetGen.Experiments.Data;

namespace NetGen.Experiments.Running;

/// <summary>Training to hand on what comes in: every batch is its own target.</summary>
internal static class IdentityTraining
{
    /// <summary>Takes the steps, telling of each, until it is told to stop.</summary>
    /// <returns>The loss of every step's batch, before its update.</returns>
    public static float[] Run<TNetwork, TOptimizer, TLoss>(
        Trainer<TNetwork, TOptimizer, TLoss> trainer,
        IBatches batches,
        int steps,
        int batchSize,
        Action<StepReport> report,
        CancellationToken stop)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, ILoss
    {
        float[] batch = new float[batchSize * TNetwork.Info.InputWidth];
        float[] losses = new float[steps];
        for (int step = 0; step < losses.Length; step++)
        {
            stop.ThrowIfCancellationRequested();
            batches.Next(batch);
            losses[step] = trainer.Step(batch, batch);
            report(new StepReport(step + 1, losses[step]));
        }

        return losses;
    }
}
