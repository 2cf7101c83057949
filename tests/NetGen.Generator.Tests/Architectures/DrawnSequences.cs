using System.Globalization;

namespace NetGen.Generator.Tests;

/// <summary>A vector for each token.</summary>
internal sealed record DrawnEmbedding(int Outputs) : DrawnLayer
{
    public override string Text => $"Embedding({Outputs})";

    public override Shape? Follow(Shape input, Survey survey)
    {
        survey.Count(input.Vocabulary * Outputs);
        return Shape.Example(input.Width, Outputs);
    }

    public override Tensor Compute(DrawnParameters parameters, string path, Tensor x)
    {
        double[][] vectors = [.. parameters[path + ".weight"].Chunk(Outputs)];
        return Tensor.Of(Shape.Example(x.Shape.Width, Outputs), [.. x.Elements.Select(token => vectors[(int)token])]) with
        {
            Length = x.Length,
        };
    }
}

/// <summary>A vector for each position, which is added.</summary>
/// <param name="Sine">Whether it is of sines and cosines.</param>
/// <param name="Positions">How many there are, where that is said.</param>
internal sealed record DrawnPositions(bool Sine, int? Positions) : DrawnLayer
{
    public override string Text => Sine ? "PositionEmbedding(Sine = true)"
        : Positions is int positions ? $"PositionEmbedding(Positions = {positions.ToString(CultureInfo.InvariantCulture)})"
        : "PositionEmbedding";

    public override Shape? Follow(Shape input, Survey survey)
    {
        survey.Count();
        return input.Dimensions.Count > 1 && (Positions is not int positions || input.Positions <= positions) ? input : null;
    }

    public override Tensor Compute(DrawnParameters parameters, string path, Tensor x) => Tensor.Of(
        x.Shape, [.. x.Rows.Select((row, position) => Vectors.Add(row, Vector(parameters, path, position, row.Length)))]) with
    {
        Length = x.Length,
    };

    private double[] Vector(DrawnParameters parameters, string path, int position, int width) => Sine
        ? [.. Enumerable.Range(0, width).Select(column => SequenceReference.Wave(position, column, width))]
        : parameters[path + ".weight"][(position * width)..((position + 1) * width)];
}

/// <summary>Attention among positions, with its projections.</summary>
internal sealed record DrawnAttention(int Heads, bool Causal, bool Bias, bool Joint, bool Rotary, string Arguments) : DrawnLayer
{
    public override string Text =>
        $"SelfAttention({Heads}{(Causal ? ", Causal = true" : "")}{(Bias ? "" : ", Bias = false")}{(Joint ? "" : ", Joint = false")}"
        + $"{(Rotary ? ", Rotary = true, RotaryBase = 100" : "")}{Arguments})";

    public override Shape? Follow(Shape input, Survey survey)
    {
        bool fits = input.Dimensions.Count > 1 && input.Width % Heads == 0
            && (!Rotary || input.Width / Heads % 2 == 0) && (!Causal || input.IsSequence);
        if (!fits)
            return null;
        survey.Count(4 * input.Width * input.Width + 2 * input.Positions * input.Width, input.Positions);
        return input;
    }

    public override Tensor Compute(DrawnParameters parameters, string path, Tensor x)
    {
        double[] projection = Joint
            ? parameters[path + ".in_proj_weight"]
            : [.. parameters[path + ".q_proj_weight"], .. parameters[path + ".k_proj_weight"], .. parameters[path + ".v_proj_weight"]];
        double[][] projected =
            [.. x.Rows.Select((row, position) => Turned(Plus(".in_proj_bias", Vectors.Apply(projection, row)), position))];
        // To what stands before a position, the end of a sequence says nothing.
        int keys = Causal ? x.Shape.Positions : x.Length ?? x.Shape.Positions;
        double[][] found = new AttentionReference(projected, Heads, Causal, keys).Result();
        return Tensor.Of(
            x.Shape, [.. found.Select(row => Plus(".out_proj.bias", Vectors.Apply(parameters[path + ".out_proj.weight"], row)))]) with
        {
            Length = x.Length,
        };

        double[] Plus(string bias, double[] row) => Bias ? Vectors.Add(row, parameters[path + bias]) : row;

        double[] Turned(double[] row, int position) => Rotary ? SequenceReference.Turn(row, position, Heads, 100, sign: 1) : row;
    }
}

