namespace NetGen.Compare.Works;

/// <summary>All works, in the order of the tables.</summary>
internal static class WorkList
{
    private const string MeanSquaredError = "mean-squared-error", CrossEntropy = "cross-entropy";

    public static IReadOnlyList<Work> All { get; } =
    [
        new TrainingWork<ResMlp,
        MeanSquaredError>("step ResMLP 20 x 64, batch 64", static () => new(1), Loss.MeanSquaredError, MeanSquaredError, 64),
        new TrainingWork<WideResMlp,
        MeanSquaredError>("step ResMLP 20 x 256, batch 64", static () => new(1), Loss.MeanSquaredError, MeanSquaredError, 64),
        new TrainingWork<SmallTanh,
        MeanSquaredError>("step 4-32-16-4 tanh, batch 10,000", static () => new(1), Loss.MeanSquaredError, MeanSquaredError, 10_000),
        new TrainingWork<Classifier,
        SoftmaxCrossEntropy>("step 784-128-10, batch 64", static () => new(1), Loss.SoftmaxCrossEntropy, CrossEntropy, 64),
        new TrainingWork<DeepNet,
        MeanSquaredError>("step 50 x (256-1024-256), batch 64", static () => new(1), Loss.MeanSquaredError, MeanSquaredError, 64),
        .. Predictions("Plain 20 x 64", static () => new PlainMlp(1), 1, 64, 4096),
        .. Predictions("Res 20 x 64", static () => new ResMlp(1), 1, 64, 4096),
        .. Predictions("784 -> 10", static () => new Linear784To10(1), 1),
        .. Predictions("4 -> 4", static () => new Linear4(1), 1),
        .. Predictions("8 -> 8", static () => new Linear8(1), 1),
        .. Predictions("16 -> 16", static () => new Linear16(1), 1),
        .. Predictions("32 -> 32", static () => new Linear32(1), 1),
        .. Predictions("64 -> 64", static () => new Linear64(1), 1),
        new ProductWork<Linear64>("64 x 64 x 64", static () => new(1), 64),
        new ProductWork<Linear256>("64 x 256 x 256", static () => new(1), 64),
        new ProductWork<Linear1024>("64 x 1024 x 1024", static () => new(1), 64),
    ];

    private static IEnumerable<Work> Predictions<TNetwork>(string name, Func<TNetwork> create, params IEnumerable<int> batches)
        where TNetwork : class, INetwork =>
        batches.Select(
            batch => new PredictionWork<TNetwork>(string.Create(CultureInfo.InvariantCulture, $"{name}, batch {batch:N0}"), create, batch));
}
