namespace NetGen;

/// <summary>
/// Functions that have the same bits on every platform, because they are made of operations that IEEE 754 rounds exactly. The functions of
/// <see cref="Math"/> are the platform's and differ in the last bits.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.69314718055994530942;

    /// <summary>
    /// The natural logarithm of a normal positive number: <c>e ln 2 + 2 artanh((m - 1) / (m + 1))</c> for <c>x = 2ᵉ m</c> with <c>m</c>
    /// near 1, its series up to where terms vanish.
    /// </summary>
    public static double Log(double x)
    {
        int exponent = Math.ILogB(x);
        double significand = Math.ScaleB(x, -exponent);
        if (significand > 1.4142135623730951)
        {
            significand /= 2;
            exponent++;
        }

        double ratio = (significand - 1) / (significand + 1);
        double square = ratio * ratio;
        double series = 0;
        for (int odd = 23; odd >= 1; odd -= 2)
            series = series * square + 1.0 / odd;
        return exponent * Ln2 + 2 * ratio * series;
    }

    /// <summary><c>x</c> to a whole power, not below 0, by repeated squaring.</summary>
    public static double Power(double x, long exponent)
    {
        double power = 1;
        for (; exponent > 0; exponent >>= 1, x *= x)
        {
            if ((exponent & 1) != 0)
                power *= x;
        }

        return power;
    }

    /// <summary>
    /// <c>(1 + cos πu) / 2</c>, which falls from 1 at 0 to 0 at 1: <c>sin²(π(1 - u) / 2)</c>, or <c>1 - sin²(πu / 2)</c> where that angle
    /// is the smaller one, with the sine's series at 0 up to where terms vanish.
    /// </summary>
    /// <param name="u">From 0 to 1.</param>
    public static double RaisedCosine(double u) => u > 0.5 ? SquaredSine(1 - u) : 1 - SquaredSine(u);

    // sin²(πu / 2) for u up to 1/2.
    private static double SquaredSine(double u)
    {
        double angle = Math.PI / 2 * u;
        double series = 1;
        for (int odd = 19; odd > 1; odd -= 2)
            series = 1 - angle * angle / (odd * (odd - 1)) * series;
        return angle * series * (angle * series);
    }
}