/// <summary>Draws layers over the positions of an example.</summary>
internal static class DrawnSequences
{
    public static DrawnLayer Attention(ArchitectureDraw draw, Shape input)
    {
        int heads = draw.Pick([.. Enumerable.Range(1, Math.Min(8, input.Width)).Where(count => input.Width % count == 0)]);
        return new DrawnAttention(
            heads, Causal: input.IsSequence && draw.Chance(0.4), Bias: draw.Chance(0.7), Joint: draw.Chance(0.7),
            Rotary: input.Width / heads % 2 == 0 && draw.Chance(0.3), draw.Start());
    }

    public static DrawnLayer Positions(ArchitectureDraw draw, Shape input)
    {
        bool sine = draw.Chance(0.3);
        return new DrawnPositions(sine, !sine && draw.Chance(0.4) ? input.Positions + draw.Pick(0, 3) : null);
    }

    public static DrawnLayer Patches(ArchitectureDraw draw, Shape input)
    {
        int side = draw.Pick(
            [.. Enumerable.Range(1, 7).Where(side => input.Dimensions[0] % side == 0 && input.Dimensions[1] % side == 0)]);
        return new DrawnPatches(new DrawnConvolution(1 + draw.Width() % 70, side, side, Padding: 0, draw.Chance(0.7), draw.Start()));
    }

    public static DrawnLayer ClassToken() => new DrawnExampleFormula(
        "ClassToken", static shape => shape.Dimensions.Count > 1 ? Shape.Example(shape.Positions + 1, shape.Width) : null,
        static (parameter, x) => Tensor.Of(Shape.Example(x.Shape.Positions + 1, x.Shape.Width), [parameter("weight"), .. x.Rows]) with
        {
            Length = x.Length + 1,
        });

    public static DrawnLayer FirstToken() => new DrawnExampleFormula(
        "FirstToken", static shape => shape.Dimensions.Count > 1 ? Shape.Example(shape.Width) : null,
        static (_, x) => new Tensor(Shape.Example(x.Shape.Width), x.Rows.First()));

    public static DrawnLayer MeanPool() => new DrawnExampleFormula(
        "MeanPool", static shape => shape.Dimensions.Count > 1 ? Shape.Example(shape.Width) : null,
        static (_, x) =>
        {
            int length = x.Length ?? x.Shape.Positions;
            return new Tensor(Shape.Example(x.Shape.Width), Vectors.Scale(1.0 / length, x.Rows.Take(length).Aggregate(Vectors.Add)));
        });

    public static DrawnLayer Gate() => new DrawnExampleFormula(
        "SwiGLU", static shape => shape.Width % 2 == 0 ? shape.WithWidth(shape.Width / 2) : null,
        static (_, x) => x.Map(SequenceReference.Gate));
}

/// <summary>An image in patches: a convolution whose stride is its kernel.</summary>
internal sealed record DrawnPatches(DrawnConvolution Convolution) : DrawnLayer
{
    public override string Text =>
        $"PatchEmbedding({Convolution.Kernel}, {Convolution.Outputs}{(Convolution.Bias ? "" : ", Bias = false")}{Convolution.Arguments})";

    public override Shape? Follow(Shape input, Survey survey) =>
        input.IsImage && input.Dimensions[0] % Convolution.Kernel == 0 && input.Dimensions[1] % Convolution.Kernel == 0
            ? Convolution.Follow(input, survey)
            : null;

    public override Tensor Compute(DrawnParameters parameters, string path, Tensor x) => Convolution.Compute(parameters, path, x);
}
