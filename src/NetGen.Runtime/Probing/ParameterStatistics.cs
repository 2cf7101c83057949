namespace NetGen;

/// <summary>
/// Statistics of a parameter in the last pass or step that was watched. Statistics of what was not seen yet are not a number.
/// </summary>
public sealed class ParameterStatistics
{
    internal ParameterStatistics(string name) => Name = name;

    /// <summary>The name of the parameter.</summary>
    public string Name { get; }

    /// <summary>The Frobenius norm <c>sqrt(Σ g²)</c> of the gradient of the loss with respect to the parameter.</summary>
    public double GradientNorm { get; internal set; } = double.NaN;

    /// <summary>Of the values before a step of the optimizer.</summary>
    public Moments Before { get; internal set; } = Moments.Unseen;

    /// <summary>Of what the step added.</summary>
    public Moments Update { get; internal set; } = Moments.Unseen;

    /// <summary>
    /// Update to data: <c>log10(std(update) / std(before))</c>. Around -3 is usual for a healthy learning rate. Infinite where all values
    /// were equal, as in a bias that starts at zero.
    /// </summary>
    public double UpdateToData => Math.Log10(Update.StandardDeviation / Before.StandardDeviation);
}
