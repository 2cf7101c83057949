namespace NetGen.Generator.Tests;

/// <summary>A kind of layer that can be drawn.</summary>
/// <param name="Name">Its attribute.</param>
/// <param name="Share">How often it is drawn, beside the others.</param>
/// <param name="Draw">Draws one for inputs of a shape. Where it does not fit there after all, another is drawn.</param>
internal sealed record LayerKind(string Name, int Share, Func<ArchitectureDraw, Shape, DrawnLayer> Draw)
{
    /// <summary>Every layer of the language has its row.</summary>
    public static IReadOnlyList<LayerKind> All { get; } =
    [
        new("Linear", 20, static (draw, _) => new DrawnLinear(draw.Width(), draw.Chance(0.8), draw.Weight())),
        new("Conv2d", 20, static (draw, _) => draw.Convolution()) { NeedsImage = true },
        Activation("ReLU", 5, "ReLU"),
        Activation("Tanh", 5, "Tanh"),
        Activation("Sigmoid", 5, "Sigmoid"),
        Activation("Gelu", 5, "GELU"),
        Activation("GeluTanh", 5, "GELUTanh"),
        Activation("SiLU", 5, "SiLU"),
        Activation("SquaredReLU", 5, "SquaredReLU"),
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
        new(
            "NCReLU", 2,
            static (_, _) => new DrawnFormula(
                "NCReLU", static (_, x) => [.. Leaky(0, x), .. x.Select(static z => Math.Min(0, z))], Growth: 2)),
        new("Identity", 1, static (_, _) => new DrawnFormula("Identity", static (_, x) => x)),
        new("Dropout", 2, static (draw, _) => new DrawnFormula($"Dropout({draw.Pick("0f", "0.1f", "0.5f")})", static (_, x) => x)),
        new("Scale", 2, static (draw, _) => Scale(draw.Factor(), learned: draw.Chance(0.6), perChannel: draw.Chance(0.5))),
        new("RmsNorm", 3, static (draw, _) => Norm("RmsNorm", draw, 1e-6f, Vectors.DivideByRootMeanSquare, hasBias: false)),
        new("LayerNorm", 3, static (draw, _) => Norm("LayerNorm", draw, 1e-5f, Vectors.Standardize, hasBias: true)),
        new("BatchNorm1d", 3, BatchNorm),
        new("BatchNorm2d", 3, BatchNorm),
        new("GroupNorm", 3, GroupNorm),
        new("MaxPool2d", 6, static (draw, _) => Pool("MaxPool2d", draw, PoolReference.Max)) { NeedsImage = true },
        new("AvgPool2d", 4, static (draw, _) => Pool("AvgPool2d", draw, PoolReference.Mean)) { NeedsImage = true },
        new("GlobalAvgPool", 6, static (_, _) => new DrawnExampleFormula(
            "GlobalAvgPool", static image => image.IsImage ? Shape.Example(image.Width) : null,
            static (_, x) => new Tensor(
                Shape.Example(x.Shape.Width), [.. Vectors.Scale(1.0 / x.Shape.Positions, x.Rows.Aggregate(Vectors.Add))])))
        {
            NeedsImage = true,
        },
        new("Flatten", 2, static (_, _) => new DrawnExampleFormula(
            "Flatten", static image => image.IsImage ? Shape.Example((int)image.Count) : null,
            static (_, x) => new Tensor(
                Shape.Example((int)x.Shape.Count), [.. Enumerable.Range(0, x.Shape.Width).SelectMany(c => x.Rows.Select(row => row[c]))])))
        {
            NeedsImage = true,
        },
        new("Embedding", 1, static (draw, _) => new DrawnEmbedding(1 + draw.Width() % 70)) { TakesTokens = true },
        new("PositionEmbedding", 4, DrawnSequences.Positions) { NeedsPositions = true },
        new("PatchEmbedding", 8, DrawnSequences.Patches) { NeedsImage = true },
        new("SelfAttention", 14, DrawnSequences.Attention) { NeedsPositions = true },
        new("ClassToken", 3, static (draw, _) => DrawnSequences.ClassToken()) { NeedsPositions = true },
        new("FirstToken", 2, static (draw, _) => DrawnSequences.FirstToken()) { NeedsPositions = true },
        new("MeanPool", 2, static (draw, _) => DrawnSequences.MeanPool()) { NeedsPositions = true },
        new("SwiGLU", 3, static (draw, _) => DrawnSequences.Gate()),
        new("Use", 6, static (draw, input) => new DrawnUse(draw.Place(input), draw.Shortcut())),
        new("Repeat", 8, static (draw, input) => new DrawnRepeat(draw.Place(input), draw.Count(), draw.Shortcut())),
        new("Parallel", 5, static (draw, input) => new DrawnParallel(draw.Block(input), draw.Block(input), draw.Shortcut())),
    ];

    /// <summary>Whether it is an activation of each element.</summary>
    public bool IsActivation => Name
        is "ReLU" or "Tanh" or "Sigmoid" or "Gelu" or "GeluTanh" or "SiLU" or "SquaredReLU" or "LeakyReLU" or "PReLU";

    /// <summary>Whether it needs images.</summary>
    public bool NeedsImage { get; init; }

    /// <summary>Whether it needs several positions: an image or a sequence.</summary>
    public bool NeedsPositions { get; init; }

    /// <summary>Whether it takes tokens, and nothing else.</summary>
    public bool TakesTokens { get; init; }

    /// <summary>Whether it needs blocks.</summary>
    public bool PlacesBlocks => Name is "Use" or "Repeat" or "Parallel";

