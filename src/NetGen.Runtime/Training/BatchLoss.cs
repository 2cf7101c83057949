using System.Numerics.Tensors;

namespace NetGen;

/// <summary>The loss of a batch, of the rows of outputs that count.</summary>
internal static class BatchLoss
{
    /// <summary>The sum of a loss over the rows that count.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="targets">The targets of all examples.</param>
    /// <param name="outputs">The outputs of some of them.</param>
    /// <param name="start">Which row of all is their first.</param>
    /// <param name="rows">Which of these outputs count.</param>
    public static double Sum<TLoss, TTargets>(TLoss loss, ref TTargets targets, BatchSpan outputs, int start, CountedRows rows)
        where TLoss : struct, ILoss
        where TTargets : struct, ITargets<TLoss>, allows ref struct
    {
        double sum = 0;
        foreach (RowPart part in rows)
            sum += targets.Sum(loss, outputs.Slice(part.First, part.Rows), start + part.First);
        return sum;
    }

    /// <summary>The same sum over all examples, and the gradient of the mean. Rows that do not count have none.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="outputs">The outputs.</param>
    /// <param name="gradients">Receives the gradient.</param>
    /// <param name="rows">Which rows count.</param>
    /// <param name="count">How many those are.</param>
    public static double SumAndGradient<TLoss, TTargets>(
        TLoss loss, TTargets targets, BatchSpan outputs, BatchSpan gradients, CountedRows rows, int count)
        where TLoss : struct, ILoss
        where TTargets : struct, ITargets<TLoss>, allows ref struct
    {
        double sum = 0;
        int next = 0;
        foreach (RowPart part in rows)
        {
            Clear(gradients, next, part.First);
            BatchSpan own = gradients.Slice(part.First, part.Rows);
            sum += targets.SumAndGradient(loss, outputs.Slice(part.First, part.Rows), part.First, own);
            int ownCount = targets.Count(loss, part);
            if (ownCount != count)
                Scale(own, (float)((double)ownCount / count));
            next = part.First + part.Rows;
        }

        Clear(gradients, next, gradients.Rows);
        return sum;
    }

    private static void Clear(BatchSpan gradients, int first, int end)
    {
        for (int row = first; row < end; row++)
            gradients[row].Clear();
    }

    private static void Scale(BatchSpan gradients, float factor)
    {
        for (int row = 0; row < gradients.Rows; row++)
            TensorPrimitives.Multiply(gradients[row], factor, gradients[row]);
    }
}
