using NetGen;
using NetGen.Data;
using NetGen.Plotting;

namespace App;

/// <summary>Something of every other package, and a training for epochs, and what they come to.</summary>
internal static class Others
{
    private static readonly float[] inputs = [0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1];
    private static readonly int[] labels = [0, 1, 1, 0];

    public static string Run() => $"{Data()} {Onnx()} {Plotting()} {Fit()}";

    // Four images of one pixel, in two batches.
    private static string Data()
    {
        using ImageBatches batches = ImageBatches.InOrder(
            new ImageSet(new ImageShape(1, 1, 1), [0, 51, 102, 255], labels, ["dark", "light"]),
            batchSize: 3);
        List<string> sizes = [];
        while (batches.Next(out ImageBatch batch))
            sizes.Add($"{batch.Count}:{batch.Inputs[^1]:R}");
        return string.Join(',', sizes);
    }

    private static long Onnx()
    {
        string path = Path.GetTempFileName();
        new Network(seed: 42).SaveOnnx(path);
        long length = new FileInfo(path).Length;
        File.Delete(path);
        return length;
    }

    // Four epochs with everything around them, of which the last two go on after a stop.
    private static string Fit()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        ExampleSet examples = new(4, inputs, labels);
        FitResult? result = null;
        foreach (int epochs in (int[])[2, 4])
        {
            using ITrainer trainer = new Network(seed: 42).CreateTrainer(new Adam(1e-2f), Loss.SoftmaxCrossEntropy, batchSize: 3);
            using JsonLinesLog lines = new(Path.Join(folder, "log.jsonl"));
            using TensorBoardLog board = new(folder);
            result = trainer.Fit(
                ExampleBatches.Shuffled(examples, batchSize: 3, seed: 1), ExampleBatches.InOrder(examples, batchSize: 4), epochs,
                new FitOptions
                {
                    Metrics = [Metrics.Accuracy(), new ConfusionMatrix(2)],
                    Checkpoints = new Checkpoints(folder) { Resume = true },
                    Logs = [lines, board],
                    LogLayers = true,
                });
        }

        int logged = File.ReadAllLines(Path.Join(folder, "log.jsonl")).Length;
        int events = Directory.GetFiles(folder, "*tfevents*").Length;
        Directory.Delete(folder, recursive: true);
        return $"{string.Join(',', result!.Epochs.Select(static epoch => $"{epoch.ValidationLoss:R}"))} {logged} {events}";
    }

    private static string Plotting() =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(NetworkFigures.Losses([4, 2, 1]).ToPng()));
}
