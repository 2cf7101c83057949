namespace NetGen.Generator.Propagation;

/// <summary>A value at units drawn once and for all, for two inputs.</summary>
/// <param name="A">Its values for one input.</param>
/// <param name="B">Its values for the other.</param>
internal readonly record struct Points(double[] A, double[] B)
{
    /// <summary>How many units: moments of what is computed from them are off by about half a per cent.</summary>
    public const int Count = 2048;

    public static Points Of(Func<int, double> a, Func<int, double> b)
    {
        (double[] ofA, double[] ofB) = (new double[Count], new double[Count]);
        for (int i = 0; i < Count; i++)
            (ofA[i], ofB[i]) = (a(i), b(i));
        return new Points(ofA, ofB);
    }

    public static Points operator +(Points one, Points other)
    {
        Points sum = new(new double[Count], new double[Count]);
        for (int i = 0; i < Count; i++)
            (sum.A[i], sum.B[i]) = (one.A[i] + other.A[i], one.B[i] + other.B[i]);
        return sum;
    }

    public static Points operator *(Points one, Points other)
    {
        Points product = new(new double[Count], new double[Count]);
        for (int i = 0; i < Count; i++)
            (product.A[i], product.B[i]) = (one.A[i] * other.A[i], one.B[i] * other.B[i]);
        return product;
    }

    public Points Select(Func<double, double> function)
    {
        Points image = new(new double[Count], new double[Count]);
        for (int i = 0; i < Count; i++)
            (image.A[i], image.B[i]) = (function(A[i]), function(B[i]));
        return image;
    }

    /// <summary>The averages of products with another value, for the same input and for the other one.</summary>
    public Joint JointWith(Points other)
    {
        double same = 0, across = 0;
        for (int i = 0; i < Count; i++)
        {
            same += A[i] * other.A[i] + B[i] * other.B[i];
            across += A[i] * other.B[i] + B[i] * other.A[i];
        }

        return new Joint(same / (2 * Count), across / (2 * Count));
    }

    public UnitMoments Moments()
    {
        double sum = 0, squares = 0, products = 0;
        for (int i = 0; i < Count; i++)
        {
            sum += A[i] + B[i];
            squares += A[i] * A[i] + B[i] * B[i];
            products += A[i] * B[i];
        }

        return new UnitMoments(sum / (2 * Count), squares / (2 * Count), products / Count);
    }

    /// <summary>
    /// The units moved so that their moments are those of the law: half sum and half difference of the two inputs are stretched, each by a
    /// factor. Errors of drawing would otherwise grow with depth.
    /// </summary>
    public Points Matched(UnitMoments law)
    {
        UnitMoments drawn = Moments();
        double common = Stretch(law.Variance + law.Covariance, drawn.Variance + drawn.Covariance) / 2;
        double apart = Stretch(law.Variance - law.Covariance, drawn.Variance - drawn.Covariance) / 2;
        Points matched = new(new double[Count], new double[Count]);
        for (int i = 0; i < Count; i++)
        {
            double center = law.Mean + common * (A[i] + B[i] - 2 * drawn.Mean), half = apart * (A[i] - B[i]);
            (matched.A[i], matched.B[i]) = (center + half, center - half);
        }

        return matched;
    }

    private static double Stretch(double law, double drawn) => drawn > 0 && law > 0 ? Math.Sqrt(law / drawn) : 1;
}
