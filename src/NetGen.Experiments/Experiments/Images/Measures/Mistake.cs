namespace NetGen.Experiments.Images;

/// <summary>A test image that a network names wrong.</summary>
/// <param name="Index">Which one.</param>
/// <param name="Class">Its class.</param>
/// <param name="Predicted">The class that the network takes it for.</param>
/// <param name="Probability">How probable the network says that class is.</param>
/// <param name="OfClass">How probable it says the right one is.</param>
internal sealed record Mistake(int Index, int Class, int Predicted, double Probability, double OfClass)
{
    /// <summary>Its values, row by row, from 0 for black to 255.</summary>
    [JsonIgnore]
    public IReadOnlyList<byte> Pixels { get; init; } = [];
}
