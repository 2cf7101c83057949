using System.Reflection;

namespace NetGen.Package.Tests;

/// <summary>What the build of this project knows of its folders.</summary>
internal static class BuildSetting
{
    /// <summary>Where the package's one dependency lies already, so that the tests need no network.</summary>
    public static string PackageCache { get; } = Find("PackageCache");

    /// <summary>Where the projects lie that the package is made of.</summary>
    public static string Sources { get; } = Find("Sources");

    private static string Find(string key) =>
        typeof(BuildSetting).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
