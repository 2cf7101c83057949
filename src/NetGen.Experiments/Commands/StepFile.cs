using NetGen.Experiments.Data;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Networks.Variants;

namespace NetGen.Experiments.Commands;

/// <summary>Writes one training step of a network as a safetensors file.</summary>
/// <param name="Network">The name of the network, one of <see cref="Networks"/>.</param>
/// <param name="Loss">The name of the loss, one of <see cref="Losses"/>.</param>
/// <param name="Seed">The seed of the network and of its examples.</param>
/// <param name="Batch">The number of examples.</param>
internal sealed record StepFile(string Network, string Loss, int Seed, int Batch)
{
    private static readonly OrderedDictionary<string, Func<StepFile, SafetensorsFile>> networks = new()
    {
        [PlainMLP.Info.Name] = static step => step.Take(new PlainMLP(step.Seed)),
        [ResMLP.Info.Name] = static step => step.Take(new ResMLP(step.Seed)),
        [RawPlainMLP.Info.Name] = static step => step.Take(new RawPlainMLP(step.Seed)),
        [RawResMLP.Info.Name] = static step => step.Take(new RawResMLP(step.Seed)),
        [ScaledBranchResMLP.Info.Name] = static step => step.Take(new ScaledBranchResMLP(step.Seed)),
        [SmallPlainMLP.Info.Name] = static step => step.Take(new SmallPlainMLP(step.Seed)),
        [SmallResMLP.Info.Name] = static step => step.Take(new SmallResMLP(step.Seed)),
    };

    public static IReadOnlyList<string> Networks => networks.Keys;

    public static IReadOnlyList<string> Losses => ["mse"];

    public int Write(string path, TextWriter output, TextWriter error)
    {
        SafetensorsFile file = networks[Network](this);
        try
        {
            file.Save(path);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            // The outer exception names the path once more.
            error.WriteLine($"--out expects a file that can be written; got '{path}': {(exception.InnerException ?? exception).Message}");
            return ExperimentRun.Failure;
        }

        output.WriteLine(
            $"{path}: one step of {Network}, {file.Tensors.Count} tensors; "
                + $"loss {file.Tensors["loss"].Values[0].ToString(CultureInfo.InvariantCulture)}.");
        return ExperimentRun.Success;
    }

    private SafetensorsFile Take<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork
    {
        SeededRandom random = DataStream.Of(Seed);
        SafetensorsFile file = Loss switch
        {
            "mse" => TrainingStep.Take(network, NetGen.Loss.MeanSquaredError, random, Batch),
            _ => throw new ArgumentException($"Expected one of {string.Join(", ", Losses)}, got {Loss}."),
        };
        file.Metadata["loss"] = Loss;
        return file;
    }
}
