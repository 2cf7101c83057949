using NetGen.Experiments.Data;

namespace NetGen.Experiments.Commands;

/// <summary>
/// One training step with all that goes into it and comes out of it, to be held against another framework: <c>parameters.*</c>,
/// <c>input</c>, <c>target</c>, <c>output</c>, <c>loss</c>, <c>gradients.*</c> and, after the step of the optimizer, <c>updated.*</c>.
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
        float[] output = new float[target.Length];
        network.Predict(input, output);

        SafetensorsFile file = new()
        {
            Metadata =
            {
                ["network"] = info.Name,
                ["optimizer"] = "Adam",
                ["learning_rate"] = LearningRate.ToString(CultureInfo.InvariantCulture),
            },
        };
        file.Add("input", [rows, .. info.InputShape], input);
        file.Add("target", [rows, .. info.OutputShape], target);
        file.Add("output", [rows, .. info.OutputShape], output);
        AddParameters("parameters");
        GradientCopyProbe probe = new(file);
        file.Add("loss", [], [network.CreateTrainer(new Adam(LearningRate), loss, rows).Step(input, target, ref probe)]);
        AddParameters("updated");
        return file;

        void AddParameters(string prefix)
        {
            foreach (Parameter parameter in network.Parameters)
                file.Add($"{prefix}.{parameter.Name}", parameter.Shape, parameter.ToArray());
        }
    }
}
