namespace NetGen.Package.Tests;

public sealed class PackageTests
{
    public static TheoryData<string> Packages => [.. Package.All.Select(static package => package.ToString())];

    [Fact]
    public void The_package_holds_runtime_compiler_code_fixes_and_targets_and_nothing_else() => Assert.Equal(
        [
            "LICENSE",
            "NetGen.nuspec",
            "README.md",
            "analyzers/dotnet/cs/NetGen.CodeFixes.dll",
            "analyzers/dotnet/cs/NetGen.Generator.dll",
            "buildTransitive/net10.0/NetGen.targets",
            "lib/net10.0/NetGen.Runtime.dll",
            "lib/net10.0/NetGen.Runtime.xml",
        ],
        Package.NetGen.Files());

    [Fact]
    public void The_package_of_templates_holds_files_alone() => Assert.Equal(
        [
            "LICENSE",
            "NetGen.Templates.nuspec",
            "README.md",
            "content/netgen/.template.config/dotnetcli.host.json",
            "content/netgen/.template.config/template.json",
            "content/netgen/NetGenApp.csproj",
            "content/netgen/Program.cs",
            "content/netgen/Spirals.cs",
        ],
        Package.Templates.Files());

    [Fact]
    public void Tensors_are_the_only_dependency() =>
        Assert.Equal("System.Numerics.Tensors", Assert.Single(Package.NetGen.Manifest()["dependency"]).Attribute("id")?.Value);

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_package_says_what_it_is_and_brings_its_licence_and_a_page_to_read(string id)
    {
        Package package = Package.All.Single(package => package.ToString() == id);

        Assert.Equal(id, Assert.Single(package.Manifest()["id"]).Value);
        Assert.StartsWith("MIT", Assert.Single(package.Manifest()["license"]).Value, StringComparison.Ordinal);
        Assert.Equal("README.md", Assert.Single(package.Manifest()["readme"]).Value);
        Assert.NotEmpty(Assert.Single(package.Manifest()["description"]).Value);
        Assert.Contains("README.md", package.Files());
        Assert.Contains("LICENSE", package.Files());
    }

    [Theory]
    [InlineData("NetGen", "lib/net10.0/NetGen.Runtime.pdb")]
    [InlineData("NetGen.Data", "lib/net10.0/NetGen.Data.pdb")]
    [InlineData("NetGen.Onnx", "lib/net10.0/NetGen.Onnx.pdb")]
    [InlineData("NetGen.Plotting", "lib/net10.0/NetGen.Plotting.pdb")]
    public void Symbols_lie_in_a_package_beside(string id, string symbols) =>
        Assert.Contains(symbols, Package.All.Single(package => package.ToString() == id).Symbols());
}
