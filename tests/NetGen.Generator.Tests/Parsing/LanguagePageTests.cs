namespace NetGen.Generator.Tests;

public sealed class LanguagePageTests
{
    [Fact]
    public void Every_layer_has_its_row()
    {
        IEnumerable<string> layers = typeof(LayerAttribute).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
            .Select(static type => type.Name.Split('`')[0].Replace("Attribute", "", StringComparison.Ordinal));

        Assert.All(layers, static layer => Assert.Matches($@"\n\| `{layer}[`(<]", Repository.Read("docs/language.md")));
    }
}
