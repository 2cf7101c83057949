using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// The sum of a loss over outputs, and the gradient of its mean. 1,024 columns of a row are summed in 16 lanes of float (lane = column
/// mod 16), folded 16, 8, 4, 2, 1; such blocks and rows are summed in order, in double. A row whose terms are beyond the greatest float
/// is summed in double.
/// </summary>
internal ref struct ElementwiseSum<TLoss>(
    TLoss loss, BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients, double before, int? counted)
    : IVectorized
    where TLoss : struct, IElementwiseLoss<TLoss>
{
    private readonly BatchSpan outputs = outputs;
    private readonly ReadOnlySpan<float> targets = targets;
    private readonly BatchSpan gradients = gradients;

    private readonly bool withGradients = counted is not null;

    public double Sum { get; private set; }

    public static double Of(TLoss loss, BatchSpan outputs, ReadOnlySpan<float> targets, double before = 0)
    {
        LossArguments.CheckTargets(outputs, targets);
        ElementwiseSum<TLoss> work = new(loss, outputs, targets, default, before, counted: null);
        work.Run();
        return work.Sum;
    }

    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The outputs of some rows.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="gradients">Receives the gradient of the mean over all rows.</param>
    /// <param name="before">The sum over the rows before.</param>
    /// <param name="counted">How many rows there are in all.</param>
    public static double Of(
        TLoss loss, BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients, double before, int counted)
    {
        LossArguments.CheckTargets(outputs, targets);
        LossArguments.CheckGradients(outputs, gradients);
        ElementwiseSum<TLoss> work = new(loss, outputs, targets, gradients, before, counted);
        work.Run();
        return work.Sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        int width = outputs.Width;
        TVector scale = TSimd.Create(1f / ((float)counted.GetValueOrDefault() * width));
        Span<float> lanes = stackalloc float[Lanes.Count];
        Span<float> outputRest = stackalloc float[Lanes.Count];
        Span<float> targetRest = stackalloc float[Lanes.Count];
        outputRest.Fill(TLoss.Nothing);
        targetRest.Clear();
        double sum = before;

        for (int row = 0; row < outputs.Rows; row++)
        {
            LaneRow output = new(outputs[row], outputRest);
            LaneRow target = new(targets.Slice(row * width, width), targetRest);
            ref float g = ref withGradients ? ref MemoryMarshal.GetReference(gradients[row]) : ref Unsafe.NullRef<float>();

            double rowSum = 0;
            for (int start = 0; start < width; start += Lanes.BlockColumns)
            {
                int end = Math.Min(width, start + Lanes.BlockColumns);
                for (int lane = 0; lane < Lanes.Count; lane += TSimd.Count)
                {
                    TVector terms = TSimd.Create(0f);
                    for (int column = start + lane; column < end; column += Lanes.Count)
                    {
                        TVector y = output.Load<TSimd, TVector>(column);
                        TVector t = target.Load<TSimd, TVector>(column);
                        terms = loss.Add<TSimd, TVector>(terms, y, t, out TVector slope);
                        if (withGradients)
                            TSimd.Store(TSimd.Multiply(scale, slope), ref Unsafe.Add(ref g, column));
                    }

                    TSimd.Store(terms, ref lanes[lane]);
                }

                rowSum += Lanes.Fold(lanes);
            }

            sum += double.IsFinite(rowSum) ? rowSum : PreciseSum(row);
        }

        Sum = sum;
    }

    private readonly double PreciseSum(int row)
    {
        double sum = 0, scale = 1.0 / ((double)counted.GetValueOrDefault() * outputs.Width);
        for (int column = 0; column < outputs.Width; column++)
        {
            sum += loss.Term(outputs[row][column], targets[row * outputs.Width + column], out double slope);
            if (withGradients)
                gradients[row][column] = (float)(scale * slope);
        }

        return sum;
    }
}
