namespace NetGen.Experiments.Images;

/// <summary>What the public benchmarks of Fashion-MNIST list for networks of a kind, at the end of their training.</summary>
/// <param name="Network">The kind.</param>
/// <param name="Short">A few words for it, with its number.</param>
/// <param name="Least">The lowest accuracy on test images.</param>
/// <param name="Most">The highest one.</param>
internal sealed record Benchmark(string Network, string Short, double Least, double Most)
{
    /// <summary>After so many epochs, trainings count as whole ones.</summary>
    public const int Epochs = 10;

    public static Benchmark Plain { get; } = new("Two convolutions", "0.916: two convolutions", 0.916, 0.925);

    public static Benchmark BatchNorm { get; } = new("Three convolutions with batch norm", "0.903: batch norm", 0.903, 0.927);

    public static IReadOnlyList<Benchmark> All { get; } = [Plain, BatchNorm];
}
