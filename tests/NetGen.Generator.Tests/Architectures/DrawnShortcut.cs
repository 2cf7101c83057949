namespace NetGen.Generator.Tests;

/// <summary>What goes around a block, if anything does.</summary>
/// <param name="Kind">The member of <c>Shortcut</c>.</param>
/// <param name="Text">Its arguments.</param>
internal abstract record DrawnShortcut(string Kind, string Text)
{
    /// <summary>All arguments of the layer that places the block.</summary>
    public string Write(IEnumerable<string> others)
    {
        string all = string.Join(", ", others.Append(Text).Where(static text => text.Length > 0));
        return all.Length > 0 ? $"({all})" : "";
    }

    /// <summary>The shape that goes out, or null where the shapes do not fit.</summary>
    public abstract Shape? Follow(Shape input, Shape? output, Survey survey);

    /// <summary>What becomes of an example that passes a block, or several one after the other.</summary>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="paths">Where the shortcut of each passage stands.</param>
    /// <param name="x">The example.</param>
    /// <param name="block">What the block makes of an example, passage by passage.</param>
    public abstract Tensor Compute(DrawnParameters parameters, IReadOnlyList<string> paths, Tensor x, Func<Tensor, Tensor> block);
}

/// <summary>None.</summary>
internal sealed record NoShortcut() : DrawnShortcut("None", "")
{
    public override Shape? Follow(Shape input, Shape? output, Survey survey) => output;

    public override Tensor Compute(DrawnParameters parameters, IReadOnlyList<string> paths, Tensor x, Func<Tensor, Tensor> block) =>
        paths.Aggregate(x, (example, _) => block(example));
}

/// <summary>One that joins what goes around a block with what comes out of it.</summary>
/// <param name="Kind">The member of <c>Shortcut</c>.</param>
/// <param name="Text">Its arguments.</param>
/// <param name="Join">What becomes of both.</param>
/// <param name="Projects">Whether what goes around may be made as long as what comes out.</param>
internal sealed record JoiningShortcut(string Kind, string Text, Func<Passage, double[]> Join, bool Projects) : DrawnShortcut(Kind, Text)
{
    public override Shape? Follow(Shape input, Shape? output, Survey survey)
    {
        survey.Count(Kind);
        return input == output || Projects && output is not null && input.StrideTo(output) is not null ? output : null;
    }

    public override Tensor Compute(DrawnParameters parameters, IReadOnlyList<string> paths, Tensor x, Func<Tensor, Tensor> block) =>
        paths.Aggregate(x, (example, path) =>
        {
            Tensor result = block(example);
            return Tensor.Of(result.Shape, [.. example.At(result.Shape).Zip(result.Rows, (vector, computed) =>
            {
                double[] around = example.Shape == result.Shape ? vector : Vectors.Apply(parameters[path + ".projection.weight"], vector);
                return Join(new Passage(name => parameters[$"{path}.{name}"], parameters.CountOf(Kind), vector, around, computed));
            })]) with { Length = result.Length };
        });
}

/// <summary>A passage of a vector through a block, and around it.</summary>
/// <param name="Parameter">The parameters of the shortcut.</param>
/// <param name="Count">The number of shortcuts of the kind in the network, <c>n</c>.</param>
/// <param name="Input">What comes to the block.</param>
/// <param name="X">The same, as long as what comes out.</param>
/// <param name="Y">What comes out of the block.</param>
internal sealed record Passage(Func<string, double[]> Parameter, int Count, double[] Input, double[] X, double[] Y);

/// <summary>Several streams: <c>H' = A H + β f(α H)</c> (static hyper-connections, Zhu et al. 2024).</summary>
internal sealed record StreamsShortcut(int Streams, string Text) : DrawnShortcut("Streams", Text)
{
    public override Shape? Follow(Shape input, Shape? output, Survey survey) => input == output ? output : null;

    public override Tensor Compute(DrawnParameters parameters, IReadOnlyList<string> paths, Tensor x, Func<Tensor, Tensor> block)
    {
        Tensor[] streams = [.. Enumerable.Repeat(x, Streams)];
        foreach (string path in paths)
        {
            Tensor result = block(Mix(parameters[path + ".alpha"]));
            double[] beta = parameters[path + ".beta"];
            streams = [.. parameters[path + ".mix"].Chunk(Streams)
                .Select((row, stream) => Mix(row).Plus(result.Times(beta[stream])))];
        }

        return Mix([.. Enumerable.Repeat((double)(1f / Streams), Streams)]);

        Tensor Mix(double[] shares) =>
            streams.Zip(shares, static (stream, share) => stream.Times(share)).Aggregate(static (sum, term) => sum.Plus(term));
    }
}
