namespace NetGen.Generator.Tests;

/// <summary>A kind of layer that can be drawn.</summary>
/// <param name="Name">Its attribute.</param>
/// <param name="Share">How often it is drawn, beside the others.</param>
/// <param name="Draw">Draws one for examples of a shape. Where it does not fit there after all, another is drawn.</param>
internal sealed record LayerKind(string Name, int Share, Func<ArchitectureDraw, Shape, DrawnLayer> Draw)
{
    /// <summary>Every layer of the language has its row.</summary>
    public static IReadOnlyList<LayerKind> All { get; } =
    [
        new("Linear", 20, static (draw, _) => new DrawnLinear(draw.Width(), draw.Chance(0.8), draw.Start())),
        new("Conv2d", 20, static (draw, _) => draw.Convolution()),
        Activation("ReLU", 5, "ReLU"),
        Activation("Tanh", 5, "Tanh"),
        Activation("Sigmoid", 5, "Sigmoid"),
        Activation("Gelu", 5, "GELU"),
        Activation("GeluTanh", 5, "GELUTanh"),
        Activation("SiLU", 5, "SiLU"),
        new(
            "LeakyReLU", 5,
            static (draw, _) =>
                draw.Chance(0.5) ? new DrawnFormula("LeakyReLU", Leaky(0.01f)) : new DrawnFormula("LeakyReLU(-0.3f)", Leaky(-0.3f))),
        new(
            "PReLU", 5,
            static (draw, _) =>
                new DrawnFormula(
                    draw.Pick("PReLU", "PReLU(InitialSlope = 0.1f)"), static (parameter, x) => Leaky(parameter("weight")[0], x))),
        new(
            "CReLU", 2,
            static (_, _) => new DrawnFormula("CReLU", static (_, x) => [.. Leaky(0, x), .. Leaky(0, Vectors.Scale(-1, x))], Growth: 2)),
        new("Identity", 1, static (_, _) => new DrawnFormula("Identity", static (_, x) => x)),
        new("Dropout", 2, static (draw, _) => new DrawnFormula($"Dropout({draw.Pick("0f", "0.1f", "0.5f")})", static (_, x) => x)),
        new("Scale", 2, static (draw, _) => Scale(draw.Factor(), learned: draw.Chance(0.5))),
        new("RmsNorm", 3, static (draw, _) => Norm("RmsNorm", draw, 1e-6f, Vectors.DivideByRootMeanSquare, hasBias: false)),
        new("LayerNorm", 3, static (draw, _) => Norm("LayerNorm", draw, 1e-5f, Vectors.Standardize, hasBias: true)),
        new("BatchNorm1d", 3, BatchNorm),
        new("BatchNorm2d", 3, BatchNorm),
        new("Use", 6, static (draw, shape) => new DrawnUse(draw.Place(shape), draw.Shortcut())),
        new("Repeat", 8, static (draw, shape) => new DrawnRepeat(draw.Place(shape), draw.Count(), draw.Shortcut())),
        new("Parallel", 5, static (draw, shape) => new DrawnParallel(draw.Block(shape), draw.Block(shape), draw.Shortcut())),
    ];

    /// <summary>Whether it is an activation of each element.</summary>
    public bool IsActivation => Name is "ReLU" or "Tanh" or "Sigmoid" or "Gelu" or "GeluTanh" or "SiLU" or "LeakyReLU" or "PReLU";

    /// <summary>Whether it needs blocks.</summary>
    public bool PlacesBlocks => Name is "Use" or "Repeat" or "Parallel";

    private static LayerKind Activation(string name, int share, string function) =>
        new(name, share, (_, _) => new DrawnFormula(name, (_, x) => [.. x.Select(z => ActivationReference.Value(function, z))]));

    private static double[] Leaky(double slope, double[] x) => [.. x.Select(z => z > 0 ? z : slope * z)];

    private static VectorFormula Leaky(float slope) => (_, x) => Leaky(slope, x);

    private static DrawnFormula Scale(float factor, bool learned) => learned
        ? new($"Scale({Numbers.Literal(factor)}, Learned = true)", static (parameter, x) => Vectors.Scale(parameter("weight")[0], x))
        : new($"Scale({Numbers.Literal(factor)})", (_, x) => Vectors.Scale(factor, x));

    // The one that fits, and what it is to a vector in a prediction, which is by itself.
    private static DrawnFormula BatchNorm(ArchitectureDraw draw, Shape shape)
    {
        string name = shape.Dimensions.Count == 3 ? "BatchNorm2d" : "BatchNorm1d";
        bool affine = draw.Chance(0.7);
        float epsilon = draw.Chance(0.7) ? 1e-5f : 0.01f;
        string arguments = string.Join(", ", new[]
        {
            affine ? "" : "Affine = false", epsilon == 1e-5f ? "" : $"Epsilon = {Numbers.Literal(epsilon)}",
            draw.Pick("", "", "Momentum = 0f", "Momentum = 0.25f", "Momentum = 1f"),
        }.Where(static argument => argument.Length > 0));
        return new DrawnFormula(arguments.Length == 0 ? name : $"{name}({arguments})", (parameter, x) =>
        {
            double[] deviations = [.. parameter("running_var").Select(variance => Math.Sqrt(variance + epsilon))];
            double[] y = [.. x.Zip(parameter("running_mean"), static (x, mean) => x - mean).Zip(deviations, static (x, d) => x / d)];
            return affine ? Vectors.Add(Vectors.Multiply(parameter("weight"), y), parameter("bias")) : y;
        });
    }

    private static DrawnFormula Norm(
        string name, ArchitectureDraw draw, float defaultEpsilon, Func<double[], double, double[]> normalize, bool hasBias)
    {
        bool gain = draw.Chance(0.7);
        bool bias = hasBias && draw.Chance(0.7);
        float epsilon = draw.Chance(0.7) ? defaultEpsilon : 0.01f;
        string arguments = string.Join(", ", new[]
        {
            epsilon == defaultEpsilon ? "" : $"Epsilon = {Numbers.Literal(epsilon)}", gain ? "" : "Gain = false",
            bias || !hasBias ? "" : "Bias = false",
        }.Where(static argument => argument.Length > 0));
        return new DrawnFormula(arguments.Length == 0 ? name : $"{name}({arguments})", (parameter, x) =>
        {
            double[] y = normalize(x, epsilon);
            y = gain ? Vectors.Multiply(parameter("weight"), y) : y;
            return bias ? Vectors.Add(y, parameter("bias")) : y;
        });
    }
}
