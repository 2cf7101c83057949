namespace NetGen.Runtime.Tests;

/// <summary>Softmax cross-entropy by its definition.</summary>
internal static class CrossEntropyReference
{
    public static double RowLoss(double[] outputs, double[] targets)
    {
        double largest = outputs.Max();
        double logSum = largest + Math.Log(outputs.Sum(y => Math.Exp(y - largest)));
        return outputs.Zip(targets, (y, t) => t * (logSum - y)).Sum();
    }

    /// <summary>Targets of which a share is spread evenly over all classes.</summary>
    public static double[] Smoothed(double[] targets, double smoothing) =>
        [.. targets.Select(target => (1 - smoothing) * target + smoothing / targets.Length)];
}
