namespace NetGen.Experiments.Measuring;

/// <summary>
/// The inner product of outputs and targets, <c>y · t</c>, as the mean over rows. Its gradient with respect to an output is the target,
/// whatever the output is: with random targets it is the independent gradient that theory lets in at the end of a network.
/// </summary>
internal readonly struct InnerProduct : ILoss
{
    public int TermsPerRow(int width) => 1;

    public double Sum(BatchSpan outputs, ReadOnlySpan<float> targets)
    {
        double sum = 0;
        for (int row = 0; row < outputs.Rows; row++)
        {
            for (int unit = 0; unit < outputs.Width; unit++)
                sum += (double)outputs[row][unit] * targets[row * outputs.Width + unit];
        }

        return sum;
    }

    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients)
    {
        for (int row = 0; row < outputs.Rows; row++)
        {
            for (int unit = 0; unit < outputs.Width; unit++)
                gradients[row][unit] = targets[row * outputs.Width + unit] / outputs.Rows;
        }

        return Sum(outputs, targets);
    }
}
