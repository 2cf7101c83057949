namespace NetGen.Generator.Propagation;

/// <summary>Gauss-Hermite quadrature: nodes and weights for expectations over a standard normal number.</summary>
internal static class GaussHermite
{
    public const int Count = 64;

    private static readonly double[] Root = [.. Enumerable.Range(0, Count + 1).Select(static k => Math.Sqrt(k))];

    private static readonly double[] InverseRoot = [.. Root.Select(static root => 1 / root)];

    private static readonly double[] RootsAbove = FindRoots();

    /// <summary>The roots of the Hermite polynomial of degree <see cref="Count"/>, in ascending order.</summary>
    public static double[] Nodes { get; } = [.. Enumerable.Reverse(RootsAbove).Select(static x => -x), .. RootsAbove];

    /// <summary>Their weights, which add up to 1: the Christoffel numbers <c>1 / Σ h_k(x)²</c> over all degrees below.</summary>
    public static double[] Weights { get; } = [.. Nodes.Select(static x => 1 / Polynomials(x, Count).Sum(static h => h * h))];

    /// <summary>The first Hermite polynomials at a place, each of mean square 1 under the normal distribution.</summary>
    public static double[] Polynomials(double x, int count)
    {
        double[] polynomials = new double[count];
        Evaluate(x, polynomials);
        return polynomials;
    }

    /// <summary>Fills in as many polynomials as there are places.</summary>
    public static void Evaluate(double x, double[] polynomials)
    {
        polynomials[0] = 1;
        polynomials[1] = x;
        for (int k = 2; k < polynomials.Length; k++)
            polynomials[k] = (x * polynomials[k - 1] - Root[k - 1] * polynomials[k - 2]) * InverseRoot[k];
    }

    // The roots lie further apart than a step, below sqrt(4 n + 2).
    private static double[] FindRoots()
    {
        const double Step = 0.1;
        List<double> roots = [];
        for (double left = 0; roots.Count < Count / 2; left += Step)
        {
            if (Last(left) * Last(left + Step) < 0)
                roots.Add(Bisect(left, left + Step));
        }

        return [.. roots];
    }

    private static double Bisect(double left, double right)
    {
        while (true)
        {
            double middle = (left + right) / 2;
            if (middle == left || middle == right)
                return middle;
            (left, right) = Last(left) * Last(middle) <= 0 ? (left, middle) : (middle, right);
        }
    }

    private static double Last(double x) => Polynomials(x, Count + 1)[Count];
}
