using System.Diagnostics;

namespace NetGen.Onnx.Tests;

/// <summary>What the checker of the format itself says, where Debian's python3-onnx is there.</summary>
public sealed class CheckerTests
{
    private const string Python = "/usr/bin/python3";

    // One process for all: most of its time goes into imports.
    private const string Check = """
        import glob, onnx, sys
        for path in sorted(glob.glob(sys.argv[1] + "/*.onnx")):
            try:
                onnx.checker.check_model(path, full_check=True)
            except Exception as error:
                print(path, error)
        """;

    [Fact]
    public async Task Checker_of_the_format_finds_nothing()
    {
        Assert.SkipUnless(File.Exists(Python) && (await Run("import onnx")).ExitCode == 0, "python3-onnx is not there.");
        using TemporaryFolder folder = new();
        string[] titles = [.. DeclaredNetworks.All.Keys];
        for (int i = 0; i < titles.Length; i++)
            DeclaredNetworks.Save(titles[i], folder.File($"{i:00} {titles[i].Replace('.', ' ')}.onnx"));

        (int exitCode, string output) = await Run(Check, folder.Path);

        Assert.Equal((0, ""), (exitCode, output));
    }

    private static async Task<(int ExitCode, string Output)> Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Python, ["-c", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }
}
