namespace NetGen;

/// <summary>The losses that training can minimise.</summary>
public static class Loss
{
    /// <summary>The mean over rows and columns of the squared difference between output and target.</summary>
    public static MeanSquaredError MeanSquaredError => default;
}
