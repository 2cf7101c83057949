using System.Globalization;

namespace NetGen;

/// <summary>
/// The share of rows whose right class is among those of the greatest outputs. Of equal outputs the first is the greatest.
/// </summary>
internal sealed class TopClasses : Metric
{
    private readonly int count;
    private long rows;
    private long right;

    public TopClasses(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        this.count = count;
    }

    public override string Name => count == 1 ? "accuracy" : string.Create(CultureInfo.InvariantCulture, $"top {count}");

    public override bool HigherIsBetter => true;

    public override double Value => (double)right / rows;

    public override void Clear() => rows = right = 0;

    internal override void Require(NetworkInfo network)
    {
        if (count >= network.OutputWidth)
        {
            throw new ArgumentException(
                $"{Name}: expected more classes than {count}, else every row of numbers is right, "
                + $"got the {network.OutputWidth} of {network.Name}.",
                nameof(network));
        }
    }

    protected override void AddRow(ReadOnlySpan<float> outputs, int label)
    {
        rows++;
        right += Classes.Rank(outputs, label) < count ? 1 : 0;
    }

    protected override void AddRow(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets) => AddRow(outputs, Classes.Best(targets));
}
