using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(NetGen.Generator.Tests.SlowFirst))]

namespace NetGen.Generator.Tests;

/// <summary>Classes of slow tests start first: the last to start would be waited for alone.</summary>
public sealed class SlowFirst : ITestCollectionOrderer
{
    private static readonly string[] Slow =
    [
        .. typeof(SlowFirst).Assembly.GetTypes()
            .Where(static type => type.GetCustomAttributes<TraitAttribute>().Any(static trait => trait is { Name: "Speed", Value: "Slow" }))
            .Select(static type => type.FullName!),
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(static collection => Slow.Any(collection.TestCollectionDisplayName.Contains))];
}
