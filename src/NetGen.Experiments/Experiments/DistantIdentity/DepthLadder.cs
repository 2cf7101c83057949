using NetGen.Experiments.Data;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>Networks of ever more layers, none of them trained: how much gradient arrives at the first one.</summary>
internal static class DepthLadder
{
    /// <summary>A look before training needs no twenty seeds, and it is not to make the run longer.</summary>
    public const int MostSeeds = 3;

    /// <summary>How many vectors the gradient is taken over.</summary>
    public const int Vectors = 64;

    public const string Scaled = "weights scaled by 1/√depth";
    public const string Raw = "weights unscaled";

    private static readonly (string Network, IReadOnlyList<Rung> Rungs)[] ladders =
    [
        (PlainMLP.Info.Name,
        [
            Rung.Of(static (seed, scale) => new PlainMLP2(seed, initScale: scale)),
            Rung.Of(static (seed, scale) => new PlainMLP5(seed, initScale: scale)),
            Rung.Of(static (seed, scale) => new PlainMLP10(seed, initScale: scale)),
            Rung.Of(static (seed, scale) => new PlainMLP(seed, initScale: scale)),
            Rung.Of(static (seed, scale) => new PlainMLP50(seed, initScale: scale)),
            Rung.Of(static (seed, scale) => new PlainMLP100(seed, initScale: scale)),
        ]),
        (ResMLP.Info.Name,
        [
            Rung.Of(static (seed, scale) => new ResMLP2(seed, initScale: scale)),
            Rung.Of(static (seed, scale) => new ResMLP5(seed, initScale: scale)),
            Rung.Of(static (seed, scale) => new ResMLP10(seed, initScale: scale)),
            Rung.Of(static (seed, scale) => new ResMLP(seed, initScale: scale)),
            Rung.Of(static (seed, scale) => new ResMLP50(seed, initScale: scale)),
            Rung.Of(static (seed, scale) => new ResMLP100(seed, initScale: scale)),
        ]),
    ];

    public static IEnumerable<NetworkInfo> Networks => ladders.SelectMany(static ladder => ladder.Rungs).Select(static rung => rung.Network);

    /// <summary>Both networks, each with both starts.</summary>
    public static IEnumerable<DepthCurve> Measure(Settings settings)
    {
        int[] seeds = [.. settings.AllSeeds.Take(MostSeeds)];
        return
            from start in new[] { Scaled, Raw }
            from ladder in ladders
            select new DepthCurve(ladder.Network, start, [.. ladder.Rungs.AsParallel().AsOrdered().Select(rung => rung.Measure(seeds, start == Scaled ? null : 1))]);
    }

    public static IEnumerable<Finding> Claims(IReadOnlyList<DepthCurve> curves)
    {
        DepthCurve plain = Of(curves, PlainMLP.Info.Name, Scaled);
        DepthCurve residual = Of(curves, ResMLP.Info.Name, Scaled);
        DepthCurve rawPlain = Of(curves, PlainMLP.Info.Name, Raw);
        DepthCurve rawResidual = Of(curves, ResMLP.Info.Name, Raw);
        int fewest = plain.Points[0].Depth;
        int middle = PlainMLP.Info.Layers.Length;
        int most = plain.Points[^1].Depth;

        yield return Decide(
            "\"In a deep network, these backward-flowing gradients get multiplied by small numbers at every layer\"; a residual connection is an \"express lane\".",
            Ratio(plain) < 1e-10 && Ratio(residual) > 0.01,
            $"Before training, with weights scaled by 1/√depth, the norm of dL/dz of the first of {fewest}, {middle} and {most} layers is {Three(plain)} in PlainMLP, {Three(residual)} in ResMLP"
                + (Ratio(residual) > 10 ? ", where it grows: what ReLU adds is never negative, and adds up." : "."),
            "");
        yield return Decide(
            "Depth makes the first layer's gradient small, however weights start.",
            Ratio(rawPlain) < 1e-3,
            $"With weights as Kaiming has them it is {Three(rawPlain)} in PlainMLP for {fewest}, {middle} and {most} layers, and {Three(rawResidual)} in ResMLP.",
            "Kaiming's factor makes up for what ReLU takes. It is the scale 1/√depth, made for residual networks, that starves a plain one; without it the residual network explodes.");

        string Three(DepthCurve curve) => $"{curve.At(fewest)}, {curve.At(middle)} and {curve.At(most)}";
    }

    private static DepthCurve Of(IReadOnlyList<DepthCurve> curves, string network, string start) => curves.Single(curve => curve.Network == network && curve.Start == start);

    /// <summary>The gradient of the first of most layers over that of the first of fewest.</summary>
    private static double Ratio(DepthCurve curve) => curve.Points[^1].First.Median / curve.Points[0].First.Median;

    private static Finding Decide(string claim, bool holds, string measured, string refutation) =>
        new(claim, holds ? Standing.Holds : Standing.DoesNotHold, holds ? measured : $"{measured} {refutation}".TrimEnd()) { Figure = "depth" };

    /// <summary>A network of one depth.</summary>
    /// <param name="Network">The network as it is declared.</param>
    /// <param name="Norms">The norm of dL/dz of every layer for a seed and a factor on its Kaiming normal weights, the declared one where it is null.</param>
    private sealed record Rung(NetworkInfo Network, Func<int, float?, IReadOnlyList<double>> Norms)
    {
        public static Rung Of<TNetwork>(Func<int, float?, TNetwork> create)
            where TNetwork : class, INetwork => new(TNetwork.Info, (seed, scale) => Inspect(create(seed, scale), seed));

        public DepthPoint Measure(IReadOnlyList<int> seeds, float? scale)
        {
            IReadOnlyList<double>[] norms = [.. seeds.Select(seed => Norms(seed, scale))];
            double last = SeedSpread.Of(norms.Select(static layers => layers[^1])).Median;

            // Where a signal falls below what single precision holds, the last layer gets no gradient to compare with.
            double expected = scale is null && last > 0 ? Network.Layers[0].Expected.GradientRatio * last : double.NaN;
            return new DepthPoint(Network.Layers.Length, [.. norms.Select(static layers => layers[0])], expected);
        }

        private static IReadOnlyList<double> Inspect<TNetwork>(TNetwork network, int seed)
            where TNetwork : class, INetwork
        {
            float[] vectors = Uniform.Array(Vectors * TNetwork.Info.InputWidth, DataStream.Of(seed));
            NetworkStatistics statistics = new(TNetwork.Info);
            StatisticsProbe probe = new(statistics);
            network.CreateTrainer(new Sgd(0), Loss.MeanSquaredError, Vectors).Inspect(vectors, vectors, ref probe);

            // What grows beyond single precision comes back as infinite, or as not a number.
            return [.. statistics.Layers.Select(static layer => double.IsFinite(layer.PreActivationGradientNorm) ? layer.PreActivationGradientNorm : double.PositiveInfinity)];
        }
    }
}
