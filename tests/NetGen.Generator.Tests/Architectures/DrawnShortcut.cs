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
    public abstract Rows Compute(DrawnParameters parameters, IReadOnlyList<string> paths, Rows x, Func<Rows, Rows> block);
}

/// <summary>None.</summary>
internal sealed record NoShortcut() : DrawnShortcut("None", "")
{
    public override Shape? Follow(Shape input, Shape? output, Survey survey) => output;

    public override Rows Compute(DrawnParameters parameters, IReadOnlyList<string> paths, Rows x, Func<Rows, Rows> block) =>
        paths.Aggregate(x, (rows, _) => block(rows));
}

/// <summary>One that joins what goes around a block with what comes out of it.</summary>
/// <param name="Kind">The member of <c>Shortcut</c>.</param>
/// <param name="Text">Its arguments.</param>
/// <param name="Join">What becomes of both, at each position.</param>
/// <param name="Projects">Whether what goes around may be given the shape of what comes out.</param>
internal sealed record JoiningShortcut(string Kind, string Text, Func<Passage, double[]> Join, bool Projects) : DrawnShortcut(Kind, Text)
{
    public override Shape? Follow(Shape input, Shape? output, Survey survey)
    {
        survey.Count(Kind);
        return input == output || Projects && output is not null && input.StrideTo(output) is not null ? output : null;
    }

    public override Rows Compute(DrawnParameters parameters, IReadOnlyList<string> paths, Rows x, Func<Rows, Rows> block) =>
        paths.Aggregate(x, (rows, path) =>
        {
            Rows result = block(rows);
            return rows.At(result.Shape).Each(result, (row, computed) =>
            {
                double[] around = result.Shape == rows.Shape ? row : Vectors.Apply(parameters[path + ".projection.weight"], row);
                return Join(new Passage(name => parameters[$"{path}.{name}"], parameters.CountOf(Kind), row, around, computed));
            });
        });
}

/// <summary>A passage through a block, and around it, at one position.</summary>
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

    public override Rows Compute(DrawnParameters parameters, IReadOnlyList<string> paths, Rows x, Func<Rows, Rows> block)
    {
        Rows[] streams = [.. Enumerable.Repeat(x, Streams)];
        foreach (string path in paths)
        {
            Rows result = block(Mix(parameters[path + ".alpha"]));
            double[] beta = parameters[path + ".beta"];
            streams = [.. parameters[path + ".mix"].Chunk(Streams)
                .Select((shares, stream) => Mix(shares).Each(result, (kept, row) => Vectors.Add(kept, Vectors.Scale(beta[stream], row))))];
        }

        return Mix([.. Enumerable.Repeat((double)(1f / Streams), Streams)]);

        Rows Mix(double[] shares) => streams.Zip(shares, static (stream, share) => stream.Each(row => Vectors.Scale(share, row)))
            .Aggregate(static (sum, stream) => sum.Each(stream, Vectors.Add));
    }
}
