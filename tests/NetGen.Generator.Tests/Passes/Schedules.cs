namespace NetGen.Generator.Tests;

/// <summary>Networks after all passes but the last, and what their calls are called in a table.</summary>
internal static class Schedules
{
    /// <param name="network">The attributes of the network.</param>
    /// <param name="blocks">The declarations of blocks that it places.</param>
    public static ScheduledNetwork Of(string network, string blocks = "")
    {
        GeneratorRun run = GeneratorRun.Over($"using NetGen; {blocks}{network} public partial class Net;");
        Assert.Empty(run.Reported);
        return ScheduledNetwork.Of(run.Network, TestContext.Current.CancellationToken);
    }

    /// <summary>The name of the kernel, or of the routine of the runtime.</summary>
    public static string NameOf(Call call) => call switch
    {
        KernelCall { Kernel: var kernel } => kernel.Name,
        RoutineCall { Routine: var routine } => routine.Routine,
        _ => throw new InvalidOperationException($"{call} is neither a kernel's nor a routine's."),
    };
}
