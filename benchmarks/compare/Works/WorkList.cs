using NetGen.Benchmarks;

namespace NetGen.Compare.Works;

/// <summary>All works, in the order of the tables.</summary>
internal static class WorkList
{
    private const string Adam = "Adam", Sgd = "SGD", MeanSquaredError = "mean-squared-error", CrossEntropy = "cross-entropy";

    // How many outputs each convolution, and each dense layer, has of an image.
    private static readonly ForwardProducts ofConvNet = new([784, 196, 1, 1]),
        ofResNet8 = new([.. Stage(784, 3), .. Stage(196, 3), .. Stage(49, 3), 1]),
        ofResNet20 = new([.. Stage(1024, 7), .. Stage(256, 7), .. Stage(64, 7), 1]);

    public static IReadOnlyList<Work> All { get; } =
    [
        Training("step ResMLP 20 x 64, batch 64", static () => new ResMlp(1), Loss.MeanSquaredError, MeanSquaredError, 64),
        Training("step ResMLP 20 x 256, batch 64", static () => new WideResMlp(1), Loss.MeanSquaredError, MeanSquaredError, 64),
        Training("step 4-32-16-4 tanh, batch 10,000", static () => new SmallTanh(1), Loss.MeanSquaredError, MeanSquaredError, 10_000),
        Training("step 784-128-10, batch 64", static () => new Classifier(1), Loss.SoftmaxCrossEntropy, CrossEntropy, 64),
        Training("step 50 x (256-1024-256), batch 64", static () => new DeepNet(1), Loss.MeanSquaredError, MeanSquaredError, 64),
        Images("step ConvNet 28 x 28, batch 64", static () => new ConvNet(1), ofConvNet),
        Images("step ResNet-8 28 x 28, batch 64", static () => new ResNet8(1), ofResNet8),
        Images("step ResNet-20 32 x 32 x 3, batch 64", static () => new ResNet20(1), ofResNet20),
        ViT("step ViT 28 x 28, 49 tokens, width 64, 4 heads, 6 layers, batch 64", static () => new ViT64(1), 64),
        ViT("step ViT 28 x 28, 49 tokens, width 192, 3 heads, 6 layers, batch 64", static () => new ViT192(1), 192),
        new DocumentWork<MicroGpt>("step microGPT, a document of 7 letters", static () => new(1), letters: 7),
        .. Predictions("Plain 20 x 64", static () => new PlainMlp(1), 1, 64, 4096),
        .. Predictions("Res 20 x 64", static () => new ResMlp(1), 1, 64, 4096),
        .. Predictions("784 -> 10", static () => new Linear784To10(1), 1),
        .. Predictions("4 -> 4", static () => new Linear4(1), 1),
        .. Predictions("8 -> 8", static () => new Linear8(1), 1),
        .. Predictions("16 -> 16", static () => new Linear16(1), 1),
        .. Predictions("32 -> 32", static () => new Linear32(1), 1),
        .. Predictions("64 -> 64", static () => new Linear64(1), 1),
        .. ImagePredictions("ConvNet 28 x 28", static () => new ConvNet(1), ofConvNet),
        .. ImagePredictions("ResNet-20 32 x 32 x 3", static () => new ResNet20(1), ofResNet20),
        .. ImagePredictions("ViT 28 x 28, width 64", static () => new ViT64(1), ForwardProducts.OfViT(64)),
        .. ImagePredictions("ViT 28 x 28, width 192", static () => new ViT192(1), ForwardProducts.OfViT(192)),
        new ProductWork<Linear64>("64 x 64 x 64", static () => new(1), 64),
        new ProductWork<Linear256>("64 x 256 x 256", static () => new(1), 64),
        new ProductWork<Linear1024>("64 x 1024 x 1024", static () => new(1), 64),
    ];

    private static TrainingWork<TNetwork, Adam, TLoss> Training<TNetwork, TLoss>(
        string name, Func<TNetwork> create, TLoss loss, string lossName, int batch)
        where TNetwork : class, INetwork
        where TLoss : struct, ILoss =>
        new(WorkGroup.Training, name, create, new Adam(1e-3f), Adam, loss, lossName, batch, ForwardProducts.OfVector);

    private static TrainingWork<TNetwork, Sgd, SoftmaxCrossEntropy> Images<TNetwork>(
        string name, Func<TNetwork> create, ForwardProducts products)
        where TNetwork : class, INetwork =>
        new(WorkGroup.Images, name, create, new Sgd(0.01f, momentum: 0.9f), Sgd, Loss.SoftmaxCrossEntropy, CrossEntropy, 64, products);

    private static TrainingWork<TNetwork, Adam, SoftmaxCrossEntropy> ViT<TNetwork>(string name, Func<TNetwork> create, int width)
        where TNetwork : class, INetwork =>
        new(
            WorkGroup.Sequences, name, create, new Adam(1e-3f), Adam, Loss.SoftmaxCrossEntropy, CrossEntropy, 64,
            ForwardProducts.OfViT(width));

    private static IEnumerable<Work> Predictions<TNetwork>(string name, Func<TNetwork> create, params IEnumerable<int> batches)
        where TNetwork : class, INetwork =>
        batches.Select(batch => Prediction(name, create, batch, ForwardProducts.OfVector));

    private static IEnumerable<Work> ImagePredictions<TNetwork>(string name, Func<TNetwork> create, ForwardProducts products)
        where TNetwork : class, INetwork =>
        [Prediction(name, create, 1, products), Prediction(name, create, 64, products)];

    private static PredictionWork<TNetwork> Prediction<TNetwork>(
        string name, Func<TNetwork> create, int batch, ForwardProducts products)
        where TNetwork : class, INetwork =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}, batch {batch:N0}"), create, batch, products);

    private static IEnumerable<int> Stage(int positions, int convolutions) => Enumerable.Repeat(positions, convolutions);
}
