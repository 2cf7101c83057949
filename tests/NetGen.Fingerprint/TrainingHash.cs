using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NetGen.Fingerprint;

/// <summary>A hash of losses, parameters and predictions of a few training steps.</summary>
internal static class TrainingHash
{
    private const int Steps = 5;

    public static string Of<TNetwork, TOptimizer>(TNetwork network, TOptimizer optimizer, int batchSize)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var random = new SeededRandom(11);
        float[] inputs = Draw(batchSize * TNetwork.Info.InputLength);
        float[] targets = Draw(batchSize * TNetwork.Info.OutputLength);
        var trainer = network.CreateTrainer(optimizer, Loss.MeanSquaredError, batchSize);
        for (int step = 0; step < Steps; step++)
            Append([trainer.Step(inputs, targets)]);
        foreach (Parameter parameter in network.Parameters)
            Append(parameter.ToArray());
        float[] outputs = new float[targets.Length];
        network.Predict(inputs, outputs);
        Append(outputs);
        return Convert.ToHexString(hash.GetHashAndReset());

        float[] Draw(int count)
        {
            float[] values = new float[count];
            foreach (ref float value in values.AsSpan())
                value = random.NextSingle(-1, 1);
            return values;
        }

        void Append(float[] values) => hash.AppendData(MemoryMarshal.AsBytes<float>(values));
    }
}
