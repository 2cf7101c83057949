using NetGen.Benchmarks;

namespace NetGen.Compare.Works;

/// <summary>
/// A training step on one document, always the same, which is shorter than the network's sequences: NetGen gets its length, and no label
/// behind it; PyTorch gets the document without what lies behind.
/// </summary>
internal sealed class DocumentWork<TNetwork>(string name, Func<TNetwork> create, int letters)
    : TrainingWork<TNetwork, Adam, SoftmaxCrossEntropy>(
        WorkGroup.Sequences, name, create, new Adam(0.01f, beta1: 0.85, beta2: 0.99), "Adam(0.01, 0.85, 0.99)", default,
        "cross-entropy", 1, ForwardProducts.OfMicroGpt(letters))
    where TNetwork : class, INetwork
{
    private static int Positions => TNetwork.Info.InputLength;

    public override SafetensorsFile Start()
    {
        float[] tokens = new float[Positions], labels = new float[Positions];
        Array.Fill(labels, SoftmaxCrossEntropy.NoLabel);
        SeededRandom random = new(1);
        for (int position = 0; position < letters; position++)
        {
            tokens[position] = position == 0 ? 0 : labels[position - 1];
            labels[position] = random.NextInt32(TNetwork.Info.Vocabulary!.Value);
        }

        SafetensorsFile file = FileOf(Create(), TNetwork.Info, tokens, Batch);
        file.Add("length", [Batch], [letters]);
        file.Add("target", [Batch, Positions], labels);
        return file;
    }

    protected override Func<float> Step(Trainer<TNetwork, Adam, SoftmaxCrossEntropy> trainer, SafetensorsFile start)
    {
        int[] tokens = Whole("input"), lengths = Whole("length"), labels = Whole("target");
        return () => trainer.Step(new Inputs(tokens, lengths), labels);

        int[] Whole(string name) => [.. start.Tensors[name].Values.ToArray().Select(static value => (int)value)];
    }
}
