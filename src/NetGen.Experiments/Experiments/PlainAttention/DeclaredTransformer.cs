using System.Runtime.InteropServices;
using NetGen.Experiments.Attention;
using NetGen.Experiments.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainAttention;

/// <summary>A transformer that was compiled and loaded while the program runs: its type is unknown before.</summary>
internal abstract class DeclaredTransformer
{
    /// <param name="declared">Its declaration.</param>
    /// <param name="network">The class of the network.</param>
    public static DeclaredTransformer Of(PlainDeclaration declared, Type network)
    {
        Type training = PlainTasks.IsText(declared) ? typeof(Reading<>) : typeof(Seeing<>);
        return (DeclaredTransformer)Activator.CreateInstance(training.MakeGenericType(network), declared)!;
    }

    public abstract NetworkInfo Info { get; }

    /// <summary>Trains it.</summary>
    /// <param name="tasks">What on.</param>
    /// <param name="seed">The seed of weights and data.</param>
    /// <param name="coder">What takes the place of its residual connections, or null.</param>
    /// <param name="report">Is told of every step.</param>
    /// <param name="stop">Stops it.</param>
    public abstract PlainRun Train(PlainTasks tasks, int seed, Coder? coder, Action<StepReport> report, CancellationToken stop);

    /// <summary>Begins a training and gives what takes a step of it, on examples of which the time does not depend.</summary>
    public abstract Func<float> Steps(PlainTasks tasks, int seed);

    private abstract class Typed<TNetwork>(PlainDeclaration declared) : DeclaredTransformer
        where TNetwork : class, INetwork
    {
        public override NetworkInfo Info => TNetwork.Info;

        public override PlainRun Train(PlainTasks tasks, int seed, Coder? coder, Action<StepReport> report, CancellationToken stop)
        {
            TNetwork network = Start.Of<TNetwork>(seed);
            coder?.CopyTo(network.Parameters, Info, declared.CoderBlock);
            IReadOnlyList<double?> before = Lost(network, tasks, coder);
            TransformerRun seen = (TransformerRun)TrainingOf(network, tasks, seed).Run(report, stop);
            return new PlainRun(declared, Info, seen, before, Lost(network, tasks, coder));
        }

        protected static Trainer<TNetwork, AdamW, SoftmaxCrossEntropy> Trainer(PlainTasks tasks, int seed) => Start.Of<TNetwork>(seed)
            .CreateTrainer(tasks.Recipe.Optimizer, Loss.SoftmaxCrossEntropy, tasks.Recipe.Batch, AttentionRecipe.ClipNorm);

        protected abstract Training TrainingOf(TNetwork network, PlainTasks tasks, int seed);

        protected abstract IReadOnlyList<double?> Lost(TNetwork network, PlainTasks tasks, Coder? coder);

        protected IReadOnlyList<double?> Lost(
            TNetwork network, Coder? coder, Inputs inputs, ReadOnlySpan<int> labels, int examples) =>
            StreamLoss.ByStage(network, declared, coder, inputs, labels, examples);
    }

    private sealed class Seeing<TNetwork>(PlainDeclaration declared) : Typed<TNetwork>(declared)
        where TNetwork : class, INetwork
    {
        protected override Training TrainingOf(TNetwork network, PlainTasks tasks, int seed) =>
            new VisionTraining<TNetwork>(_ => network, tasks.Images, Gaze.Unasked, tasks.Recipe).From(seed);

        public override Func<float> Steps(PlainTasks tasks, int seed)
        {
            var trainer = Trainer(tasks, seed);
            float[] inputs = Uniform.Array(tasks.Recipe.Batch * tasks.Images.Training.Shape.Length, DataStream.Of(seed));
            int[] labels = new int[tasks.Recipe.Batch];
            return () => trainer.Step(inputs, labels);
        }

        protected override IReadOnlyList<double?> Lost(TNetwork network, PlainTasks tasks, Coder? coder)
        {
            ReadOnlySpan<float> inputs = tasks.Images.FirstTests(Look.Images, out ReadOnlySpan<int> labels);
            return Lost(network, coder, inputs, labels, labels.Length);
        }
    }

    private sealed class Reading<TNetwork>(PlainDeclaration declared) : Typed<TNetwork>(declared)
        where TNetwork : class, ICausalNetwork
    {
        protected override Training TrainingOf(TNetwork network, PlainTasks tasks, int seed) =>
            new TextTraining<TNetwork>(_ => network, tasks.Text, tasks.Recipe).From(seed);

        public override Func<float> Steps(PlainTasks tasks, int seed)
        {
            var trainer = Trainer(tasks, seed);
            int[] tokens = new int[tasks.Recipe.Batch * TextTask.Length];
            int[] labels = new int[tokens.Length];
            tasks.Text.Next(DataStream.Of(seed), tokens, labels);
            return () => trainer.Step(tokens, labels);
        }

        protected override IReadOnlyList<double?> Lost(TNetwork network, PlainTasks tasks, Coder? coder)
        {
            int windows = Math.Min(Look.Windows, tasks.Text.Windows);
            int length = windows * TextTask.Length;
            return Lost(
                network, coder, CollectionsMarshal.AsSpan(tasks.Text.Tokens)[..length],
                CollectionsMarshal.AsSpan(tasks.Text.Labels)[..length], windows);
        }
    }
}
