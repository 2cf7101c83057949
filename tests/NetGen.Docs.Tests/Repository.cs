using System.Reflection;

namespace NetGen.Docs.Tests;

internal static class Repository
{
    public static string Folder { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static entry => entry.Key == "Repository").Value!;
}
