using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests;

/// <summary>What is said of files of weights that are not those of their network.</summary>
public sealed class WeightsTests : IDisposable
{
    private const string Network = "[Network(Input = 2), Linear(3), BatchNorm1d, Linear(1, Bias = false)]";

    private static readonly (string Name, string Type, int[] Shape)[] Tensors =
    [
        ("0.weight", "F32", [3, 2]), ("0.bias", "F32", [3]), ("1.weight", "F32", [3]), ("1.bias", "F32", [3]),
        ("1.running_mean", "F32", [3]), ("1.running_var", "F32", [3]), ("1.num_batches_tracked", "I64", []), ("2.weight", "F32", [1, 3]),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("netgen-weights-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_file_with_the_tensors_of_its_network_is_fine() => Assert.Empty(await Analyze(Tensors));

    [Theory]
    [InlineData("optimizer.state0.0.weight")]
    [InlineData("notes.mean")]
    public async Task What_an_optimizer_remembers_and_the_users_notes_are_left_aside(string name) =>
        Assert.Empty(await Analyze([.. Tensors, (name, "F32", [3, 2])]));

    [Theory]
    [InlineData("-0.bias", "there is no \"0.bias\"")]
    [InlineData("-0.bias -1.weight -1.bias -2.weight", "there is no \"0.bias\", \"1.weight\", \"1.bias\" and 1 more")]
    [InlineData("0.weight=F32:2,3", "tensor \"0.weight\": expected shape [3, 2] of Net, got [2, 3]")]
    [InlineData(
        "0.weight=F32:2,3 1.bias=F32:4",
        "tensor \"0.weight\": expected shape [3, 2] of Net, got [2, 3], and 1 more of another type or shape")]
    [InlineData("1.num_batches_tracked=F32:", "tensor \"1.num_batches_tracked\": expected dtype I64 of Net, got F32")]
    [InlineData("3.weight=F32:1 3.bias=F32:1", "expected no other tensors than those of Net, got \"3.bias\", \"3.weight\"")]
    public async Task Tensors_that_differ_are_one_error_that_names_the_first(string changes, string found)
    {
        Dictionary<string, (string Type, int[] Shape)> tensors =
            Tensors.ToDictionary(static tensor => tensor.Name, static tensor => (tensor.Type, tensor.Shape));
        foreach (string change in changes.Split(' '))
        {
            string[] parts = change.Split('=', ':');
            if (parts.Length == 1)
                tensors.Remove(change[1..]);
            else
                tensors[parts[0]] = (parts[1], [.. parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]);
        }

        Diagnostic error =
            Assert.Single(await Analyze([.. tensors.Select(static tensor => (tensor.Key, tensor.Value.Type, tensor.Value.Shape))]));

        Assert.Equal(DiagnosticDescriptors.WeightsDiffer, error.Descriptor);
        Assert.Matches(
            $"^Expected 'model.safetensors' to have the tensors of 'Net': (.*, but )?{Regex.Escape(found)}$", error.GetMessage(null));
    }

    [Theory]
    [InlineData("", "model.safetensors: expected a safetensors file, got one of 0 bytes")]
    [InlineData("PK and so on, for a zip file", "model.safetensors: expected a header of at most 20 bytes, got one of ")]
    [InlineData("\u0002\0\0\0\0\0\0\0[]", "model.safetensors: header: expected StartObject, got StartArray")]
    [InlineData("\u0002\0\0\0\0\0\0\0{}more", "model.safetensors: expected 0 bytes behind the header, for all tensors, got 4")]
    public async Task A_file_that_is_no_safetensors_file_is_an_error_that_says_why(string content, string message)
    {
        Diagnostic error = Assert.Single(await Analyze([.. content.Select(static character => (byte)character)]));

        Assert.Equal(DiagnosticDescriptors.WeightsUnreadable, error.Descriptor);
        Assert.StartsWith("Expected a safetensors file, found another: " + message, error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error() => Assert.Equal(
        "Expected a safetensors file, found none: 'model.safetensors' is an additional file of the project, and is not there",
        Assert.Single(await Analyze(Source, [Listed("model.safetensors")])).GetMessage(null));

    [Fact]
    public async Task A_folder_in_its_place_is_an_error()
    {
        Directory.CreateDirectory(Listed("model.safetensors").Path);

        Diagnostic error = Assert.Single(await Analyze(Source, [Listed("model.safetensors")]));

        Assert.Equal(DiagnosticDescriptors.WeightsUnreadable, error.Descriptor);
    }

    [Theory]
    [InlineData("Weights(«\"model.safetensors\"»)")]
    [InlineData("Weights(«path: \"model.safetensors\"»)")]
    [InlineData("NetGen.WeightsAttribute(«@\"model.safetensors\"»)")]
    public async Task The_error_is_at_the_path(string attribute)
    {
        MarkedSource marked = MarkedSource.Parse($"using NetGen; {Network} [{attribute}] public partial class Net;");

        Diagnostic error = Assert.Single(await Analyze(marked.Text, []));

        Assert.Equal(DiagnosticDescriptors.WeightsNotFound, error.Descriptor);
        Assert.Equal(new TextSpan(marked.Start, marked.Marked.Length), error.Location.SourceSpan);
    }

    [Theory]
    [InlineData(
        "", "found none of weights: <AdditionalFiles Include=\"model.safetensors\" /> in the project file adds it")]
    [InlineData(
        "b.safetensors a/mymodel.safetensors",
        "found only 'a/mymodel.safetensors', 'b.safetensors': "
            + "<AdditionalFiles Include=\"model.safetensors\" /> in the project file adds it")]
    [InlineData(
        "b/model.safetensors a/model.safetensors",
        "found 'a/model.safetensors', 'b/model.safetensors': more of its path tells it from the others")]
    public async Task A_path_that_is_not_that_of_one_file_is_an_error(string files, string message)
    {
        Diagnostic error = Assert.Single(await Analyze(
            Source, files.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Listed)));

        Assert.Equal("Expected one additional file 'model.safetensors', " + message, error.GetMessage(null));
    }

    [Theory]
    [InlineData("modle.safetensors")]
    [InlineData("")]
    public async Task A_path_that_is_not_that_of_the_file_with_the_tensors_is_told_its_name(string asked)
    {
        WeightsText[] listed = [Listed("model.safetensors"), Listed("other.safetensors")];
        await File.WriteAllBytesAsync(listed[0].Path, WeightsText.Content(Tensors), TestContext.Current.CancellationToken);

        Diagnostic error = Assert.Single(
            await Analyze($"using NetGen; {Network} [Weights(\"{asked}\")] public partial class Net;", listed));

        Assert.Equal(
            $"Expected one additional file '{asked}', found only 'model.safetensors', 'other.safetensors': "
                + "'model.safetensors' has the tensors of 'Net'",
            error.GetMessage(null));
    }

    [Fact]
    public async Task An_empty_path_is_told_what_a_path_is() => Assert.Equal(
        "Expected one additional file '', found none of weights: a path ends with the name of a file, such as 'model.safetensors'",
        Assert.Single(await Analyze($"using NetGen; {Network} [Weights(\"\")] public partial class Net;", [])).GetMessage(null));

    [Theory]
    [InlineData("model.safetensors", "a/model.safetensors")]
    [InlineData("a/model.safetensors", "a/model.safetensors b/model.safetensors model.safetensors")]
    [InlineData("a\\\\model.safetensors", "a/model.safetensors b/model.safetensors")]
    [InlineData("./model.safetensors", "model.safetensors old/model.safetensors")]
    [InlineData("../model.safetensors", "../model.safetensors model.safetensors")]
    public async Task The_end_of_a_path_tells_a_file_and_the_whole_path_does_so_before(string asked, string files)
    {
        WeightsText[] listed = [.. files.Split(' ').Select(Listed)];
        Directory.CreateDirectory(Path.Join(folder, "project", "a"));
        await File.WriteAllBytesAsync(listed[0].Path, WeightsText.Content(Tensors), TestContext.Current.CancellationToken);

        Assert.Empty(await Analyze($"using NetGen; {Network} [Weights(\"{asked}\")] public partial class Net;", listed));
    }

    [Fact]
    public async Task A_file_that_nothing_embeds_is_an_error()
    {
        string path = Path.Join(folder, "model.safetensors");
        await File.WriteAllBytesAsync(path, WeightsText.Content(Tensors), TestContext.Current.CancellationToken);

        Diagnostic error = Assert.Single(await Analyze(Source, [new WeightsText(path, resource: null)]));

        Assert.Equal(DiagnosticDescriptors.WeightsNotEmbedded, error.Descriptor);
    }

    [Theory]
    [InlineData("[Weights(\"model.safetensors\"), Network(Input = 2), Linear(0)]")]
    [InlineData("[Network(Input = 2), Linear(3), Weights]")]
    [InlineData("[Network(Input = 2), Linear(3), Weights(3)]")]
    [InlineData("[Network(Input = 2), Linear(3), Weights(]")]
    public async Task A_declaration_with_errors_is_left_to_them(string network)
    {
        string source = $"using NetGen; {network} public partial class Net;";
        Assert.NotEmpty(GeneratorRun.Over(source).Errors);

        Assert.Empty(await Analyze(source, []));
    }

    private static string Source => $"using NetGen; {Network} [Weights(\"model.safetensors\")] public partial class Net;";

    private Task<IEnumerable<Diagnostic>> Analyze((string Name, string Type, int[] Shape)[] tensors) =>
        Analyze(WeightsText.Content(tensors));

    private async Task<IEnumerable<Diagnostic>> Analyze(byte[] content)
    {
        WeightsText file = Listed("model.safetensors");
        await File.WriteAllBytesAsync(file.Path, content, TestContext.Current.CancellationToken);
        return await Analyze(Source, [file]);
    }

    private static async Task<IEnumerable<Diagnostic>> Analyze(string source, IEnumerable<WeightsText> files) =>
        await OpenFile.Analyze(GeneratorRun.OverWithWeights(files, source).Output, new WeightsAnalyzer(), files);

    /// <summary>A file as the build lists it, in a folder that is the project's.</summary>
    private WeightsText Listed(string name)
    {
        string project = Directory.CreateDirectory(Path.Join(folder, "project")).FullName;
        return new WeightsText(Path.GetFullPath(Path.Join(project, name)), name);
    }
}
