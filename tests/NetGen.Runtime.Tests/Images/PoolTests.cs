using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>Pooling as numerics: ties, numbers that are none, and the same bits on every vector width.</summary>
public sealed class PoolTests
{
    private const int Images = 2;

    // More than two of the widest vectors.
    private const int Width = 37;

    private static readonly PoolWindow Overlapping = new(Height: 5, Width: 4, Kernel: 3, Stride: 2, Padding: 1);
    private static readonly PoolWindow Apart = new(Height: 5, Width: 7, Kernel: 2, Stride: 3, Padding: 0);

    // Side by side, with a row and columns left that no window has.
    private static readonly PoolWindow Twos = new(Height: 5, Width: 7, Kernel: 2, Stride: 2, Padding: 0);
    private static readonly PoolWindow Threes = new(Height: 7, Width: 8, Kernel: 3, Stride: 3, Padding: 0);

    [Fact]
    public void Of_equal_numbers_the_first_gets_the_gradient() =>
        Assert.Equal([1, 0, 0, 0], Gradient([2, 2, 2, 2]));

    [Fact]
    public void The_greatest_number_gets_the_gradient() =>
        Assert.Equal([0, 0, 1, 0], Gradient([-3, -2, float.PositiveInfinity, -2]));

    [Fact]
    public void Of_numbers_below_all_others_the_first_gets_the_gradient() =>
        Assert.Equal([1, 0, 0, 0], Gradient([.. Enumerable.Repeat(float.NegativeInfinity, 4)]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_NaN_is_the_greatest_wherever_it_stands(int place)
    {
        float[] numbers = [1, 2, 3, float.PositiveInfinity];
        numbers[place] = float.NaN;

        Assert.True(float.IsNaN(Greatest(numbers)));
        Assert.Equal(1, Gradient(numbers)[place]);
    }

    [Fact]
    public void Every_width_gives_the_same_bits() => Assert.All([Overlapping, Apart, Twos, Threes], static window =>
    {
        EveryWidth.AssertSameBits(() => new Greatests(window));
        EveryWidth.AssertSameBits(() => new Gradients(window));
        EveryWidth.AssertSameBits(() => new Means(window, isGradient: false));
        EveryWidth.AssertSameBits(() => new Means(window, isGradient: true));
    });

    [Fact]
    public void Windows_side_by_side_give_every_pixel_what_it_would_find_itself() => Assert.All([Square, Twos, Threes], static window =>
    {
        Assert.Equal(
            new Gradients(window).Result<Simd32, float>(),
            Backpropagated(window, static (ref a, window, from, index, to) =>
                MaxPool.Backpropagate(RowRange.All(Images), window, Width, ref a, from, index, to)));
        Assert.Equal(
            new Means(window, isGradient: true).Result<Simd32, float>(),
            Backpropagated(window, static (ref a, window, from, _, to) =>
                AvgPool.Backpropagate(RowRange.All(Images), window, Width, ref a, from, to)));
    });

    private delegate void Backward(ref float a, PoolWindow window, nint from, nint index, nint to);

    // What lay at the gradient's place before is not zero.
    private static float[] Backpropagated(PoolWindow window, Backward backward)
    {
        (_, float[] index) = Pool<Simd32, float>(window);
        float[] upstream = Input(Places(window)), dirty = Pixels(Images * window.Height * window.Width, Width);
        dirty.AsSpan().Fill(3);
        float[] slab = [.. upstream, .. index, .. dirty];
        backward(ref slab[0], window, 0, upstream.Length, upstream.Length + index.Length);
        return slab[(upstream.Length + index.Length)..];
    }

    private static float Greatest(float[] numbers) => Pool(numbers).Greatest[0];

    private static float[] Gradient(float[] numbers)
    {
        (_, float[] index) = Pool(numbers);
        float[] upstream = Pixels(1);
        upstream[0] = 1;
        float[] slab = [.. upstream, .. index, .. Pixels(4)];
        int gradient = upstream.Length + index.Length;
        MaxPool.Backpropagate(RowRange.All(1), Square, 1, ref slab[0], from: 0, index: upstream.Length, to: gradient);
        return [.. slab[gradient..].Chunk(Layout.RowStride(1)).Select(static pixel => pixel[0])];
    }

    private static PoolWindow Square => new(Height: 2, Width: 2, Kernel: 2, Stride: 2, Padding: 0);

    // Two by two pixels of one channel in one window.
    private static (float[] Greatest, float[] Index) Pool(float[] numbers)
    {
        float[] image = Pixels(4), result = Pixels(1), index = Pixels(1);
        for (int pixel = 0; pixel < 4; pixel++)
            image[pixel * Layout.RowStride(1)] = numbers[pixel];
        new MaxPool.Forward(RowRange.All(1), Square, 1, ref image[0], ref result[0], ref index[0], keeps: true).Run<Simd32, float>();
        return (result, index);
    }

    private static float[] Pixels(int count, int width = 1) => new float[count * Layout.RowStride(width)];

    private static int Places(PoolWindow window) => window.Rows.Places * window.Columns.Places;

    // Many of them equal, with infinities and a NaN.
    private static float[] Input(int pixels)
    {
        float[] input = Pixels(Images * pixels, Width);
        for (int i = 0; i < input.Length; i++)
            input[i] = i * 7 % 11 - 5;
        (input[1], input[2], input[3]) = (float.NaN, float.PositiveInfinity, float.NegativeInfinity);
        return input;
    }

    private static (float[] Greatest, float[] Index) Pool<TSimd, TVector>(PoolWindow window)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        float[] images = Input(window.Height * window.Width);
        float[] result = Pixels(Images * Places(window), Width), index = Pixels(Images * Places(window), Width);
        new MaxPool.Forward(RowRange.All(Images), window, Width, ref images[0], ref result[0], ref index[0], keeps: true)
            .Run<TSimd, TVector>();
        return (result, index);
    }

    private sealed class Greatests(PoolWindow window) : EveryWidth.ISubject
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            (float[] greatest, float[] index) = Pool<TSimd, TVector>(window);
            return [.. greatest, .. index];
        }
    }

    private sealed class Gradients(PoolWindow window) : EveryWidth.ISubject
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            (_, float[] index) = Pool<Simd32, float>(window);
            float[] upstream = Input(Places(window)), gradient = Pixels(Images * window.Height * window.Width, Width);
            new MaxPool.Backward(RowRange.All(Images), window, Width, ref upstream[0], ref index[0], ref gradient[0]).Run<TSimd, TVector>();
            return gradient;
        }
    }

    private sealed class Means(PoolWindow window, bool isGradient) : EveryWidth.ISubject
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            (int from, int to) = (window.Height * window.Width, Places(window));
            if (isGradient)
                (from, to) = (to, from);
            float[] source = Input(from), target = Pixels(Images * to, Width);
            new AvgPool.Means(RowRange.All(Images), window, Width, ref source[0], ref target[0], isGradient).Run<TSimd, TVector>();
            return target;
        }
    }
}
