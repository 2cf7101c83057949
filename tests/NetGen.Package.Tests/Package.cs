using System.IO.Compression;
using System.Xml.Linq;

namespace NetGen.Package.Tests;

/// <summary>The package as it was packed when this project was built.</summary>
internal static class Package
{
    public static string File { get; } = Assert.Single(Directory.GetFiles(System.IO.Path.Join(AppContext.BaseDirectory, "package")));

    /// <summary>Its identity and version, as in messages about it.</summary>
    public static string Name => $"NetGen {Manifest()["version"].Single().Value}";

    /// <summary>The files in it, without those that the container itself is made of.</summary>
    public static IEnumerable<string> Files()
    {
        using ZipArchive package = ZipFile.OpenRead(File);
        return
        [
            .. package.Entries.Select(static entry => entry.FullName)
                .Where(static name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal)
                    && !name.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>What it says of itself: its elements by name.</summary>
    public static ILookup<string, XElement> Manifest()
    {
        using ZipArchive package = ZipFile.OpenRead(File);
        using Stream manifest = package.GetEntry("NetGen.nuspec")!.Open();
        return XDocument.Load(manifest).Descendants().ToLookup(static element => element.Name.LocalName);
    }
}
