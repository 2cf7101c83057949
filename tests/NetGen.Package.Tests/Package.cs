using System.IO.Compression;
using System.Xml.Linq;

namespace NetGen.Package.Tests;

/// <summary>A package as it was packed when this project was built.</summary>
internal sealed class Package
{
    private readonly string id;

    private Package(string id) => this.id = id;

    /// <summary>Where all packages lie.</summary>
    public static string Folder { get; } = Path.Join(AppContext.BaseDirectory, "package");

    public static Package NetGen { get; } = new("NetGen");

    public static Package Data { get; } = new("NetGen.Data");

    public static Package Onnx { get; } = new("NetGen.Onnx");

    public static Package Plotting { get; } = new("NetGen.Plotting");

    public static Package Templates { get; } = new("NetGen.Templates");

    public static IReadOnlyList<Package> All { get; } = [NetGen, Data, Onnx, Plotting, Templates];

    public string FilePath => Assert.Single(
        Directory.GetFiles(Folder, "*.nupkg"),
        path => Path.GetFileName(path) is var name
            && name.StartsWith($"{id}.", StringComparison.Ordinal) && char.IsAsciiDigit(name[id.Length + 1]));

    /// <summary>The package of its symbols beside it.</summary>
    public string SymbolsPath => Path.ChangeExtension(FilePath, ".snupkg");

    /// <summary>Its identity and version, as in messages about it.</summary>
    public string Name => $"{id} {Manifest()["version"].Single().Value}";

    /// <summary>The files in it, without those that the container itself is made of.</summary>
    public IEnumerable<string> Files() => FilesOf(FilePath);

    public IEnumerable<string> Symbols() => FilesOf(SymbolsPath);

    /// <summary>What it says of itself: its elements by name.</summary>
    public ILookup<string, XElement> Manifest()
    {
        using ZipArchive package = ZipFile.OpenRead(FilePath);
        using Stream manifest = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(manifest).Descendants().ToLookup(static element => element.Name.LocalName);
    }

    public override string ToString() => id;

    private static IEnumerable<string> FilesOf(string path)
    {
        using ZipArchive package = ZipFile.OpenRead(path);
        return
        [
            .. package.Entries.Select(static entry => entry.FullName)
                .Where(static name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal)
                    && !name.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }
}
