using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// The sum of a loss over outputs, and the gradient of its mean. A row is summed in 16 lanes of float (lane = column mod 16),
/// folded 16, 8, 4, 2, 1; rows are summed in order, in double.
/// </summary>
internal ref struct ElementwiseSum<TLoss>(TLoss loss, BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients, bool withGradients)
    : IVectorized
    where TLoss : struct, IElementwiseLoss
{
    private readonly BatchSpan outputs = outputs;
    private readonly ReadOnlySpan<float> targets = targets;
    private readonly BatchSpan gradients = gradients;

    public double Sum { get; private set; }

    public static double Of(TLoss loss, BatchSpan outputs, ReadOnlySpan<float> targets)
    {
        LossArguments.CheckTargets(outputs, targets);
        ElementwiseSum<TLoss> work = new(loss, outputs, targets, default, withGradients: false);
        work.Run();
        return work.Sum;
    }

    public static double Of(TLoss loss, BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients)
    {
        LossArguments.CheckTargets(outputs, targets);
        LossArguments.CheckGradients(outputs, gradients);
        ElementwiseSum<TLoss> work = new(loss, outputs, targets, gradients, withGradients: true);
        work.Run();
        return work.Sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        int width = outputs.Width;
        TVector scale = TSimd.Create(1f / ((float)outputs.Rows * width));
        Span<float> lanes = stackalloc float[Lanes.Count];
        Span<float> outputRest = stackalloc float[Lanes.Count];
        Span<float> targetRest = stackalloc float[Lanes.Count];
        outputRest.Fill(TLoss.Nothing);
        targetRest.Clear();
        double sum = 0;

        for (int row = 0; row < outputs.Rows; row++)
        {
            LaneRow output = new(outputs[row], outputRest);
            LaneRow target = new(targets.Slice(row * width, width), targetRest);
            ref float g = ref withGradients ? ref MemoryMarshal.GetReference(gradients[row]) : ref Unsafe.NullRef<float>();

            for (int lane = 0; lane < Lanes.Count; lane += TSimd.Count)
            {
                TVector terms = TSimd.Create(0f);
                for (int column = lane; column < width; column += Lanes.Count)
                {
                    TVector y = output.Load<TSimd, TVector>(column);
                    TVector t = target.Load<TSimd, TVector>(column);
                    terms = loss.Add<TSimd, TVector>(terms, y, t, out TVector slope);
                    if (withGradients)
                        TSimd.Store(TSimd.Multiply(scale, slope), ref Unsafe.Add(ref g, column));
                }

                TSimd.Store(terms, ref lanes[lane]);
            }

            sum += Lanes.Fold(lanes);
        }

        Sum = sum;
    }
}
