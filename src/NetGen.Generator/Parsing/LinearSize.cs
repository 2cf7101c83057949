namespace NetGen.Generator.Parsing;

/// <summary>A Linear layer as numbers.</summary>
/// <param name="Inputs">The length of the vectors that come in.</param>
/// <param name="Outputs">The length of the vectors that go out.</param>
/// <param name="Bias">Whether there is a bias.</param>
/// <param name="Count">How many equal ones it stands for.</param>
internal readonly record struct LinearSize(int Inputs, int Outputs, bool Bias, int Count)
{
    /// <summary>Floats of other parameters than a weight and its bias.</summary>
    public decimal Others { get; init; }

    /// <summary>How many matrices of outputs by inputs its weight has.</summary>
    public int Taps { get; init; } = 1;

    /// <summary>How many vectors of an example it makes.</summary>
    public int Positions { get; init; } = 1;

    /// <summary>How many floats an example keeps of it for the backward pass, beside its outputs.</summary>
    public decimal Kept { get; init; }

    /// <summary>How many floats its passes work in, beside a panel of a Linear's weights.</summary>
    public decimal Scratch { get; init; }
}
