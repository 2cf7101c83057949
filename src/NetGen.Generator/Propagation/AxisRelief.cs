namespace NetGen.Generator.Propagation;

/// <summary>A <see cref="Relief"/> along one side of an image. Null is even, whatever the length.</summary>
/// <param name="Squares">The mean square at each place, relative to its average.</param>
/// <param name="Products">The mean product of each place with all others, relative to its average.</param>
internal readonly record struct AxisRelief(double[]? Squares, double[]? Products)
{
    /// <summary>The mean size, relative to the root of the mean square.</summary>
    public double Size => Squares?.Average(Math.Sqrt) ?? 1;

    /// <summary>What a window that adds up independent multiples of its pixels leaves, and its shares of squares and products.</summary>
    // With the mean size p(y) of what a place has in common with others, Σ_t p(y + t) p(y' + t) for places y and y': taps have weights of
    // their own, so that both places have to have a pixel under one.
    public (AxisRelief Behind, double OfSquares, double OfProducts) Gather(WindowAxis axis)
    {
        double[] products = new double[axis.Places], pixels = Products ?? Ones(axis.Side);
        for (int tap = 0; tap < axis.Kernel; tap++)
        {
            double mean = 0;
            (int first, int end) = axis.PlacesWith(tap);
            for (int place = first; place < end; place++)
                mean += pixels[axis.Pixel(place, tap)] / axis.Places;
            for (int place = first; place < end; place++)
                products[place] += mean * pixels[axis.Pixel(place, tap)];
        }

        (double[]? squares, double ofSquares) = Normalized(axis.Gather(Squares ?? Ones(axis.Side)));
        (double[]? normalized, double ofProducts) = Normalized(products);
        return (new AxisRelief(squares, normalized), ofSquares / axis.Kernel, ofProducts / axis.Kernel);
    }

    /// <summary>What a window that picks one of its pixels, or their mean, leaves.</summary>
    public AxisRelief Pool(WindowAxis axis) =>
        new(Normalized(axis.Gather(Squares ?? Ones(axis.Side))).Numbers, Normalized(axis.Gather(Products ?? Ones(axis.Side))).Numbers);

    /// <summary>What comes back through a window that adds up independent multiples, and its squares and products for each tap.</summary>
    public (AxisRelief Behind, double OfSquares, double OfProducts) Scatter(WindowAxis axis)
    {
        double[] products = new double[axis.Side], places = Products ?? Ones(axis.Places);
        for (int tap = 0; tap < axis.Kernel; tap++)
        {
            double mean = 0;
            (int first, int end) = axis.PlacesWith(tap);
            for (int place = first; place < end; place++)
                mean += places[place] / axis.Side;
            for (int place = first; place < end; place++)
                products[axis.Pixel(place, tap)] += mean * places[place];
        }

        (double[]? squares, double ofSquares) = Normalized(axis.Scatter(Squares ?? Ones(axis.Places)));
        (double[]? normalized, double ofProducts) = Normalized(products);
        return (new AxisRelief(squares, normalized), ofSquares / axis.Kernel, ofProducts / axis.Kernel);
    }

    public AxisRelief Mixed(AxisRelief other, double share)
    {
        return new AxisRelief(Mix(Squares, other.Squares), Mix(Products, other.Products));

        double[]? Mix(double[]? mine, double[]? its) => (mine ?? its) is { Length: var length }
            ? [.. Enumerable.Range(0, length).Select(i => (1 - share) * (mine?[i] ?? 1) + share * (its?[i] ?? 1))]
            : null;
    }

    public AxisRelief Raised(double exponent)
    {
        return new AxisRelief(Raise(Squares), Raise(Products));

        double[]? Raise(double[]? numbers) => numbers is null
            ? null
            : Normalized([.. numbers.Select(number => number > 0 ? Math.Pow(number, exponent) : 0)]).Numbers;
    }

    private static double[] Ones(int length) => [.. Enumerable.Repeat(1.0, length)];

    private static (double[]? Numbers, double Mean) Normalized(double[] numbers)
    {
        double mean = numbers.Average();
        bool isEven = !(mean > 0) || numbers.All(number => number == numbers[0]);
        return (isEven ? null : [.. numbers.Select(number => number / mean)], mean);
    }
}
