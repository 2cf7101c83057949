using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks;

/// <summary>A step, a prediction, or the writing of a token.</summary>
public sealed class SequenceCase : IWork
{
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

    /// <summary>A step on one document, which is shorter than the network's sequences.</summary>
    internal static SequenceCase Document(int letters) => new(
        $"step microGPT, {letters} letters", ForwardProducts.OfMicroGpt(letters).StepFlops(MicroGpt.Info), () =>
        {
            int[] tokens = new int[MicroGpt.Info.InputLength], labels = new int[tokens.Length], lengths = [letters];
            labels.AsSpan(letters).Fill(SoftmaxCrossEntropy.NoLabel);
            for (int position = 0; position < letters; position++)
                (tokens[position], labels[position]) = (position, position + 1);

            Trainer<MicroGpt, Adam, SoftmaxCrossEntropy> trainer = new MicroGpt(seed: 1)
                .CreateTrainer(new Adam(0.01f, beta1: 0.85, beta2: 0.99), Loss.SoftmaxCrossEntropy, batchSize: 1);
            return () => trainer.Step(new NetGen.Inputs(tokens, lengths), labels);
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
}
