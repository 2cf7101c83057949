using NetGen.Experiments.Tests;

namespace NetGen.Samples.Tests;

[Trait("Speed", "Slow")]
public sealed class AotTests
{
    [Fact]
    public async Task A_program_compiled_ahead_of_time_trains_and_saves_the_same_bits()
    {
        NativeLinker.Require();
        using TemporaryFolder folder = new();
        await Sample.Make("publish", "Aot", "-o", folder.File("native"), "-p:CopyOutputSymbolsToPublishDirectory=false");

        Outcome native = await Sample.Execute(folder.File("native/Aot"), [folder.File("native.safetensors"), "50"]);
        Outcome justInTime = await Sample.Run("Aot", folder.File("jit.safetensors"), "50");

        Assert.Equal((0, "", 0, ""), (native.ExitCode, native.Error, justInTime.ExitCode, justInTime.Error));
        Assert.Contains("What was saved and loaded predicts the same.", native.Output, StringComparison.Ordinal);
        Assert.Equal(justInTime.Output.Split('\n')[0], native.Output.Split('\n')[0]);
        Assert.Equal(File.ReadAllBytes(folder.File("jit.safetensors")), File.ReadAllBytes(folder.File("native.safetensors")));
    }
}
