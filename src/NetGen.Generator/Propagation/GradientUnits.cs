namespace NetGen.Generator.Propagation;

/// <summary>
/// The law of the units of a gradient: a sum of independent random numbers of mean 0, each times a factor of the forward pass. Products
/// with transposed weights make such numbers. They are taken to be independent of the forward pass, though it used the same weights
/// (Schoenholz et al. 2017; Yang 2020 on when that is right).
/// </summary>
/// <param name="Terms">The sum.</param>
internal sealed record GradientUnits(IReadOnlyList<GradientTerm> Terms)
{
    /// <summary>How the mean square lies over an image.</summary>
    public Relief Relief { get; init; } = Relief.Even;

    /// <summary>A random number of its own.</summary>
    /// <param name="power">Its mean square.</param>
    /// <param name="overlap">The mean of its products at two positions of an example.</param>
    public static GradientUnits Fresh(Power power, double overlap = 0) => Of(new GradientSource(power, overlap), 1);

    public static GradientUnits Of(GradientSource source, double factor) => new([new GradientTerm(source, new ConstantUnits(factor))]);

    /// <summary>The mean square over units.</summary>
    public double Square => Terms.Sum(static term => term.Square);

    /// <summary>The mean over units of the products at two positions of an example.</summary>
    public double Overlap => Terms.Sum(static term => term.Overlap);

    /// <summary>The mean over units of the product with another gradient.</summary>
    public double JointWith(GradientUnits other) => Terms
        .Join(
            other.Terms, static mine => mine.Source, static its => its.Source,
            static (mine, its) => mine.Source.Power.Between(mine.Factor, its.Factor))
        .Sum();

    public GradientUnits Times(Units factor) => this with { Terms = [.. Terms.Select(term => term.Times(factor))] };

    /// <summary>
    /// What is left of the gradient of a group of units without its mean over the group, and without what it has in common with them. Both
    /// vanish if the gradients of positions are independent.
    /// </summary>
    /// <param name="units">The units, normalized.</param>
    /// <param name="mean">The mean that was taken away from them.</param>
    public GradientUnits Centered(Units units, Centering mean)
    {
        double taken = Terms.Sum(term =>
        {
            // Over a group, of n independent units: E[mean(s f)²] = E[s s'] E[f f'] / n, and E[mean(s f x̂)²] = E[s s'] E[f x̂]² / n.
            double alike = Joint.Of(term.Factor, units).Same;
            return mean.Share * (mean.Within(new Joint(term.Square, term.Overlap), term.Overlap)
                + mean.Within(new Joint(term.Source.Power.Mean, term.Source.Overlap), term.Source.Overlap) * alike * alike);
        });
        double left = Square > 0 ? Math.Max(0, 1 - taken / Square) : 1;
        return Scaled(Math.Sqrt(left));
    }

    /// <summary>The gradient on an image of a relief.</summary>
    public GradientUnits On(Relief relief) => this with { Relief = relief };

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

        (double mine, double its) = (Square, other.Square);
        return new GradientUnits(sum) { Relief = Relief.Mixed(other.Relief, its / (mine + its)) };
    }

    /// <summary>All terms that no other gradient shares, as one.</summary>
    /// <param name="isShared">Whether another gradient that is still needed has the source.</param>
    public GradientUnits Merged(Func<GradientSource, bool> isShared)
    {
        List<GradientTerm> own = [.. Terms.Where(term => !isShared(term.Source))];
        if (own.Count == 0 || own.Count == 1 && own[0].Factor is ConstantUnits)
            return this;
        Power power = own.Select(static term => term.Source.Power.Times(term.Factor)).Aggregate(static (one, other) => one + other);
        GradientUnits merged = Fresh(power, own.Sum(static term => term.Overlap));
        return this with { Terms = [.. Terms.Except(own), .. merged.Terms] };
    }
}

/// <summary>A random number times a factor of the forward pass.</summary>
internal sealed record GradientTerm(GradientSource Source, Units Factor)
{
    private double? square;

    /// <summary>Its mean square over units.</summary>
    public double Square => square ??= Source.Power.Times(Factor).Mean;

    /// <summary>The mean over units of the products at two positions of an example, which are to a factor as two inputs are.</summary>
    public double Overlap => Source.Overlap * Factor.Elsewhere;

    public GradientTerm Times(Units factor) => new(Source, Factor.Times(factor));

    public GradientTerm Plus(GradientTerm other) => new(Source, Factor.Plus(other.Factor));
}

/// <summary>A random number of mean 0, independent of all others.</summary>
/// <param name="power">Its mean square, given the unit.</param>
/// <param name="overlap">The mean of its products at two positions of an example: its mean square where it is the same everywhere.</param>
/// <param name="isCorrelated">Whether later gradients may contain it that are not made of gradients which contain it now.</param>
internal sealed class GradientSource(Power power, double overlap, bool isCorrelated = false)
{
    public Power Power => power;

    public double Overlap => overlap;

    public bool IsCorrelated => isCorrelated;
}
