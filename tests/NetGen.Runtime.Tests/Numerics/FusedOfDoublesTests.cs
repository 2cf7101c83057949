using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>The fused multiply-add that is made of doubles, held against that of the processor.</summary>
public sealed class FusedOfDoublesTests
{
    private const int Count = 1_000_000;

    private readonly Random random = new(1);

    public FusedOfDoublesTests() =>
        Assert.SkipUnless(SlowCode.HasFusedMultiplyAdd, "This processor has no fused multiply-add to compare with.");

    [Fact]
    public void Any_three_floats() => AssertRoundedOnce(() => (Any(), Any(), Any()));

    [Fact]
    public void Terms_of_about_one_size() => AssertRoundedOnce(() =>
    {
        float a = Near(0), b = Near(0);
        return (a, b, Near((int)Math.Log2(Math.Abs((double)a * b)) + random.Next(-60, 61)));
    });

    // The product is a tiny bit more or less than half of the last digit of the other term, so that the sum is almost a middle.
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(-100)]
    [InlineData(-126)]
    [InlineData(-130)]
    [InlineData(-140)]
    public void Sums_beside_the_middle_of_two_floats(int exponent) => AssertRoundedOnce(() =>
    {
        double half = Math.ScaleB(0.5, Math.Max(exponent - 23, -149));
        int tiny = random.Next(1, 1 << 12);
        double size = Math.ScaleB(1, (int)Math.Floor(Math.Log2(half) / 2));
        float a = (float)(size * (1 + Math.ScaleB(tiny, -23))), b = (float)(half / size * (1 - Math.ScaleB(tiny, -23)));
        return (random.Next(2) == 0 ? a : -a, b, Near(exponent));
    });

    [Fact]
    public void Products_below_the_least_normal_number() => AssertRoundedOnce(() =>
        (Near(random.Next(-80, -60)), Near(random.Next(-80, -60)), Near(random.Next(-149, -120))));

    [Fact]
    public void What_is_no_number_or_infinite()
    {
        float[] special = [0f, -0f, 1f, -1f, float.Epsilon, float.MaxValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN];
        foreach (float a in special)
        {
            foreach (float b in special)
            {
                foreach (float c in special)
                    AssertSame(a, b, c);
            }
        }
    }

    private void AssertRoundedOnce(Func<(float A, float B, float C)> draw)
    {
        for (int i = 0; i < Count; i++)
        {
            (float a, float b, float c) = draw();
            AssertSame(a, b, c);
        }
    }

    private static void AssertSame(float a, float b, float c)
    {
        float expected = MathF.FusedMultiplyAdd(a, b, c);
        Vector128<float> actual = FusedOfDoubles.MultiplyAdd(
            Vector128.Create(a, 1, b, 0), Vector128.Create(b, 1, a, 0), Vector128.Create(c, 1, c, 0));
        bool same = Same(expected, actual[0]) && Same(expected, actual[2]) && Same(expected, FusedOfDoubles.MultiplyAdd(a, b, c));
        if (!same || actual[1] != 2 || actual[3] != 0)
            Assert.Fail($"{a:R} * {b:R} + {c:R}: expected {expected:R}, got {actual}.");
    }

    private static bool Same(float expected, float actual) => float.IsNaN(expected)
        ? float.IsNaN(actual)
        : BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(actual);

    private float Any() => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));

    private float Near(int exponent) => (float)Math.ScaleB((random.NextDouble() + 1) * (random.Next(2) == 0 ? 1 : -1), exponent);
}
