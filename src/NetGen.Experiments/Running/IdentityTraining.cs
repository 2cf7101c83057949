using NetGen.Experiments.Data;

namespace NetGen.Experiments.Running;

/// <summary>Training to hand on what comes in: every batch is its own target.</summary>
internal static class IdentityTraining
{
    /// <summary>Takes the steps, telling of each, until it is told to stop.</summary>
    /// <param name="trainer">Takes them.</param>
    /// <param name="batches">Hands out the batches.</param>
    /// <param name="steps">How many there are.</param>
    /// <param name="batchSize">How many examples a step takes.</param>
    /// <param name="report">Is told of each step.</param>
    /// <param name="stop">Stops them.</param>
    /// <param name="spoil">What is done to a batch before it comes in; if null, nothing. The target is the batch as it was.</param>
    /// <returns>The loss of every step's batch, before its update.</returns>
    public static float[] Run<TNetwork, TOptimizer, TLoss>(
        Trainer<TNetwork, TOptimizer, TLoss> trainer,
        IBatches batches,
        int steps,
        int batchSize,
        Action<StepReport> report,
        CancellationToken stop,
        Action<float[]>? spoil = null)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, ILoss
    {
        float[] batch = new float[batchSize * TNetwork.Info.InputLength];
        float[] seen = spoil is null ? batch : new float[batch.Length];
        float[] losses = new float[steps];
        for (int step = 0; step < losses.Length; step++)
        {
            stop.ThrowIfCancellationRequested();
            batches.Next(batch);
            if (spoil is not null)
            {
                batch.CopyTo(seen, 0);
                spoil(seen);
            }

            losses[step] = trainer.Step(seen, batch);
            report(new StepReport(step + 1, losses[step]));
        }

        return losses;
    }
}
