namespace NetGen.Compare.Works;

/// <summary>Works that share a table.</summary>
/// <param name="Name">What is typed to choose them.</param>
/// <param name="Title">The heading of the table.</param>
internal sealed record WorkGroup(string Name, string Title)
{
    public static WorkGroup Training { get; } = new("training", "A training step");

    public static WorkGroup Images { get; } = new("images", "A training step on images");

    public static WorkGroup Sequences { get; } = new("sequences", "A training step on sequences");

    public static WorkGroup Prediction { get; } = new("prediction", "A prediction");

    public static WorkGroup Product { get; } = new("product", "A matrix product");
}
