using NetGen.Experiments.Data;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>Networks of ever more layers, none of them trained: how much gradient arrives at the first one.</summary>
internal static class DepthLadder
{
    /// <summary>A look before training does not need twenty seeds, which would make the run longer.</summary>
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

    public static IEnumerable<NetworkInfo> Networks =>
        ladders.SelectMany(static ladder => ladder.Rungs).Select(static rung => rung.Network);

    /// <summary>Both networks, each with both starts.</summary>
    public static IEnumerable<DepthCurve> Measure(Settings settings)
    {
        int[] seeds = [.. settings.AllSeeds.Take(MostSeeds)];
        return
            from start in new[] { Scaled, Raw }
            from ladder in ladders
            select new DepthCurve(
                ladder.Network,
                start,
                [.. ladder.Rungs.AsParallel().AsOrdered().Select(rung => rung.Measure(seeds, start == Scaled ? null : 1))]);
    }

    /// <summary>A network of one depth.</summary>
    /// <param name="Network">The network as it is declared.</param>
    /// <param name="Norms">
    /// The norm of dL/dz of every layer for a seed and a factor on its Kaiming normal weights; null stands for the declared factor.
    /// </param>
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
            return
            [
                .. statistics.Layers.Select(
                    static layer =>
                        double.IsFinite(layer.PreActivationGradientNorm) ? layer.PreActivationGradientNorm : double.PositiveInfinity),
            ];
        }
    }
}
