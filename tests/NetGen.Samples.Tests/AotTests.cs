using NetGen.Experiments.Tests;

namespace NetGen.Samples.Tests;

[Trait("Speed", "Slow")]
public sealed class AotTests
{
    private static readonly string[] linkers = ["clang", "gcc"];

    [Fact]
    public async Task A_program_compiled_ahead_of_time_trains_and_saves_the_same_bits()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && linkers.Any(OnPath),
            "Code compiled ahead of time is tested on Linux, with the linker of clang or gcc.");
        using TemporaryFolder folder = new();
        await Sample.Make("publish", "Aot", "-o", folder.File("native"), "-p:CopyOutputSymbolsToPublishDirectory=false");

        Outcome native = await Sample.Execute(folder.File("native/Aot"), [folder.File("native.safetensors"), "50"]);
        Outcome justInTime = await Sample.Run("Aot", folder.File("jit.safetensors"), "50");

        Assert.Equal((0, "", 0, ""), (native.ExitCode, native.Error, justInTime.ExitCode, justInTime.Error));
        Assert.Contains("What was saved and loaded predicts the same.", native.Output, StringComparison.Ordinal);
        Assert.Equal(justInTime.Output.Split('\n')[0], native.Output.Split('\n')[0]);
        Assert.Equal(File.ReadAllBytes(folder.File("jit.safetensors")), File.ReadAllBytes(folder.File("native.safetensors")));
    }

    private static bool OnPath(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(place => File.Exists(Path.Join(place, program)));
}
