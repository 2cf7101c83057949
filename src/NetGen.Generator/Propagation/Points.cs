namespace NetGen.Generator;

/// <summary>A value at <see cref="Count"/> units drawn once and for all, for two inputs.</summary>
/// <param name="A">Its values for one input.</param>
/// <param name="B">Its values for the other.</param>
internal readonly record struct Points(double[] A, double[] B)
{
    /// <summary>How many units: the moments of what is computed from them are off by a few tenths of a per cent.</summary>
    public const int Count = 1024;

    public static Points Of(Func<int, double> a, Func<int, double> b)
    {
        (double[] ofA, double[] ofB) = (new double[Count], new double[Count]);
        for (int i = 0; i < Count; i++)
            (ofA[i], ofB[i]) = (a(i), b(i));
        return new Points(ofA, ofB);
    }

    public Points Select(Func<double, double> function)
    {
        (double[] a, double[] b) = (A, B);
        return Of(i => function(a[i]), i => function(b[i]));
    }

    public Points Zip(Points other, Func<double, double, double> function)
    {
        Points self = this;
        return Of(i => function(self.A[i], other.A[i]), i => function(self.B[i], other.B[i]));
    }

    /// <summary>The average of a function over units and both inputs.</summary>
    public double Average(Func<double, double> function)
    {
        double sum = 0;
        for (int i = 0; i < Count; i++)
            sum += function(A[i]) + function(B[i]);
        return sum / (2 * Count);
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
        Joint itself = JointWith(this);
        return new UnitMoments(Average(static a => a), itself.Same, itself.Across);
    }

    /// <summary>
    /// The units moved so that their moments are those of the law: half sum and half difference of the two inputs are stretched, each by a factor.
    /// Errors of drawing would otherwise grow with depth.
    /// </summary>
    public Points Matched(UnitMoments law)
    {
        UnitMoments drawn = Moments();
        double common = Stretch(law.Variance + law.Covariance, drawn.Variance + drawn.Covariance);
        double apart = Stretch(law.Variance - law.Covariance, drawn.Variance - drawn.Covariance);
        return Zip(new Points(B, A), (value, other) =>
            law.Mean + common * ((value + other) / 2 - drawn.Mean) + apart * (value - other) / 2);
    }

    private static double Stretch(double law, double drawn) => drawn > 0 && law > 0 ? Math.Sqrt(law / drawn) : 1;
}
