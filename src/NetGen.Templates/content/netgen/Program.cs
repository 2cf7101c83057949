using NetGen;

Console.WriteLine(SpiralNet.Info);

SpiralNet network = new(seed: 1);
using var trainer = network.CreateTrainer(new Adam(1e-3f), Loss.SoftmaxCrossEntropy, batchSize: 64);

ExampleBatches training = ExampleBatches.Shuffled(Spirals.Points(3000, seed: 1), batchSize: 64, seed: 1);
ExampleBatches validation = ExampleBatches.InOrder(Spirals.Points(600, seed: 2), batchSize: 600);
FitResult result = trainer.Fit(
    training, validation, epochs: 20,
    new FitOptions { Metrics = [Metrics.Accuracy()], RestoreBest = true, Progress = new ConsoleProgress() });

ConfusionMatrix confusion = network.Measure(new ConfusionMatrix(Spirals.Names), validation);
Console.WriteLine($"\nepoch {result.Best?.Epoch} was best:\n{confusion}");
network.Save("spirals.safetensors");
Console.WriteLine("\nsaved as spirals.safetensors");

// Four residual blocks, x = x + Linear(SiLU(Linear(RmsNorm(x)))). Try Depth = 50 without a norm, and see what the compiler says.
[Block]
[RmsNorm, Linear(64), SiLU, Linear(32)]
class Step;

[Network(Input = 2)]
[Linear(32), Repeat<Step>(4, Residual = true), Linear(Spirals.Classes)]
partial class SpiralNet;
