using NetGen;

namespace App;

[Mlp(Input = 3, Width = 8, Depth = 4, Output = 2, Residual = true, Activation = Activation.SiLU)]
internal sealed partial class Network;

/// <summary>A short training, and its outcome to the last bit.</summary>
internal static class Training
{
    private static readonly float[] inputs = [1, 2, 3, -1, 0, 1];
    private static readonly float[] targets = [1, 0, 0, 1];

    public static string Run()
    {
        Network network = new(seed: 42);
        var trainer = network.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, batchSize: 2);
        float before = trainer.Step(inputs, targets);
        for (int i = 0; i < 100; i++)
            trainer.Step(inputs, targets);
        return $"{(before < trainer.Evaluate(inputs, targets) ? "worse" : "better")} {Predict(network)}";
    }

    /// <summary>What a network makes of the inputs of the training.</summary>
    public static string Predict(Network network)
    {
        float[] outputs = new float[targets.Length];
        network.Predict(inputs, outputs);
        return string.Join(' ', outputs.Select(static output => $"{BitConverter.SingleToInt32Bits(output):x8}"));
    }
}
