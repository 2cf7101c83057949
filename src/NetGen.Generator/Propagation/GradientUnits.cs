namespace NetGen.Generator.Propagation;

/// <summary>
/// The law of the units of a gradient: a sum of independent random numbers of mean 0, each times a factor of the forward pass. Products
/// with transposed weights make such numbers. They are taken to be independent of the forward pass, though it used the same weights
/// (Schoenholz et al. 2017; Yang 2020 on when that is right).
/// </summary>
/// <param name="Terms">The sum.</param>
internal sealed record GradientUnits(IReadOnlyList<GradientTerm> Terms)
{
    /// <summary>A random number of its own.</summary>
    public static GradientUnits Fresh(Power power) => Of(new GradientSource(power), 1);

    public static GradientUnits Of(GradientSource source, double factor) => new([new GradientTerm(source, new ConstantUnits(factor))]);

    /// <summary>The mean square over units.</summary>
    public double Square => Terms.Sum(static term => term.Source.Power.Times(term.Factor).Mean);

    /// <summary>The mean over units of the product with another gradient.</summary>
    public double JointWith(GradientUnits other) => Terms
        .Join(
            other.Terms, static mine => mine.Source, static its => its.Source,
            static (mine, its) => mine.Source.Power.Between(mine.Factor, its.Factor))
        .Sum();

    public GradientUnits Times(Units factor) => new([.. Terms.Select(term => term.Times(factor))]);

    public GradientUnits Scaled(double factor) => factor == 1 ? this : Times(new ConstantUnits(factor));

    /// <summary>The sum: what comes from the same source by two ways adds up before it is squared.</summary>
    public GradientUnits Plus(GradientUnits other)
    {
        List<GradientTerm> sum = [.. Terms];
        foreach (GradientTerm term in other.Terms)
        {
            int same = sum.FindIndex(mine => mine.Source == term.Source);
            if (same < 0)
                sum.Add(term);
            else
                sum[same] = sum[same].Plus(term);
        }

        return new GradientUnits(sum);
    }

    /// <summary>All terms that no other gradient shares, as one.</summary>
    /// <param name="isShared">Whether another gradient that is still needed has the source.</param>
    public GradientUnits Merged(Func<GradientSource, bool> isShared)
    {
        List<GradientTerm> own = [.. Terms.Where(term => !isShared(term.Source))];
        if (own.Count == 0 || own.Count == 1 && own[0].Factor is ConstantUnits)
            return this;
        Power power = own.Select(static term => term.Source.Power.Times(term.Factor)).Aggregate(static (one, other) => one + other);
        return new GradientUnits([.. Terms.Except(own), .. Fresh(power).Terms]);
    }
}

/// <summary>A random number times a factor of the forward pass.</summary>
internal sealed record GradientTerm(GradientSource Source, Units Factor)
{
    public GradientTerm Times(Units factor) => this with { Factor = Factor.Times(factor) };

    public GradientTerm Plus(GradientTerm other) => this with { Factor = Factor.Plus(other.Factor) };
}

/// <summary>A random number of mean 0, independent of all others.</summary>
/// <param name="power">Its mean square, given the unit.</param>
/// <param name="isCorrelated">Whether later gradients may contain it that are not made of gradients which contain it now.</param>
internal sealed class GradientSource(Power power, bool isCorrelated = false)
{
    public Power Power => power;

    public bool IsCorrelated => isCorrelated;
}
