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

    /// <summary>
    /// The exponential function of a number whose result is a normal one: <c>2ⁿ exp(r)</c> with <c>n</c> the whole number nearest to
    /// <c>x / ln 2</c>, by the series up to where terms vanish.
    /// </summary>
    public static double Exp(double x)
    {
        double n = Math.Round(x / Ln2);
        double r = x - n * Ln2;
        double series = 1;
        for (int term = 17; term >= 1; term--)
            series = 1 + r / term * series;
        return Math.ScaleB(series, (int)n);
    }

    /// <summary>
    /// Sine and cosine of an angle from 0 to some 10⁶, within some 1e-16, and from there on less and less precise: what is left of it
    /// beyond multiples of <c>π / 2</c>, taken from a constant in two parts (Cody and Waite 1980), goes into their series.
    /// </summary>
    public static (double Sine, double Cosine) SinCos(double angle)
    {
        // The first part has 33 bits, so that its first 2²⁰ multiples are exact.
        const double QuarterHigh = 1.57079632673412561417, QuarterLow = 6.07710050650619224932e-11;
        double quarters = Math.Round(angle / (Math.PI / 2));
        double r = angle - quarters * QuarterHigh - quarters * QuarterLow;
        double square = r * r, sine = 1, cosine = 1;
        for (int odd = 19; odd > 1; odd -= 2)
        {
            sine = 1 - square / (odd * (odd - 1)) * sine;
            cosine = 1 - square / ((odd - 1) * (odd - 2)) * cosine;
        }

        sine *= r;
        return ((long)quarters & 3) switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
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
