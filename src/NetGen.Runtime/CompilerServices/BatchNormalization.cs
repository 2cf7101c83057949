using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>
/// Statistics of the columns of a batch (Ioffe and Szegedy 2015). Rows are summed in blocks (<see cref="RowBlocks"/>), each about a number
/// near the block's mean, so that no digits of small deviations are lost; blocks add up in double (Chan, Golub and LeVeque 1983). What
/// there is once for a batch is computed by the thread that has the first row.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchNormalization
{
    // The mean of so many rows is about a quarter of a deviation away from that of a block, and costs little.
    private const int CenterRows = 16;

    /// <summary>The moments of every block. Nothing is done where the running statistics serve.</summary>
    /// <param name="rows">The rows of this thread, whose blocks are its work.</param>
    /// <param name="width">Their length.</param>
    /// <param name="key">Where the step's key lies.</param>
    /// <param name="a">The slab of activations, of which all rows are there.</param>
    /// <param name="from">Where the rows lie.</param>
    /// <param name="to">Where the moments go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Moments(RowRange rows, int width, ref float key, ref float a, nint from, nint to)
    {
        if (!StepKey.Read(in key).IsOn)
            return;

        nint span = Span(width), stride = Layout.RowStride(width);
        RowBlocks blocks = RowBlocks.Of(rows);
        for (int block = blocks.First; block < blocks.End; block++)
        {
            BlockMoments work = new(
                blocks.Length(block), width, ref Unsafe.Add(ref a, from + blocks.Start(block) * stride),
                ref Unsafe.Add(ref a, to + block * BatchLayout.Moments * span));
            work.Run(width);
        }
    }

    /// <summary>
    /// What rows are normalized by: the mean and the variance of the batch. A step lets the running statistics follow, of which the
    /// variance is that of the population, <c>n / (n - 1)</c> times the batch's; where nothing is trained, they serve themselves.
    /// </summary>
    /// <param name="rows">The rows of this thread.</param>
    /// <param name="width">Their length.</param>
    /// <param name="epsilon">The <c>ε</c>.</param>
    /// <param name="momentum">The share of the batch in the running statistics.</param>
    /// <param name="key">Where the step's key lies.</param>
    /// <param name="p">The slab of parameters.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="moments">Where the moments lie.</param>
    /// <param name="mean">Where the running mean lies.</param>
    /// <param name="variance">Where the running variance lies.</param>
    /// <param name="count">Where the number of steps lies.</param>
    /// <param name="to">Where the statistics go.</param>
    /// <param name="gain">Where the gain lies, or -1.</param>
    /// <param name="bias">Where the bias lies, or -1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfBatch(
        RowRange rows, int width, float epsilon, float momentum, ref float key, ref float p, ref float a,
        nint moments, nint mean, nint variance, nint count, nint to, nint gain = -1, nint bias = -1)
    {
        if (!HasFirst(rows))
            return;

        StepKey step = StepKey.Read(in key);
        if (!step.IsOn)
        {
            OfRunning(rows, width, epsilon, ref p, ref a, mean, variance, to, gain, bias);
            return;
        }

        nint span = Span(width);
        double unbiased = rows.Batch / (rows.Batch - 1.0);
        RowBlocks blocks = RowBlocks.All(rows.Batch);
        for (int column = 0; column < width; column += Vector256<double>.Count)
        {
            Vector256<double> sum = default, squares = default;
            for (int block = 0; block < blocks.End; block++)
            {
                ref float ofBlock = ref Unsafe.Add(ref a, moments + block * BatchLayout.Moments * span + column);
                sum += Widen(ref ofBlock) * Vector256.Create((double)blocks.Length(block)) + Widen(ref Unsafe.Add(ref ofBlock, span));
            }

            Vector256<double> center = sum / Vector256.Create((double)rows.Batch);
            for (int block = 0; block < blocks.End; block++)
            {
                ref float ofBlock = ref Unsafe.Add(ref a, moments + block * BatchLayout.Moments * span + column);
                Vector256<double> distance = Widen(ref ofBlock) - center, deviations = Widen(ref Unsafe.Add(ref ofBlock, span));
                squares += Widen(ref Unsafe.Add(ref ofBlock, 2 * span))
                    + distance * (deviations + deviations + distance * Vector256.Create((double)blocks.Length(block)));
            }

            Vector256<double> spread = Vector256.Max(squares / Vector256.Create((double)rows.Batch), Vector256<double>.Zero);
            for (int lane = 0; lane < Vector256<double>.Count && column + lane < width; lane++)
            {
                Write(ref a, to, span, column + lane, center[lane], spread[lane] + epsilon, Gain(ref p, gain, column + lane),
                    Bias(ref p, bias, column + lane));
                if (step.Kind == PassKind.Step)
                {
                    Follow(ref Unsafe.Add(ref p, mean + column + lane), center[lane], momentum);
                    Follow(ref Unsafe.Add(ref p, variance + column + lane), spread[lane] * unbiased, momentum);
                }
            }
        }

        ClearPadding(ref a, to, width, BatchLayout.Statistics);
        if (step.Kind == PassKind.Step)
            Unsafe.Add(ref p, count)++;
    }

    /// <summary>What rows are normalized by in a prediction: the running mean and variance.</summary>
    /// <param name="rows">The rows of this thread.</param>
    /// <param name="width">Their length.</param>
    /// <param name="epsilon">The <c>ε</c>.</param>
    /// <param name="p">The slab of parameters.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="mean">Where the running mean lies.</param>
    /// <param name="variance">Where the running variance lies.</param>
    /// <param name="to">Where the statistics go.</param>
    /// <param name="gain">Where the gain lies, or -1.</param>
    /// <param name="bias">Where the bias lies, or -1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfRunning(
        RowRange rows, int width, float epsilon, ref float p, ref float a,
        nint mean, nint variance, nint to, nint gain = -1, nint bias = -1)
    {
        if (!HasFirst(rows))
            return;

        nint span = Span(width);
        for (int column = 0; column < width; column++)
        {
            double square = (double)Unsafe.Add(ref p, variance + column) + epsilon;
            Write(ref a, to, span, column, Unsafe.Add(ref p, mean + column), square, Gain(ref p, gain, column), Bias(ref p, bias, column));
        }

        ClearPadding(ref a, to, width, BatchLayout.Statistics);
    }

    /// <summary>The sums of every block that its gradients are made of.</summary>
    /// <param name="rows">The rows of this thread, whose blocks are its work.</param>
    /// <param name="width">Their length.</param>
    /// <param name="a">The slab of activations, of which all rows are there.</param>
    /// <param name="from">Where <c>dy</c> lies.</param>
    /// <param name="x">Where <c>x</c> lies.</param>
    /// <param name="statistics">Where the statistics lie.</param>
    /// <param name="to">Where the sums go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void GradientSums(RowRange rows, int width, ref float a, nint from, nint x, nint statistics, nint to)
    {
        nint span = Span(width), stride = Layout.RowStride(width);
        RowBlocks blocks = RowBlocks.Of(rows);
        for (int block = blocks.First; block < blocks.End; block++)
        {
            nint start = blocks.Start(block) * stride;
            BlockProducts work = new(
                blocks.Length(block), width, ref Unsafe.Add(ref a, from + start), ref Unsafe.Add(ref a, x + start),
                ref Unsafe.Add(ref a, statistics), ref Unsafe.Add(ref a, to + block * BatchLayout.Sums * span));
            work.Run(width);
        }
    }

    /// <summary>
    /// The gradients of gain and bias, <c>dγ = Σ dy ⊙ x̂</c> and <c>dβ = Σ dy</c>, and what the gradient of <c>x</c> is made with:
    /// <c>dx = γ r (dy - dβ / n - x̂ dγ / n)</c>.
    /// </summary>
    /// <param name="rows">The rows of this thread.</param>
    /// <param name="width">Their length.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="sums">Where the sums lie.</param>
    /// <param name="statistics">Where the statistics lie.</param>
    /// <param name="to">Where the terms go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void GradientTerms(RowRange rows, int width, ref float a, nint sums, nint statistics, nint to)
    {
        if (!HasFirst(rows))
            return;

        nint span = Span(width);
        RowBlocks blocks = RowBlocks.All(rows.Batch);
        for (int column = 0; column < width; column += Vector256<double>.Count)
        {
            Vector256<double> sum = default, products = default;
            for (int block = 0; block < blocks.End; block++)
            {
                ref float ofBlock = ref Unsafe.Add(ref a, sums + block * BatchLayout.Sums * span + column);
                sum += Widen(ref ofBlock);
                products += Widen(ref Unsafe.Add(ref ofBlock, span));
            }

            for (int lane = 0; lane < Vector256<double>.Count && column + lane < width; lane++)
            {
                ref float ofColumn = ref Unsafe.Add(ref a, statistics + column + lane);
                float factor = Unsafe.Add(ref ofColumn, span);
                double inverse = Unsafe.Add(ref ofColumn, 3 * span), rest = Unsafe.Add(ref ofColumn, 4 * span);
                double gain = inverse * (products[lane] - rest * sum[lane]);
                double along = factor * inverse * gain / rows.Batch;
                ref float term = ref Unsafe.Add(ref a, to + column + lane);
                term = factor;
                Unsafe.Add(ref term, span) = (float)-along;
                Unsafe.Add(ref term, 2 * span) = (float)(rest * along - factor * sum[lane] / rows.Batch);
                Unsafe.Add(ref term, 3 * span) = (float)gain;
                Unsafe.Add(ref term, 4 * span) = (float)sum[lane];
            }
        }

        ClearPadding(ref a, to, width, BatchLayout.Terms);
    }

    /// <summary>The gradient of the gain.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="width">Their length.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the terms lie.</param>
    /// <param name="g">The slab of gradients.</param>
    /// <param name="to">Where the gradient goes.</param>
    /// <param name="add">Whether it is added to what is there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void GainGradient(RowRange rows, int width, ref float a, nint from, ref float g, nint to, bool add = false) =>
        Copy(ref Unsafe.Add(ref a, from + 3 * Span(width)), ref Unsafe.Add(ref g, to), width, add);

    /// <summary>The gradient of the bias.</summary>
    /// <inheritdoc cref="GainGradient"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BiasGradient(RowRange rows, int width, ref float a, nint from, ref float g, nint to, bool add = false) =>
        Copy(ref Unsafe.Add(ref a, from + 4 * Span(width)), ref Unsafe.Add(ref g, to), width, add);

    private static nint Span(int width) => Layout.PanelWidth * Layout.Panels(width);

    private static bool HasFirst(RowRange rows) => rows is { First: 0, End: > 0 };

    private static float Gain(ref float p, nint gain, int column) => gain < 0 ? 1f : Unsafe.Add(ref p, gain + column);

    private static float Bias(ref float p, nint bias, int column) => bias < 0 ? 0f : Unsafe.Add(ref p, bias + column);

    private static Vector256<double> Widen(ref float four) => Vector256.WidenLower(Vector128.LoadUnsafe(ref four).ToVector256Unsafe());

    private static void Follow(ref float running, double batch, float momentum) =>
        running = (float)((1.0 - momentum) * running + momentum * batch);

    private static void Write(ref float a, nint to, nint span, int column, double mean, double square, float gain, float bias)
    {
        float center = (float)mean;
        double inverse = 1 / Math.Sqrt(square), rest = mean - center;
        ref float place = ref Unsafe.Add(ref a, to + column);
        place = center;
        Unsafe.Add(ref place, span) = (float)(gain * inverse);
        Unsafe.Add(ref place, 2 * span) = (float)(bias - rest * gain * inverse);
        Unsafe.Add(ref place, 3 * span) = (float)inverse;
        Unsafe.Add(ref place, 4 * span) = (float)rest;
    }

    // What lies behind a row of activations is multiplied by zero.
    private static void ClearPadding(ref float a, nint to, int width, int count)
    {
        nint span = Span(width);
        for (int row = 0; row < count; row++)
        {
            for (nint column = width; column < span; column++)
                Unsafe.Add(ref a, to + row * span + column) = 0f;
        }
    }

    private static void Copy(ref float from, ref float to, int width, bool add)
    {
        for (int column = 0; column < width; column++)
            Unsafe.Add(ref to, column) = Unsafe.Add(ref from, column) + (add ? Unsafe.Add(ref to, column) : 0f);
    }

    private readonly ref struct BlockMoments(int rows, int width, ref float x, ref float moments) : IVectorized
    {
        private readonly ref float x = ref x;
        private readonly ref float moments = ref moments;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            nint span = Span(width), stride = Layout.RowStride(width), second = TSimd.Count;
            Span<double> totals = stackalloc double[4 * Lanes.Count];
            ref double sums = ref totals[0], squares = ref totals[2 * Lanes.Count];
            for (int column = 0; column < Layout.Columns(width); column += 2 * TSimd.Count)
            {
                ref float from = ref Unsafe.Add(ref x, column);
                ref float result = ref Unsafe.Add(ref moments, column);

                int some = Math.Min(rows, CenterRows);
                TVector center0 = TSimd.Create(0f), center1 = center0;
                for (nint row = 0; row < some; row++)
                {
                    center0 = TSimd.Add(center0, TSimd.Load(in Unsafe.Add(ref from, row * stride)));
                    center1 = TSimd.Add(center1, TSimd.Load(in Unsafe.Add(ref from, row * stride + second)));
                }

                center0 = TSimd.Divide(center0, TSimd.Create(some));
                center1 = TSimd.Divide(center1, TSimd.Create(some));
                totals.Clear();
                for (int start = 0; start < rows; start += Sums.BlockRows)
                {
                    TVector sum0 = TSimd.Create(0f), sum1 = sum0, square0 = sum0, square1 = sum0;
                    for (nint end = Math.Min(rows, start + Sums.BlockRows), row = start; row < end; row++)
                    {
                        TVector x0 = TSimd.Subtract(TSimd.Load(in Unsafe.Add(ref from, row * stride)), center0);
                        TVector x1 = TSimd.Subtract(TSimd.Load(in Unsafe.Add(ref from, row * stride + second)), center1);
                        sum0 = TSimd.Add(sum0, x0);
                        sum1 = TSimd.Add(sum1, x1);
                        square0 = TSimd.FusedMultiplyAdd(x0, x0, square0);
                        square1 = TSimd.FusedMultiplyAdd(x1, x1, square1);
                    }

                    TSimd.AddTo(ref sums, sum0);
                    TSimd.AddTo(ref Unsafe.Add(ref sums, second), sum1);
                    TSimd.AddTo(ref squares, square0);
                    TSimd.AddTo(ref Unsafe.Add(ref squares, second), square1);
                }

                TSimd.Store(center0, ref result);
                TSimd.Store(center1, ref Unsafe.Add(ref result, second));
                TSimd.Store(TSimd.Round(in sums), ref Unsafe.Add(ref result, span));
                TSimd.Store(TSimd.Round(in Unsafe.Add(ref sums, second)), ref Unsafe.Add(ref result, span + second));
                TSimd.Store(TSimd.Round(in squares), ref Unsafe.Add(ref result, 2 * span));
                TSimd.Store(TSimd.Round(in Unsafe.Add(ref squares, second)), ref Unsafe.Add(ref result, 2 * span + second));
            }
        }
    }

    private readonly ref struct BlockProducts(int rows, int width, ref float dy, ref float x, ref float center, ref float result)
        : IVectorized
    {
        private readonly ref float dy = ref dy;
        private readonly ref float x = ref x;
        private readonly ref float center = ref center;
        private readonly ref float result = ref result;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            nint span = Span(width), stride = Layout.RowStride(width), second = TSimd.Count;
            Span<double> totals = stackalloc double[4 * Lanes.Count];
            ref double sums = ref totals[0], products = ref totals[2 * Lanes.Count];
            for (int column = 0; column < Layout.Columns(width); column += 2 * TSimd.Count)
            {
                ref float upstream = ref Unsafe.Add(ref dy, column);
                ref float from = ref Unsafe.Add(ref x, column);
                ref float to = ref Unsafe.Add(ref result, column);
                TVector center0 = TSimd.Load(in Unsafe.Add(ref center, column));
                TVector center1 = TSimd.Load(in Unsafe.Add(ref center, column + second));
                totals.Clear();
                for (int start = 0; start < rows; start += Sums.BlockRows)
                {
                    TVector sum0 = TSimd.Create(0f), sum1 = sum0, product0 = sum0, product1 = sum0;
                    for (nint end = Math.Min(rows, start + Sums.BlockRows), row = start; row < end; row++)
                    {
                        TVector dy0 = TSimd.Load(in Unsafe.Add(ref upstream, row * stride));
                        TVector dy1 = TSimd.Load(in Unsafe.Add(ref upstream, row * stride + second));
                        TVector x0 = TSimd.Subtract(TSimd.Load(in Unsafe.Add(ref from, row * stride)), center0);
                        TVector x1 = TSimd.Subtract(TSimd.Load(in Unsafe.Add(ref from, row * stride + second)), center1);
                        sum0 = TSimd.Add(sum0, dy0);
                        sum1 = TSimd.Add(sum1, dy1);
                        product0 = TSimd.FusedMultiplyAdd(dy0, x0, product0);
                        product1 = TSimd.FusedMultiplyAdd(dy1, x1, product1);
                    }

                    TSimd.AddTo(ref sums, sum0);
                    TSimd.AddTo(ref Unsafe.Add(ref sums, second), sum1);
                    TSimd.AddTo(ref products, product0);
                    TSimd.AddTo(ref Unsafe.Add(ref products, second), product1);
                }

                TSimd.Store(TSimd.Round(in sums), ref to);
                TSimd.Store(TSimd.Round(in Unsafe.Add(ref sums, second)), ref Unsafe.Add(ref to, second));
                TSimd.Store(TSimd.Round(in products), ref Unsafe.Add(ref to, span));
                TSimd.Store(TSimd.Round(in Unsafe.Add(ref products, second)), ref Unsafe.Add(ref to, span + second));
            }
        }
    }
}