    private static LayerKind Activation(string name, int share, string function) =>
        new(name, share, (_, _) => new DrawnFormula(name, (_, x) => [.. x.Select(z => ActivationReference.Value(function, z))]));

    private static double[] Leaky(double slope, double[] x) => [.. x.Select(z => z > 0 ? z : slope * z)];

    private static VectorFormula Leaky(float slope) => (_, x) => Leaky(slope, x);

    private static DrawnFormula Scale(float factor, bool learned, bool perChannel) => (learned, perChannel) switch
    {
        (true, true) => new(
            $"Scale({Numbers.Literal(factor)}, Learned = true, PerChannel = true)",
            static (parameter, x) => Vectors.Multiply(parameter("weight"), x)),
        (true, false) =>
            new($"Scale({Numbers.Literal(factor)}, Learned = true)", static (parameter, x) => Vectors.Scale(parameter("weight")[0], x)),
        _ => new($"Scale({Numbers.Literal(factor)})", (_, x) => Vectors.Scale(factor, x)),
    };

    // The one that fits, and what it is to a vector in a prediction, which is by itself.
    private static DrawnExampleFormula BatchNorm(ArchitectureDraw draw, Shape input)
    {
        string name = input.IsImage ? "BatchNorm2d" : "BatchNorm1d";
        bool affine = draw.Chance(0.7);
        float epsilon = draw.Chance(0.7) ? 1e-5f : 0.01f;
        string arguments = string.Join(", ", new[]
        {
            affine ? "" : "Affine = false", epsilon == 1e-5f ? "" : $"Epsilon = {Numbers.Literal(epsilon)}",
            draw.Pick("", "", "Momentum = 0f", "Momentum = 0.25f", "Momentum = 1f"),
        }.Where(static argument => argument.Length > 0));
        return new DrawnExampleFormula(
            arguments.Length == 0 ? name : $"{name}({arguments})", shape => shape.IsImage == input.IsImage ? shape : null,
            (parameter, x) => x.Map(row => Normalized(parameter, row)));

        double[] Normalized(Func<string, double[]> parameter, double[] row)
        {
            double[] deviations = [.. parameter("running_var").Select(variance => Math.Sqrt(variance + epsilon))];
            double[] y = [.. row.Zip(parameter("running_mean"), static (x, mean) => x - mean).Zip(deviations, static (x, d) => x / d)];
            return affine ? Vectors.Add(Vectors.Multiply(parameter("weight"), y), parameter("bias")) : y;
        }
    }

    private static DrawnExampleFormula Pool(string name, ArchitectureDraw draw, Func<PoolWindow, int, double[], double[]> formula)
    {
        int kernel = draw.Pick(1, 2, 2, 2, 3, 3, 4, 5, 7);
        int stride = draw.Chance(0.6) ? kernel : draw.Pick(1, 2, 3);
        int padding = draw.Chance(0.6) ? 0 : draw.Pick(0, kernel / 2);
        string arguments = string.Join(", ", new[]
        {
            kernel == 2 ? "" : $"Kernel = {kernel}", stride == kernel ? "" : $"Stride = {stride}",
            padding == 0 ? "" : $"Padding = {padding}",
        }.Where(static argument => argument.Length > 0));
        return new DrawnExampleFormula(
            arguments.Length == 0 ? name : $"{name}({arguments})",
            image => image.IsImage && Fits(image.Dimensions[0], image.Dimensions[1]) ? Pooled(image) : null,
            (_, x) => new Tensor(Pooled(x.Shape), formula(Window(x.Shape), x.Shape.Width, x.Elements)));

        bool Fits(int height, int width) =>
            kernel <= Math.Min(height, width) + 2 * padding && stride <= Math.Max(height, width) + 2 * padding;
        PoolWindow Window(Shape image) => new(image.Dimensions[0], image.Dimensions[1], kernel, stride, padding);
        Shape Pooled(Shape image) => Shape.Example(Places(image.Dimensions[0]), Places(image.Dimensions[1]), image.Width);
        int Places(int side) => (side + 2 * padding - kernel) / stride + 1;
    }

    private static DrawnExampleFormula GroupNorm(ArchitectureDraw draw, Shape input)
    {
        int groups = draw.Pick([.. Enumerable.Range(1, input.Width).Where(count => input.Width % count == 0)]);
        (bool gain, bool bias) = (draw.Chance(0.7), draw.Chance(0.7));
        string arguments = (gain ? "" : ", Gain = false") + (bias ? "" : ", Bias = false");
        string text = $"GroupNorm({groups}{arguments})";
        return new DrawnExampleFormula(text, Grouped, (parameter, x) =>
        {
            Tensor y = x with { Elements = GroupNormReference.Normalize(x.Elements, x.Shape.Positions, groups, 1e-5f) };
            y = gain ? y.Map(row => Vectors.Multiply(parameter("weight"), row)) : y;
            return bias ? y.Map(row => Vectors.Add(row, parameter("bias"))) : y;
        });

        // A group of a single number becomes zero.
        Shape? Grouped(Shape shape) => shape.Width % groups == 0 && shape.Count > groups ? shape : null;
    }

    // A single number becomes a constant or a sign: what gradients are left behind it is rounding.
    private static DrawnExampleFormula Norm(
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
        string text = arguments.Length == 0 ? name : $"{name}({arguments})";
        return new DrawnExampleFormula(text, static shape => shape.Width > 1 ? shape : null, (parameter, x) => x.Map(row =>
        {
            double[] y = normalize(row, epsilon);
            y = gain ? Vectors.Multiply(parameter("weight"), y) : y;
            return bias ? Vectors.Add(y, parameter("bias")) : y;
        }));
    }
}
