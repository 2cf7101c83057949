// Trains networks and prints a hash of every bit that comes of it, to be compared between machines and vector widths.

using System.Runtime.Intrinsics;
using NetGen;
using NetGen.Fingerprint;

Console.WriteLine($"vectors {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)}");
Print(new Tiny(seed: 1), new Adam(1e-2f), batchSize: 3);
Print(new ResidualReLU(seed: 1), new Adam(1e-3f), batchSize: 64);
Print(new PlainReLU(seed: 2), new AdamW(1e-3f), batchSize: 13);
Print(new PlainLeakyReLU(seed: 3), new Sgd(1e-2f, momentum: 0.9f), batchSize: 45);
Print(new ResidualTanh(seed: 4), new Sgd(1e-2f, momentum: 0.9f, nesterov: true), batchSize: 7);
Print(new PlainSigmoid(seed: 5), new Adam(1e-3f), batchSize: 65);
Print(new ResidualGELU(seed: 6), new Adam(1e-3f), batchSize: 31);
Print(new PlainSiLU(seed: 7), new Sgd(1e-2f), batchSize: 1);
Print(new ResidualLinear(seed: 8), new Adam(1e-3f), batchSize: 9);
Print(new Language(seed: 9), new Adam(1e-3f), batchSize: 21);
Print(new Language(seed: 10), new AdamW(1e-3f), batchSize: 150);
Print(new Pixels(seed: 11), new Adam(1e-3f), batchSize: 11);
Print(new Pictures(seed: 13), new Adam(1e-3f), batchSize: 7);
Print(new Tokens(seed: 12), new Sgd(1e-2f, momentum: 0.9f), batchSize: 5);
Print(new BatchNormed(seed: 13), new Adam(1e-3f), batchSize: 19);
Print(new Sequences(seed: 14), new Adam(1e-3f), batchSize: 9);
Print(new LetterModel(seed: 15), new AdamW(1e-3f), batchSize: 5);
Print(new WeightNormed(seed: 16), new Adam(1e-3f), batchSize: 11);

static void Print<TNetwork, TOptimizer>(TNetwork network, TOptimizer optimizer, int batchSize)
    where TNetwork : class, INetwork
    where TOptimizer : struct, IOptimizer =>
    Console.WriteLine($"{TNetwork.Info.Name} {TrainingHash.Of(network, optimizer, batchSize)}");
