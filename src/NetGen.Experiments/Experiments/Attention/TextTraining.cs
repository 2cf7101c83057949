using System.Diagnostics;
using System.Runtime.InteropServices;
using NetGen.Experiments.Data;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Attention;

/// <summary>The training of a transformer that reads text.</summary>
/// <param name="create">Makes the network, from a seed.</param>
/// <param name="task">The text.</param>
/// <param name="recipe">How it is trained.</param>
internal sealed class TextTraining<TNetwork>(Func<int, TNetwork> create, TextTask task, AttentionRecipe recipe)
    where TNetwork : class, ICausalNetwork
{
    /// <summary>How many characters of a window are shown, and how many are written.</summary>
    private const int Shown = 28;

    private const int Written = 600;

    public Training From(int seed) =>
        new(task.Name, TNetwork.Info.Name, seed, recipe.Steps, (report, stop) => Train(seed, report, stop));

    private TextRun Train(int seed, Action<StepReport> report, CancellationToken stop)
    {
        TNetwork network = create(seed);
        SeededRandom random = DataStream.Of(seed);
        using var trainer = network.CreateTrainer(
            recipe.Optimizer, Loss.SoftmaxCrossEntropy, Math.Max(recipe.Batch, Look.Windows), AttentionRecipe.ClipNorm,
            AttentionRecipe.Rates(recipe.Steps));
        int looked = Math.Min(Look.Windows, task.Windows) * TextTask.Length;
        Gaze gaze = new(Causal: true, static (_, query, key) => key == query - 1);
        Look start = LookInside(out _);

        int[] tokens = new int[recipe.Batch * TextTask.Length];
        int[] labels = new int[tokens.Length];
        float[] losses = new float[recipe.Steps];
        List<TextCheck> checks = [new TextCheck(0, Bits())];
        TimeSpan training = TimeSpan.Zero;
        for (int step = 1; step <= recipe.Steps; step++)
        {
            stop.ThrowIfCancellationRequested();
            task.Next(random, tokens, labels);
            long before = Stopwatch.GetTimestamp();
            losses[step - 1] = trainer.Step(tokens, labels);
            training += Stopwatch.GetElapsedTime(before);
            if ((long)step * recipe.Checks / recipe.Steps > (step - 1L) * recipe.Checks / recipe.Steps)
                checks.Add(new TextCheck(step, Bits()));
            report(new StepReport(step, losses[step - 1]));
        }

        Look end = LookInside(out IReadOnlyList<HeadWeights> weights);
        return new TextRun(
            task.Name, TNetwork.Info.Name, seed, recipe.Steps, losses, checks, Write(network, seed), start, end,
            [.. weights.Select(static layer => Enumerable.Range(0, layer.Heads).Select(head => FirstWindow(layer, head)).ToArray())],
            [.. task.Tokens.Take(Shown).Select(Characters.Visible)])
        {
            TrainingSeconds = training.TotalSeconds,
        };

        Look LookInside(out IReadOnlyList<HeadWeights> weights) => Look.At(
            trainer, CollectionsMarshal.AsSpan(task.Tokens)[..looked], CollectionsMarshal.AsSpan(task.Labels)[..looked], gaze, out weights);

        double Bits() =>
            trainer.Evaluate(CollectionsMarshal.AsSpan(task.Tokens), CollectionsMarshal.AsSpan(task.Labels)).Loss / Math.Log(2);
    }

    private static double[][] FirstWindow(HeadWeights layer, int head) =>
    [
        .. Enumerable.Range(0, Shown)
            .Select(query => layer.Row(0, head, query)[..Shown].ToArray().Select(static weight => Math.Round(weight, 4)).ToArray()),
    ];

    /// <summary>Writes on from the end of a line. When the network's sequence is full, it forgets the first half of it.</summary>
    private static string Write(TNetwork network, int seed)
    {
        var writer = network.CreateGenerator(new Sampling { Temperature = AttentionRecipe.Temperature, Seed = seed });
        List<int> written = [.. Characters.Tokens("\n")];
        writer.Add(CollectionsMarshal.AsSpan(written));
        while (written.Count <= Written)
        {
            int next = writer.Choose();
            written.Add(next);
            if (writer.Length < writer.MaxLength)
            {
                writer.Add(next);
                continue;
            }

            writer.Clear();
            writer.Add(CollectionsMarshal.AsSpan(written)[^(writer.MaxLength / 2)..]);
        }

        return Characters.Text(written).Trim('\n');
    }
}
