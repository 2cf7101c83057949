using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Mean squared error: <c>mean (y - t)²</c> over rows and columns, with the gradient <c>2 (y - t) / (rows · width)</c>.
/// A row is summed in 16 lanes of float (lane = column mod 16), folded 16, 8, 4, 2, 1; rows are summed in order, in double.
/// </summary>
public readonly struct MeanSquaredError : ILoss
{
    private const int Lanes = 16;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> has another number of values.</exception>
    public double Sum(BatchSpan outputs, ReadOnlySpan<float> targets)
    {
        CheckTargets(outputs, targets);
        Work work = new(outputs, targets, default, withGradients: false);
        work.Run();
        return work.Sum;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> or <paramref name="gradients"/> has another shape.</exception>
    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients)
    {
        CheckTargets(outputs, targets);
        if (gradients.Rows != outputs.Rows || gradients.Width != outputs.Width)
            throw new ArgumentException($"Expected gradients [{outputs.Rows}, {outputs.Width}], as outputs, but got [{gradients.Rows}, {gradients.Width}].", nameof(gradients));

        Work work = new(outputs, targets, gradients, withGradients: true);
        work.Run();
        return work.Sum;
    }

    private static void CheckTargets(BatchSpan outputs, ReadOnlySpan<float> targets)
    {
        if (targets.Length != (long)outputs.Rows * outputs.Width)
            throw new ArgumentException($"Expected {outputs.Rows} x {outputs.Width} targets, as outputs, but got {targets.Length}.", nameof(targets));
    }

    internal ref struct Work(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients, bool withGradients) : IVectorized
    {
        private readonly BatchSpan outputs = outputs;
        private readonly ReadOnlySpan<float> targets = targets;
        private readonly BatchSpan gradients = gradients;

        public double Sum { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int width = outputs.Width;
            int whole = width - width % Lanes;
            TVector scale = TSimd.Create(2f / ((float)outputs.Rows * width));
            Span<float> lanes = stackalloc float[Lanes];
            Span<float> outputRest = stackalloc float[Lanes];
            Span<float> targetRest = stackalloc float[Lanes];
            outputRest.Clear();
            targetRest.Clear();
            double sum = 0;

            for (int row = 0; row < outputs.Rows; row++)
            {
                // The lanes past the last column belong to nobody: behind outputs lies what activations made of padding.
                ReadOnlySpan<float> output = outputs[row];
                ReadOnlySpan<float> target = targets.Slice(row * width, width);
                output[whole..].CopyTo(outputRest);
                target[whole..].CopyTo(targetRest);
                ref float g = ref withGradients ? ref MemoryMarshal.GetReference(gradients[row]) : ref Unsafe.NullRef<float>();

                for (int lane = 0; lane < Lanes; lane += TSimd.Count)
                {
                    TVector squares = TSimd.Create(0f);
                    for (int column = lane; column < width; column += Lanes)
                    {
                        TVector y = TSimd.Load(in column < whole ? ref output[column] : ref outputRest[lane]);
                        TVector t = TSimd.Load(in column < whole ? ref target[column] : ref targetRest[lane]);
                        TVector difference = TSimd.Subtract(y, t);
                        squares = TSimd.FusedMultiplyAdd(difference, difference, squares);
                        if (withGradients)
                            TSimd.Store(TSimd.Multiply(scale, difference), ref Unsafe.Add(ref g, column));
                    }

                    TSimd.Store(squares, ref lanes[lane]);
                }

                sum += Fold(lanes);
            }

            Sum = sum;
        }

        private static float Fold(ReadOnlySpan<float> lanes)
        {
            Vector512<float> sixteen = Vector512.Create(lanes);
            Vector256<float> eight = sixteen.GetLower() + sixteen.GetUpper();
            Vector128<float> four = eight.GetLower() + eight.GetUpper();
            return (four[0] + four[2]) + (four[1] + four[3]);
        }
    }
}
