using System.Runtime.Versioning;
using NetGen.Experiments.DistantIdentity;
using NetGen.Experiments.Networks;
using NetGen.Tests;

namespace NetGen.Experiments.Tests.Commands;

public sealed class StepTests
{
    [Theory]
    [InlineData("PlainMLP")]
    [InlineData("ResMLP")]
    public void Step_writes_all_tensors_of_one_training_step(string network)
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = Shell.Run("step", network, "--seed", "5", "--batch", "3", "--loss", "mse", "--out", folder.File("step"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains($"one step of {network}, 124 tensors", outcome.Output, StringComparison.Ordinal);
        SafetensorsFile file = SafetensorsFile.Load(folder.File("step"));
        Assert.Equal([new("learning_rate", "0.001"), new("loss", "mse"), new("network", network), new("optimizer", "Adam")], file.Metadata);
        foreach (string name in (string[])["input", "target", "output"])
            Assert.Equal([3, 64], file.Tensors[name].Shape);
        Assert.Empty(file.Tensors["loss"].Shape);
        foreach (string prefix in (string[])["parameters", "gradients", "updated"])
        {
            Assert.Equal(40, file.Tensors.Keys.Count(name => name.StartsWith(prefix + '.', StringComparison.Ordinal)));
            Assert.Equal([64, 64], file.Tensors[$"{prefix}.layers.19.linear.weight"].Shape);
            Assert.Equal([64], file.Tensors[$"{prefix}.layers.19.linear.bias"].Shape);
        }
    }

    [Fact]
    public void Step_finds_a_network_however_its_letters_are_typed()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, Shell.Run("step", "resmlp", "--batch", "1", "--out", folder.File("step")).ExitCode);
        Assert.Equal("ResMLP", SafetensorsFile.Load(folder.File("step")).Metadata["network"]);
    }

    [Fact]
    public void Numbers_of_a_step_fit_together()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, Shell.Run("step", "ResMLP", "--seed", "2", "--batch", "7", "--out", folder.File("step")).ExitCode);
        SafetensorsFile file = SafetensorsFile.Load(folder.File("step"));

        float[] output = Values("output");
        float[] target = Values("target");
        Assert.Equal(output.Zip(target, static (o, t) => ((double)o - t) * ((double)o - t)).Average(), Values("loss")[0], 1e-5);

        // Adam's first step is lr g / (|g| + ε): away from g = 0 it is as long as the learning rate.
        foreach (string parameter in file.Tensors.Keys.Where(static name => name.StartsWith("parameters.", StringComparison.Ordinal)))
        {
            string name = parameter["parameters.".Length..];
            float[] before = Values(parameter);
            float[] gradients = Values($"gradients.{name}");
            float[] after = Values($"updated.{name}");
            for (int i = 0; i < before.Length; i++)
                Assert.Equal(before[i] - 1e-3 * gradients[i] / (Math.Abs(gradients[i]) + 1e-8), after[i], 1e-7);
        }

        float[] Values(string name) => file.Tensors[name].Values.ToArray();
    }

    [Fact]
    public void Gradients_of_a_step_tell_how_the_loss_changes()
    {
        const float Length = 1e-4f;
        const int Batch = 7;
        using TemporaryFolder folder = new();
        Assert.Equal(0, Shell.Run("step", "ResMLP", "--seed", "2", "--batch", $"{Batch}", "--out", folder.File("step")).ExitCode);
        SafetensorsFile file = SafetensorsFile.Load(folder.File("step"));

        double squaredNorm = file.Tensors.Where(static tensor => tensor.Key.StartsWith("gradients.", StringComparison.Ordinal))
            .Sum(static tensor => tensor.Value.Values.ToArray().Sum(static value => (double)value * value));
        Assert.Equal(squaredNorm, (LossAt(Length) - LossAt(-Length)) / (2 * Length), 0.01 * squaredNorm);

        float LossAt(float length)
        {
            ResMLP network = new();
            foreach (Parameter parameter in network.Parameters)
            {
                float[] gradients = file.Tensors[$"gradients.{parameter.Name}"].Values.ToArray();
                parameter.CopyFrom(
                    [
                        .. file.Tensors[$"parameters.{parameter.Name}"].Values.ToArray()
                            .Zip(gradients, (value, gradient) => value + length * gradient),
                    ]);
            }

            return network.CreateTrainer(new Adam(), Loss.MeanSquaredError, Batch)
                .Evaluate(file.Tensors["input"].Values, file.Tensors["target"].Values);
        }
    }

    [Fact]
    public void Step_takes_every_network_that_the_experiments_train()
    {
        using TemporaryFolder folder = new();
        foreach (NetworkInfo network in new DistantIdentityExperiment().Networks.Except(DepthLadder.Networks))
            Assert.Equal(0, Shell.Run("step", network.Name, "--batch", "1", "--out", folder.File(network.Name)).ExitCode);
    }

    [Fact]
    public void Same_seed_gives_the_same_file_and_another_seed_another()
    {
        using TemporaryFolder folder = new();
        foreach ((string name, string seed) in (ReadOnlySpan<(string, string)>)[("a", "1"), ("b", "1"), ("c", "2")])
            Assert.Equal(0, Shell.Run("step", "ResMLP", "--seed", seed, "--batch", "2", "--out", folder.File(name)).ExitCode);

        Assert.Equal(File.ReadAllBytes(folder.File("a")), File.ReadAllBytes(folder.File("b")));
        Assert.NotEqual(File.ReadAllBytes(folder.File("a")), File.ReadAllBytes(folder.File("c")));
    }

    [Theory]
    [InlineData(
        "step expects one of PlainMLP, ResMLP, RawPlainMLP, RawResMLP, ScaledBranchResMLP, SmallPlainMLP, SmallResMLP; got 'WideMLP'.",
        "WideMLP")]
    [InlineData("--loss expects one of mse; got 'mae'.", "ResMLP", "--loss", "mae")]
    [InlineData("--batch expects a whole number from 1 to 1000; got '0'.", "ResMLP", "--batch", "0")]
    [InlineData("--seed expects a whole number from 0 to 1000000; got 'x'.", "ResMLP", "--seed", "x")]
    public void Bad_argument_is_refused_with_what_was_expected_and_what_came(string message, params string[] arguments)
    {
        Shell.Outcome outcome = Shell.Run(["step", .. arguments]);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_cannot_be_written_is_refused_with_its_name()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("missing/step");
        Shell.Outcome outcome = Shell.Run("step", "ResMLP", "--batch", "1", "--out", path);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"--out expects a file that can be written; got '{path}'", outcome.Error, StringComparison.Ordinal);
        Assert.Contains($"There is no folder {folder.File("missing")}.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Whatever_a_step_is_written_to_the_content_is_whole_or_nothing_has_changed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix alone has modes, owners and pipes.");
        FileTargetFuzz.Run(Enumerable.Range(2000, 40), static path =>
        {
            Shell.Outcome outcome = Shell.Run("step", "SmallResMLP", "--batch", "1", "--out", path);
            if (outcome.ExitCode != 0)
                throw new IOException(outcome.Error);
        });
    }
}
