using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks;

/// <summary>A step, a prediction, or the writing of a token.</summary>
public sealed class SequenceCase : IWork
{
    private const int Documents = 8;

    private readonly string name;
    private readonly Func<Action> prepare;

    private SequenceCase(string name, double flops, Func<Action> prepare)
    {
        this.name = name;
        this.prepare = prepare;
        Flops = flops;
    }

    public double Flops { get; }

    internal static SequenceCase Step(TrainingCase step) => new($"step {step}", step.Flops, () =>
    {
        Func<float> take = step.Prepare().Step;
        return () => take();
    });

    internal static SequenceCase Prediction(PredictionCase prediction) => new($"{prediction}", prediction.Flops, prediction.Prepare);

    /// <summary>
    /// A step on a document of so many letters. There are several, in turn, that begin with different letters: a single one would be known
    /// by heart before it is measured, its loss 0 and its gradients next to nothing.
    /// </summary>
    internal static SequenceCase Document(int letters) => new(
        $"step microGPT, {letters} letters", ForwardProducts.OfMicroGpt(letters).StepFlops(MicroGpt.Info), () =>
        {
            int[] lengths = [letters];
            (int[] Tokens, int[] Labels)[] documents = [.. Enumerable.Range(1, Documents).Select(first => Document(first, letters))];
            int turn = 0;
            Trainer<MicroGpt, Adam, SoftmaxCrossEntropy> trainer = new MicroGpt(seed: 1)
                .CreateTrainer(new Adam(0.01f, beta1: 0.85, beta2: 0.99), Loss.SoftmaxCrossEntropy, batchSize: 1);
            return () =>
            {
                (int[] tokens, int[] labels) = documents[turn++ % Documents];
                trainer.Step(new NetGen.Inputs(tokens, lengths), labels);
            };
        });

    /// <summary>One token after the other, the keys and values of those before at hand, in sequences that are as long as can be.</summary>
    internal static SequenceCase Writing() => new("a token of microGPT", 0, static () =>
    {
        TokenGenerator<MicroGpt> generator = new MicroGpt(seed: 1).CreateGenerator(new Sampling { Seed = 1 });
        generator.Add(0);
        return () =>
        {
            int next = generator.Choose();
            if (generator.Length == generator.MaxLength)
                generator.Clear();
            generator.Add(next);
        };
    });

    /// <summary>Makes what a call needs.</summary>
    /// <returns>Calls.</returns>
    public Action Prepare() => prepare();

    public override string ToString() => name;

    private static (int[] Tokens, int[] Labels) Document(int first, int letters)
    {
        int[] tokens = new int[MicroGpt.Info.InputLength], labels = new int[tokens.Length];
        labels.AsSpan(letters).Fill(SoftmaxCrossEntropy.NoLabel);
        for (int position = 0; position < letters; position++)
        {
            tokens[position] = position == 0 ? 0 : labels[position - 1];
            labels[position] = first + position;
        }

        return (tokens, labels);
    }
}
