namespace NetGen.Generator.Tests;

/// <summary>The loss <c>Σ y t</c>: its gradient is the targets, whatever the output. The theory takes the two to be independent.</summary>
internal readonly struct LinearLoss : ILoss
{
    public int TermsPerRow(int width) => width;

    public double Sum(BatchSpan outputs, ReadOnlySpan<float> targets)
    {
        double sum = 0;
        for (int row = 0; row < outputs.Rows; row++)
            sum += System.Numerics.Tensors.TensorPrimitives.Dot(outputs[row], targets.Slice(row * outputs.Width, outputs.Width));
        return sum;
    }

    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients)
    {
        for (int row = 0; row < outputs.Rows; row++)
            targets.Slice(row * outputs.Width, outputs.Width).CopyTo(gradients[row]);
        return Sum(outputs, targets);
    }
}
