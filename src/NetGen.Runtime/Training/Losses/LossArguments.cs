namespace NetGen;

/// <summary>Checks that all losses make.</summary>
internal static class LossArguments
{
    public static int CheckedWidth(int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        return width;
    }

    public static void CheckTargets(BatchSpan outputs, ReadOnlySpan<float> targets)
    {
        if (targets.Length != (long)outputs.Rows * outputs.Width)
            throw new ArgumentException(
                $"Expected {outputs.Rows} x {outputs.Width} targets, as outputs, but got {targets.Length}.", nameof(targets));
    }

    public static void CheckLabels(BatchSpan outputs, ReadOnlySpan<int> labels, int? ignored)
    {
        if (labels.Length != outputs.Rows)
        {
            throw new ArgumentException(
                $"Expected {outputs.Rows} labels, one for each row of outputs, but got {labels.Length}.", nameof(labels));
        }

        if (Labels.FirstWrong(labels, outputs.Width, ignored) is >= 0 and int row)
        {
            throw new ArgumentOutOfRangeException(
                nameof(labels), labels[row],
                $"Expected labels from 0 to {outputs.Width - 1}, for {outputs.Width} classes, but got {labels[row]} in row {row}.");
        }
    }

    public static void CheckGradients(BatchSpan outputs, BatchSpan gradients)
    {
        if (gradients.Rows != outputs.Rows || gradients.Width != outputs.Width)
            throw new ArgumentException(
                $"Expected gradients [{outputs.Rows}, {outputs.Width}], as outputs, but got [{gradients.Rows}, {gradients.Width}].",
                nameof(gradients));
    }
}
