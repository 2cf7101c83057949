namespace NetGen.Package.Tests;

/// <summary>Where a fresh project gets packages: NetGen's as they were packed, all others from the machine's cache.</summary>
internal static class PackageSources
{
    // A package cache is laid out as a source. It may hold a NetGen too, which is not the one to be tested.
    public static Task Write(string folder) => File.WriteAllTextAsync(
        Path.Join(folder, "NuGet.Config"),
        $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="packed" value="{Package.Folder}" />
            <add key="cache" value="{BuildSetting.PackageCache}" />
          </packageSources>
          <packageSourceMapping>
            <clear />
            <packageSource key="packed"><package pattern="NetGen" /><package pattern="NetGen.*" /></packageSource>
            <packageSource key="cache"><package pattern="*" /></packageSource>
          </packageSourceMapping>
        </configuration>
        """,
        TestContext.Current.CancellationToken);
}
