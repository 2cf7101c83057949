namespace NetGen.Plotting.Figures;

/// <summary>A quantity over several runs, half of which lie between the two outer numbers.</summary>
internal readonly record struct Quartiles(double Lower, double Median, double Upper)
{
    /// <summary>The quartiles of a normal distribution lie so many standard deviations apart.</summary>
    private const double OfNormal = 1.3490;

    /// <summary>Between two of the values they are read off the line that joins them.</summary>
    public static Quartiles Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new Quartiles(At(0.25), At(0.5), At(0.75));

        double At(double share)
        {
            double place = share * (sorted.Length - 1);
            double below = sorted[(int)place];
            double above = sorted[(int)Math.Ceiling(place)];
            return below == above ? below : below + (place - Math.Floor(place)) * (above - below);
        }
    }

    /// <summary>The standard deviation of a normal distribution with these quartiles: one that a few far values do not rule.</summary>
    public double RobustDeviation => (Upper - Lower) / OfNormal;

    /// <summary>Median and quartiles.</summary>
    public override string ToString() =>
        Lower == Upper ? Number.Short(Median) : $"{Number.Short(Median)} [{Number.Short(Lower)}, {Number.Short(Upper)}]";
}
