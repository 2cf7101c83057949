using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen;

/// <summary>
/// Says on standard error why a network is slow, where the user would not see it otherwise: once in a process for each cause.
/// The switch <c>NetGen.SlowCodeNotes</c> of <see cref="AppContext"/>, set to false, silences it.
/// </summary>
internal static class SlowCode
{
    private static readonly HashSet<string> told = [];

    /// <summary>
    /// Writes a note, unless it was written before. A note is not worth an exception: what the writer throws is swallowed.
    /// </summary>
    public static void Tell(string note, TextWriter writer)
    {
        if (AppContext.TryGetSwitch("NetGen.SlowCodeNotes", out bool wanted) && !wanted)
            return;

        lock (told)
        {
            if (!told.Add(note))
                return;
        }

        try
        {
            writer.WriteLine(note);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
        }
    }

    /// <summary>
    /// A note where the assembly asks the just-in-time compiler not to optimise. A compiler ahead of time does not heed that.
    /// </summary>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2045", Justification = "Where the attribute is trimmed away, the compiler that would heed it sees none either.")]
    public static string? Unoptimized(Assembly assembly) =>
        IsCompiledJustInTime && assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true }
            ? $"NetGen: {assembly.GetName().Name} is compiled without optimisation, so its networks run more than 10 times slower. "
                + "Set <Optimize>true</Optimize> in its project, or #:property Optimize=true in a file-based app; "
                + "it works in a Debug build too."
            : null;

    /// <summary>A note where fused multiply-adds are not an instruction. A browser has none: nothing can be done there.</summary>
    public static string? Unfused(bool fusedMultiplyAdd) =>
        fusedMultiplyAdd || OperatingSystem.IsBrowser()
            ? null
            : "NetGen: this process has no fused multiply-add instruction (FMA on x64), so every product is made of doubles, "
                + "more than fifty times slower. "
                + "If the processor has one, code compiled ahead of time wants <IlcInstructionSet>x86-64-v3</IlcInstructionSet>.";

    // RuntimeFeature.IsDynamicCodeCompiled does not tell them apart: where PublishAot is set, as in every file-based app, it is false in a
    // build that was never published too. In a browser there is an interpreter, which does not heed it either.
    private static bool IsCompiledJustInTime => JitInfo.GetCompiledMethodCount() > 0 && !OperatingSystem.IsBrowser();

    public static bool HasFusedMultiplyAdd => Fma.IsSupported || AdvSimd.IsSupported;
}

/// <summary>The notes that concern one network.</summary>
internal static class SlowCode<TNetwork>
    where TNetwork : class, INetwork
{
    static SlowCode()
    {
        if (SlowCode.Unoptimized(typeof(TNetwork).Assembly) is { } unoptimized)
            SlowCode.Tell(unoptimized, Console.Error);
        if (SlowCode.Unfused(SlowCode.HasFusedMultiplyAdd) is { } unfused)
            SlowCode.Tell(unfused, Console.Error);
    }

    /// <summary>Runs the type's initialiser, which tells; later calls are free.</summary>
    public static void TellOnce()
    {
    }
}
