using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>What every loss with a term for each output must do.</summary>
public abstract class ElementwiseLossTests<TLoss>(TLoss loss) : LossTests<TLoss>(loss)
    where TLoss : struct, ILoss
{
    private readonly TLoss loss = loss;

    [Fact]
    public void Mean_is_over_rows_and_columns() => Assert.Equal(45, loss.TermsPerRow(45));

    protected sealed override double RowLoss(double[] outputs, double[] targets) => outputs.Zip(targets, Term).Sum();

    /// <summary>The definition: the loss of an output <c>y</c> where <c>t</c> was expected.</summary>
    protected abstract double Term(double y, double t);

    private protected static void AssertSameBits<T>(T loss, Func<LossCase> create)
        where T : struct, IElementwiseLoss<T> =>
        EveryWidth.AssertSameBits(() => new Subject<T>(loss, create()));

    private sealed class Subject<T>(T loss, LossCase example) : EveryWidth.ISubject
        where T : struct, IElementwiseLoss<T>
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            BatchSpan outputs = example.OutputBatch;
            ElementwiseSum<T> work = new(loss, outputs, example.Targets, example.GradientBatch, before: 0, outputs.Rows);
            work.Run<TSimd, TVector>();
            return [.. example.Gradients, (float)work.Sum, (float)(work.Sum - (float)work.Sum)];
        }
    }
}
