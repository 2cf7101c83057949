using NetGen;

namespace App;

[Mlp(Input = 3, Width = 8, Depth = 4, Output = 2, Residual = true, Activation = Activation.SiLU)]
internal sealed partial class Network;

/// <summary>A short training, and its outcome to the last bit.</summary>
internal static class Training
{
    public static string Run()
    {
        float[] inputs = [1, 2, 3, -1, 0, 1];
        float[] targets = [1, 0, 0, 1];
        float[] outputs = new float[4];
        Network network = new(seed: 42);
        var trainer = network.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, batchSize: 2);
        float before = trainer.Step(inputs, targets);
        for (int i = 0; i < 100; i++)
            trainer.Step(inputs, targets);
        float after = trainer.Evaluate(inputs, targets);
        network.Predict(inputs, outputs);
        return string.Join(
            ' ', [before < after ? "worse" : "better", .. outputs.Select(static output => $"{BitConverter.SingleToInt32Bits(output):x8}")]);
    }
}
