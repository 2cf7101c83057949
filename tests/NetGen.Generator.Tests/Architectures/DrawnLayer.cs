namespace NetGen.Generator.Tests;

/// <summary>
/// A layer as it was drawn: how it is written, what it makes of shapes, and what it computes, by its definition and without the compiler.
/// </summary>
internal abstract record DrawnLayer
{
    /// <summary>Its attribute.</summary>
    public abstract string Text { get; }

    /// <summary>The blocks that it places.</summary>
    public virtual IEnumerable<DrawnBlock> Blocks => [];

    /// <summary>
    /// The shape that goes out where <paramref name="input"/> comes in, or null where the layer would be a mistake there.
    /// </summary>
    public abstract Shape? Follow(Shape input, Survey survey);

    /// <summary>What it makes of an example.</summary>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="path">What the layer's parameters are named after, such as <c>3.17.1</c>.</param>
    /// <param name="x">The example.</param>
    public abstract Rows Compute(DrawnParameters parameters, string path, Rows x);
}

/// <summary><c>y = x Wᵀ + b</c>.</summary>
internal sealed record DrawnLinear(int Outputs, bool Bias, string Arguments) : DrawnLayer
{
    public override string Text => $"Linear({Outputs}{(Bias ? "" : ", Bias = false")}{Arguments})";

    public override Shape? Follow(Shape input, Survey survey)
    {
        survey.Count(input.Width * Outputs, input.Positions);
        return input.WithWidth(Outputs);
    }

    public override Rows Compute(DrawnParameters parameters, string path, Rows x) => x.Each(row =>
    {
        double[] product = Vectors.Apply(parameters[path + ".weight"], row);
        return Bias ? Vectors.Add(product, parameters[path + ".bias"]) : product;
    });
}

/// <summary>What becomes of a vector.</summary>
/// <param name="parameter">Gives a parameter of the layer by its name.</param>
/// <param name="x">The vector.</param>
internal delegate double[] VectorFormula(Func<string, double[]> parameter, double[] x);

/// <summary>A layer that is no more than a formula.</summary>
/// <param name="Text">Its attribute.</param>
/// <param name="Formula">What it computes.</param>
/// <param name="Growth">How many times as long the vector is that goes out.</param>
internal sealed record DrawnFormula(string Text, VectorFormula Formula, int Growth = 1) : DrawnLayer
{
    public override string Text { get; } = Text;

    public override Shape? Follow(Shape input, Survey survey)
    {
        survey.Count();
        int outputs = Growth * input.Width;
        return outputs <= ArchitectureDraw.MaxWidth ? input.WithWidth(outputs) : null;
    }

    public override Rows Compute(DrawnParameters parameters, string path, Rows x) =>
        x.Each(row => Formula(name => parameters[$"{path}.{name}"], row));
}
