namespace NetGen;

/// <summary>The mean absolute difference between outputs and targets, or the root of the mean squared one.</summary>
internal sealed class MeanError(bool squared) : Metric
{
    private double sum;
    private long count;

    public override string Name => squared ? "root mean squared error" : "mean absolute error";

    public override bool HigherIsBetter => false;

    public override double Value => squared ? Math.Sqrt(sum / count) : sum / count;

    public override void Clear() => (sum, count) = (0, 0);

    protected override void AddRow(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets)
    {
        for (int column = 0; column < outputs.Length; column++)
        {
            double difference = (double)outputs[column] - targets[column];
            sum += squared ? difference * difference : Math.Abs(difference);
        }

        count += outputs.Length;
    }
}
