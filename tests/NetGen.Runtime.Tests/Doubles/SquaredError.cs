namespace NetGen.Runtime.Tests;

/// <summary>Mean squared error, written plainly. It writes no padding, as a loss may.</summary>
internal readonly struct SquaredError : ILoss
{
    public double Sum(BatchSpan outputs, ReadOnlySpan<float> targets)
    {
        double sum = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            double error = outputs[i / outputs.Width][i % outputs.Width] - targets[i];
            sum += error * error;
        }

        return sum;
    }

    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, outputs.Width);
            gradients[row][column] = 2 * (outputs[row][column] - targets[i]) / targets.Length;
        }

        return Sum(outputs, targets);
    }
}
