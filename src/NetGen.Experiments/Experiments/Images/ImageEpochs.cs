using System.Diagnostics;
using NetGen.Data;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Images;

/// <summary>The steps of a training on images, epoch by epoch, and how much of the test images was named right on the way.</summary>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="Epochs">How much was named right at the end of each epoch.</param>
/// <param name="Glances">How much of a few images, some times an epoch.</param>
/// <param name="Training">How long the steps took, without measurements between them.</param>
internal sealed record ImageEpochs(float[] Losses, IReadOnlyList<Check> Epochs, IReadOnlyList<Check> Glances, TimeSpan Training)
{
    /// <summary>Takes the steps.</summary>
    /// <param name="trainer">What trains the network.</param>
    /// <param name="network">The network.</param>
    /// <param name="task">The images to test with.</param>
    /// <param name="batches">Those to train with.</param>
    /// <param name="epochs">How often every image is seen.</param>
    /// <param name="tested">How many images are looked at, at most, at the end of each epoch.</param>
    /// <param name="glances">How often in an epoch a few of them are looked at.</param>
    /// <param name="report">Is told of every step.</param>
    /// <param name="stop">Stops it.</param>
    public static ImageEpochs Run<TNetwork, TOptimizer>(
        Trainer<TNetwork, TOptimizer, SoftmaxCrossEntropy> trainer,
        TNetwork network,
        ImageTask task,
        ImageBatches batches,
        int epochs,
        int tested,
        int glances,
        Action<StepReport> report,
        CancellationToken stop)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
    {
        int stepsPerEpoch = batches.BatchesPerEpoch;
        float[] losses = new float[epochs * stepsPerEpoch];
        List<Check> glanced = [];
        List<Check> ended = [];
        double? accuracy = null;
        TimeSpan training = TimeSpan.Zero;
        for (int step = 0, epoch = 1; epoch <= epochs; epoch++)
        {
            for (int done = 1; batches.Next(out ImageBatch batch); done++)
            {
                stop.ThrowIfCancellationRequested();
                long before = Stopwatch.GetTimestamp();
                losses[step] = trainer.Step(batch.Inputs, batch.Labels);
                training += Stopwatch.GetElapsedTime(before);
                step++;
                if (done * glances / stepsPerEpoch > (done - 1) * glances / stepsPerEpoch)
                    glanced.Add(new Check((double)step / stepsPerEpoch, Accuracy(ImageTask.Glanced)));
                report(new StepReport(step, losses[step - 1], Accuracy: accuracy));
            }

            ended.Add(new Check(epoch, Accuracy(tested)));
        }

        return new ImageEpochs(losses, ended, glanced, training);

        double Accuracy(int most)
        {
            ReadOnlySpan<float> inputs = task.FirstTests(most, out ReadOnlySpan<int> labels);
            accuracy = network.Accuracy(inputs, labels);
            return accuracy.Value;
        }
    }
}
