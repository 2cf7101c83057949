namespace NetGen.Generator.Tests;

/// <summary>Nothing of the language is left out of what is drawn.</summary>
public sealed class KindTests
{
    [Fact]
    public void Every_layer_has_its_row() => Assert.Equal(
        typeof(LayerAttribute).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
            .Select(static type => type.Name.Split('`')[0].Replace("Attribute", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        LayerKind.All.Select(static kind => kind.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kind_of_shortcut_has_its_row() =>
        Assert.Equal(Enum.GetNames<Shortcut>(), ShortcutRow.All.Select(static kind => kind.Name));

    [Fact]
    public void Every_layer_and_shortcut_is_drawn()
    {
        string all = string.Concat(UsualSeeds.All.Select(static seed => Architecture.Draw(seed).Source));

        Assert.All(LayerKind.All, kind => Assert.Matches($@"\b{kind.Name}\b", all));
        Assert.All(ShortcutRow.All.Skip(1), kind => Assert.Contains($"Shortcut.{kind.Name}", all, StringComparison.Ordinal));
        Assert.All(
            [
                "Shared", "Frozen", "Residual", "Projection", "ShortcutFactor", "StreamCount", "Learned", "PerChannel", "WeightNorm",
                "InitialGain",
            ],
            name => Assert.Contains($"{name} = ", all, StringComparison.Ordinal));
    }

    [Fact]
    public void A_seed_gives_the_same_network_each_time() => Assert.Equal(Architecture.Draw(17).Source, Architecture.Draw(17).Source);
}
