using System.Text.Json;
using NetGen.Experiments.Tests.Reporting;

namespace NetGen.Experiments.Tests.Experiments.Images;

public sealed class ImagesTests(PatchRun run)
{
    private const int Classes = 10;

    private IEnumerable<JsonElement> Runs => run.Json("results.json").GetProperty("runs").EnumerateArray();

    [Fact]
    public void Both_networks_learn_to_tell_patches_apart() => Assert.All(
        Runs,
        static training => Assert.InRange(
            training.GetProperty("accuracy").GetDouble(), 0.9, 1 - (double)PatchImages.Mislabelled / PatchImages.Test));

    [Fact]
    public void Accuracy_is_measured_at_the_end_of_each_epoch_and_in_its_course() => Assert.All(Runs, static training =>
    {
        Assert.Equal(
            Enumerable.Range(1, PatchRun.Epochs).Select(static epoch => (double)epoch),
            training.GetProperty("epochs").EnumerateArray().Select(static check => check.GetProperty("epoch").GetDouble()));
        Assert.Equal(10 * PatchRun.Epochs, training.GetProperty("glances").GetArrayLength());
        Assert.Equal(PatchRun.Epochs * PatchImages.Training / PatchRun.Batch, training.GetProperty("losses").GetArrayLength());
    });

    [Fact]
    public void Every_test_image_is_counted_in_the_row_of_its_class_and_right_ones_on_the_diagonal() => Assert.All(Runs, static training =>
    {
        int[][] confusion = training.GetProperty("confusion").Deserialize<int[][]>()!;
        Assert.Equal(PatchImages.Test, confusion.Sum(static row => row.Sum()));
        Assert.Equal(
            training.GetProperty("accuracy").GetDouble(),
            (double)Enumerable.Range(0, Classes).Sum(label => confusion[label][label]) / PatchImages.Test,
            precision: 12);
    });

    // What bears a wrong label is what a good network is most wrong about.
    [Fact]
    public void Worst_mistakes_are_those_whose_class_is_said_to_be_least_probable() => Assert.All(Runs, static training =>
    {
        JsonElement[] mistakes = [.. training.GetProperty("worstMistakes").EnumerateArray()];
        Assert.True(mistakes.Length >= PatchImages.Mislabelled);
        double[] probabilities = [.. mistakes.Select(static mistake => mistake.GetProperty("ofClass").GetDouble())];
        Assert.Equal(probabilities.Order(), probabilities);
        Assert.Subset(
            mistakes.Select(static mistake => mistake.GetProperty("index").GetInt32()).ToHashSet(),
            Enumerable.Range(0, PatchImages.Mislabelled).ToHashSet());
    });

    [Fact]
    public void Pictures_of_mistakes_are_the_images_with_their_classes()
    {
        JsonElement first = run.Json("figures/worst_mistakes.json").GetProperty("panels")[0].GetProperty("pictures")[0];
        double[] pixels = first.GetProperty("picture").GetProperty("pixels").Deserialize<double[]>()!;
        Assert.Equal(28 * 28, pixels.Length);
        Assert.InRange(pixels.Max(), 0.2, 1);
        Assert.Equal(3, first.GetProperty("caption").GetArrayLength());
    }

    [Theory]
    [InlineData("Two convolutions reach an accuracy of 0.916 to 0.925")]
    [InlineData("Three convolutions with batch norm reach an accuracy of 0.903 to 0.927")]
    [InlineData("Most mistakes are between tops")]
    [InlineData("Shirts are the hardest class")]
    [InlineData("Signal and gradient are even")]
    public void Report_judges_what_is_known_of_the_images(string claim) => Assert.Single(
        WrittenFinding.In(run.Read("report.md")), finding => finding.Claim.StartsWith(claim, StringComparison.Ordinal));

    [Theory]
    [InlineData("accuracy", 2)]
    [InlineData("training_loss", 1)]
    [InlineData("confusion", 2)]
    [InlineData("worst_mistakes", 2)]
    [InlineData("first_filters", 2)]
    [InlineData("signal", 2)]
    [InlineData("gradient", 2)]
    public void Figure_is_written_with_its_panels(string name, int panels)
    {
        Assert.Equal(panels, run.Json($"figures/{name}.json").GetProperty("panels").GetArrayLength());
        Assert.True(File.Exists(Path.Join(run.Folder, "figures", $"{name}.png")));
        Assert.True(File.Exists(Path.Join(run.Folder, "figures", $"{name}.dark.png")));
    }

    [Fact]
    public void Console_tells_of_epochs_and_gives_the_answer()
    {
        Assert.Contains($"images: 2 trainings of {PatchRun.Epochs} epochs.", run.Outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"loss \d\S*, accuracy 0\.\d+", run.Outcome.Output);
        Assert.Contains(
            $"After {PatchRun.Epochs} epochs of {PatchImages.Training} images ConvNet names",
            run.Outcome.Output,
            StringComparison.Ordinal);
    }
}
