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
            Append([trainer.Step(Examples(), targets)]);
        foreach (Parameter parameter in network.Parameters)
            Append(parameter.ToArray());
        float[] outputs = new float[targets.Length];
        network.Predict(Examples(), outputs);
        Append(outputs);
        return Convert.ToHexString(hash.GetHashAndReset());

        // Sequences are of several lengths.
        Inputs Examples() => TNetwork.Info switch
        {
            { Vocabulary: int vocabulary } =>
                new Inputs(Array.ConvertAll(inputs, x => (int)((x + 1) / 2 * (vocabulary - 1))), Lengths()),
            { InputShape.Length: 2 } => new Inputs(inputs, Lengths()),
            _ => inputs,
        };

        int[] Lengths()
        {
            NetworkInfo info = TNetwork.Info;
            int positions = info.Vocabulary is null ? info.InputShape[0] : info.InputLength;
            return [.. Enumerable.Range(0, batchSize).Select(row => 1 + row * 7 % positions)];
        }

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
