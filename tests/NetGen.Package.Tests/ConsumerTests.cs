using App;
using NetGen.Samples.Tests;

namespace NetGen.Package.Tests;

public sealed class ConsumerTests(Consumer consumer) : IClassFixture<Consumer>
{
    [Fact]
    public async Task A_program_gets_the_same_bits_from_the_package_as_from_the_projects()
    {
        string expected = Training.Run();

        Assert.StartsWith("better ", expected, StringComparison.Ordinal);
        Assert.Equal(expected, (await consumer.Run())[0]);
    }

    [Fact]
    public async Task A_program_predicts_with_the_weights_in_its_assembly_as_the_network_that_was_saved() =>
        Assert.Equal(Training.Predict(consumer.Weights), (await consumer.Run())[1]);

    [Fact]
    public async Task Its_other_packages_and_trainings_do_what_the_projects_do() =>
        Assert.Equal(Others.Run(), (await consumer.Run())[2]);

    [Fact]
    public void The_compiler_in_the_package_writes_the_network() =>
        Assert.Superset(new HashSet<string?> { "App.Network.g.cs", "App.Network.Trained.g.cs" }, consumer.GeneratedFiles().ToHashSet());

    [Theory]
    [InlineData("linux-x64", "x86-64-v3")]
    [InlineData("win-x64", "x86-64-v3")]
    [InlineData("linux-arm64", "")]
    public async Task Code_ahead_of_time_may_use_fused_multiply_add(string runtime, string instructionSet) =>
        Assert.Equal(instructionSet, await consumer.Property("IlcInstructionSet", runtime));

    [Fact]
    public async Task A_program_compiled_ahead_of_time_writes_what_it_writes_otherwise()
    {
        NativeLinker.Require();

        Assert.Equal(await consumer.Run(), await consumer.RunNative());
    }

    [Fact]
    public async Task An_instruction_set_of_the_users_own_stays() =>
        Assert.Equal("native", await consumer.Property("IlcInstructionSet", "linux-x64", ("IlcInstructionSet", "native")));

    [Fact]
    public async Task An_older_framework_is_refused_when_the_package_is_restored()
    {
        (int exitCode, string output) = await consumer.TryRestore("net9.0");

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"error NU1202: Package {Package.NetGen.Name} is not compatible with net9.0", output, StringComparison.Ordinal);
    }
}
