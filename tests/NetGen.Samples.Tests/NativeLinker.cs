namespace NetGen.Samples.Tests;

/// <summary>What code compiled ahead of time is linked with.</summary>
internal static class NativeLinker
{
    private static readonly string[] linkers = ["clang", "gcc"];

    /// <summary>Skips the test where there is none, or another one than tests know.</summary>
    public static void Require() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && linkers.Any(OnPath),
        "Code compiled ahead of time is tested on Linux, with the linker of clang or gcc.");

    private static bool OnPath(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(place => File.Exists(Path.Join(place, program)));
}
