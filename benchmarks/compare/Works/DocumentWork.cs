using NetGen.Benchmarks;

namespace NetGen.Compare.Works;

/// <summary>
/// A training step on one of some documents, which are shorter than the network's sequences: NetGen gets the length, and no label behind
/// it; PyTorch gets the document without what lies behind. There are several, in turn, of which nobody can guess the first letter: a single
/// one would be known by heart before it is measured, its loss 0 and its gradients next to nothing.
/// </summary>
internal sealed class DocumentWork<TNetwork>(string name, Func<TNetwork> create, int letters)
    : TrainingWork<TNetwork, Adam, SoftmaxCrossEntropy>(
        WorkGroup.Sequences, name, create, new Adam(0.01f, beta1: 0.85, beta2: 0.99), "Adam(0.01, 0.85, 0.99)", default,
        "cross-entropy", 1, ForwardProducts.OfMicroGpt(letters))
    where TNetwork : class, INetwork
{
    private const int Documents = 8;

    private static int Positions => TNetwork.Info.InputLength;

    public override SafetensorsFile Start()
    {
        float[] tokens = new float[Documents * Positions], labels = new float[tokens.Length], lengths = new float[Documents];
        Array.Fill(lengths, letters);
        Array.Fill(labels, SoftmaxCrossEntropy.NoLabel);
        SeededRandom random = new(1);
        for (int start = 0; start < tokens.Length; start += Positions)
        {
            for (int position = start; position < start + letters; position++)
            {
                tokens[position] = position == start ? 0 : labels[position - 1];
                labels[position] = random.NextInt32(TNetwork.Info.Vocabulary!.Value);
            }
        }

        SafetensorsFile file = FileOf(Create(), TNetwork.Info, tokens, Documents);
        file.Add("length", [Documents], lengths);
        file.Add("target", [Documents, Positions], labels);
        return file;
    }

    protected override Func<float> Step(Trainer<TNetwork, Adam, SoftmaxCrossEntropy> trainer, SafetensorsFile start)
    {
        int[] tokens = Whole("input"), lengths = Whole("length"), labels = Whole("target");
        int turn = 0;
        return () =>
        {
            int document = turn++ % Documents, start = document * Positions;
            return trainer.Step(
                new Inputs(tokens.AsSpan(start, Positions), lengths.AsSpan(document, 1)), labels.AsSpan(start, Positions));
        };

        int[] Whole(string name) => [.. start.Tensors[name].Values.ToArray().Select(static value => (int)value)];
    }
}
