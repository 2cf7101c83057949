using NetGen.Experiments.Data;

namespace NetGen.Experiments.Commands;

/// <summary>
/// One training step on random numbers, with all that goes into it and comes out of it, to be held against another framework.
/// </summary>
internal static class TrainingStep
{
    private const float LearningRate = 1e-3f;

    /// <summary>Takes the step, with Adam, on random numbers from -1 to 1.</summary>
    public static SafetensorsFile Take<TNetwork, TLoss>(TNetwork network, TLoss loss, SeededRandom random, int rows)
        where TNetwork : class, INetwork
        where TLoss : struct, ILoss
    {
        NetworkInfo info = TNetwork.Info;
        float[] input = Uniform.Array(rows * info.InputLength, random);
        float[] target = Uniform.Array(rows * info.OutputLength, random);
        using var trainer = network.CreateTrainer(new Adam(LearningRate), loss, rows);
        SafetensorsFile file = trainer.RecordStep(input, target);
        file.Metadata["optimizer"] = "Adam";
        file.Metadata["learning_rate"] = LearningRate.ToString(CultureInfo.InvariantCulture);
        return file;
    }
}
