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

    /// <summary>What it makes of one example.</summary>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="path">What the layer's parameters are named after, such as <c>3.17.1</c>.</param>
    /// <param name="x">The example.</param>
    public abstract Tensor Compute(DrawnParameters parameters, string path, Tensor x);
}

/// <summary><c>y = x Wᵀ + b</c>.</summary>
internal sealed record DrawnLinear(int Outputs, bool Bias, string Arguments) : DrawnLayer
{
    public override string Text => $"Linear({Outputs}{(Bias ? "" : ", Bias = false")}{Arguments})";

    public override Shape? Follow(Shape input, Survey survey)
    {
        // A weight of one number with a length of its own is a sign.
        if (DrawnWeight.IsNormed(Arguments) && input.Width == 1)
            return null;
        survey.Count(weights: input.Width * Outputs, input.Positions);
        return input.WithWidth(Outputs);
    }

    public override Tensor Compute(DrawnParameters parameters, string path, Tensor x)
    {
        double[] weight = DrawnWeight.Of(parameters, path, Arguments);
        Tensor product = x.Map(row => Vectors.Apply(weight, row));
        return Bias ? product.Map(row => Vectors.Add(row, parameters[path + ".bias"])) : product;
    }
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
        return Growth * input.Width <= ArchitectureDraw.MaxWidth ? input.WithWidth(Growth * input.Width) : null;
    }

    public override Tensor Compute(DrawnParameters parameters, string path, Tensor x) =>
        x.Map(row => Formula(name => parameters[$"{path}.{name}"], row));
}

/// <summary>What becomes of an example as a whole.</summary>
/// <param name="parameter">Gives a parameter of the layer by its name.</param>
/// <param name="x">The example.</param>
internal delegate Tensor ExampleFormula(Func<string, double[]> parameter, Tensor x);

/// <summary>A layer that mixes the positions of an example.</summary>
/// <param name="Text">Its attribute.</param>
/// <param name="Reshape">The shape that goes out for one that comes in, or null where that would be a mistake.</param>
/// <param name="Formula">What it computes.</param>
internal sealed record DrawnExampleFormula(string Text, Func<Shape, Shape?> Reshape, ExampleFormula Formula) : DrawnLayer
{
    public override string Text { get; } = Text;

    public override Shape? Follow(Shape input, Survey survey)
    {
        survey.Count();
        return Reshape(input) is { } output && output.Width <= ArchitectureDraw.MaxWidth ? output : null;
    }

    public override Tensor Compute(DrawnParameters parameters, string path, Tensor x) =>
        Formula(name => parameters[$"{path}.{name}"], x);
}
