namespace NetGen.Package.Tests;

public sealed class PackageTests
{
    [Fact]
    public void The_package_holds_runtime_compiler_code_fixes_and_targets_and_nothing_else() => Assert.Equal(
        [
            "NetGen.nuspec",
            "README.md",
            "analyzers/dotnet/cs/NetGen.CodeFixes.dll",
            "analyzers/dotnet/cs/NetGen.Generator.dll",
            "buildTransitive/net10.0/NetGen.targets",
            "lib/net10.0/NetGen.Runtime.dll",
            "lib/net10.0/NetGen.Runtime.xml",
        ],
        Package.Files());

    [Fact]
    public void Tensors_are_the_only_dependency() =>
        Assert.Equal("System.Numerics.Tensors", Assert.Single(Package.Manifest()["dependency"]).Attribute("id")?.Value);

    [Theory]
    [InlineData("id", "NetGen")]
    [InlineData("license", "MIT")]
    [InlineData("readme", "README.md")]
    public void The_manifest_says_what_it_is(string element, string value) =>
        Assert.Equal(value, Assert.Single(Package.Manifest()[element]).Value);
}
