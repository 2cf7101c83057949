using System.Numerics.Tensors;

namespace NetGen.Experiments.Images;

/// <summary>What a network says of all test images.</summary>
/// <param name="MeanLoss">The mean cross-entropy.</param>
/// <param name="Confusion">How many images of each class, a row, are taken for each class, a column.</param>
/// <param name="WorstMistakes">Images that are named wrong, those first whose class is said to be least probable.</param>
internal sealed record Classification(
    double MeanLoss, IReadOnlyList<IReadOnlyList<int>> Confusion, IReadOnlyList<Mistake> WorstMistakes)
{
    private const int MostMistakes = 16;

    public static Classification Of<TNetwork>(TNetwork network, ImageTask task)
        where TNetwork : class, INetwork
    {
        int classes = TNetwork.Info.OutputLength;
        float[] outputs = new float[task.Test.Count * classes];
        network.Predict(task.TestInputs, outputs);
        int[][] confusion = [.. Enumerable.Range(0, classes).Select(_ => new int[classes])];
        List<Mistake> mistakes = [];
        double loss = 0;
        double[] probabilities = new double[classes];
        for (int index = 0; index < task.Test.Count; index++)
        {
            int right = task.Test.Labels[index];
            TensorPrimitives.ConvertTruncating(outputs.AsSpan(index * classes, classes), probabilities.AsSpan());
            TensorPrimitives.SoftMax<double>(probabilities, probabilities);
            int predicted = TensorPrimitives.IndexOfMax<double>(probabilities);
            confusion[right][predicted]++;
            loss -= Math.Log(Math.Max(probabilities[right], double.Epsilon));
            if (predicted != right)
                mistakes.Add(new Mistake(index, right, predicted, probabilities[predicted], probabilities[right]));
        }

        return new Classification(
            loss / task.Test.Count,
            confusion,
            [
                .. mistakes.OrderBy(static mistake => mistake.OfClass)
                    .Take(MostMistakes)
                    .Select(mistake => mistake with { Pixels = [.. task.Test[mistake.Index]] }),
            ]);
    }
}
