namespace NetGen.Generator.Tests;

/// <summary>
/// Evaluates a graph node by node in double precision, slowly and plainly. It knows each operation's meaning from the literature, not from
/// the compiler, and judges what the compiler makes of it.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="rounding">Where given, it moves every value by as much as single precision may.</param>
internal sealed class Interpreter(Graph graph, SeededRandom? rounding = null)
{
    private readonly double[]?[] values = new double[graph.Nodes.Count][];

    /// <summary>Gives a value that the graph does not compute: input, output gradient or parameter.</summary>
    public void Give(int value, double[] elements) => values[value] = elements;

    /// <summary>A value, row by row.</summary>
    public double[] this[int value] => values[value] ??= Round(graph[value].Operation, Evaluate(graph[value]));

    /// <summary>Computes all values up to one, so that those behind it recurse no deeper.</summary>
    public double[] RunTo(int value)
    {
        for (int earlier = 0; earlier < value; earlier++)
        {
            if (graph[earlier].Operation is not (Given or ParameterValue or DropoutMask))
                _ = this[earlier];
        }

        return this[value];
    }

    private double[] Evaluate(Node node)
    {
        double[] Input(int index) => this[node.Inputs[index]];
        Shape ShapeOf(int index) => graph[node.Inputs[index]].Shape!;
        double[] InputOf(int value) => this[graph[value].Inputs[0]];
        IEnumerable<double[]> Examples(int index) => Input(index).Chunk((int)ShapeOf(index).Count);
        double[][] Rows(int index) => [.. Input(index).Chunk(ShapeOf(index).Width)];
        return node.Operation switch
        {
            MatMul { TransposeA: true } => ProductOverRows(Input(0), Input(1), ShapeOf(0).Width, ShapeOf(1).Width),
            MatMul { TransposeB: var transposed } => ProductOfRows(Input(0), Input(1), ShapeOf(0).Width, node.Shape!.Width, transposed),
            Conv2d { Window: var window } => ConvolutionReference.Convolve(Input(0), Input(1), window, ShapeOf(1)),
            Conv2dInputGradient { Window: var window } => ConvolutionReference.InputGradient(Input(0), Input(1), window, ShapeOf(1)),
            Conv2dWeightGradient { Window: var window } => ConvolutionReference.WeightGradient(Input(0), Input(1), window, node.Shape!),
            AddBias => [.. Input(0).Select((x, i) => x + Input(1)[i % Input(1).Length])],
            SumRows => Rows(0).Aggregate(static (sum, row) => [.. sum.Zip(row, static (a, b) => a + b)]),
            Add => [.. Input(0).Zip(Input(1), static (a, b) => a + b)],
            Multiply => [.. Input(0).Zip(Input(1), static (a, b) => a * b)],
            LeakyReLU { Slope: var slope } => [.. Input(0).Select(z => z > 0 ? z : slope * z)],
            Derivative { Function: LeakyReLU { Slope: var slope } } => [.. Input(0).Select(z => z > 0 ? 1.0 : slope)],
            ActivationFunction function => [.. Input(0).Select(z => ActivationReference.Value(function.Name, z))],
            Derivative { Function.Name: var name } => [.. Input(0).Select(z => ActivationReference.Derivative(name, z))],
            Scale { Factor: var factor } => [.. Input(0).Select(x => factor * x)],
            ScaleBy => [.. Input(0).Select((x, i) => x * Input(1)[i % Input(1).Length])],
            SumProducts { Result.Count: var count } => SumOfProducts(Input(0), Input(1), (int)count),
            Normalize norm => [.. Rows(0).SelectMany(row => NormReference.Normalize(row, norm.Centered, norm.Epsilon))],
            InverseDeviation { Of: var norm } =>
                [.. Rows(0).Select(row => NormReference.InverseDeviation(row, norm.Centered, norm.Epsilon))],
            NormalizeGradient { Centered: var centered } =>
                [.. Rows(0).Zip(Rows(1), Input(2)).SelectMany(row => NormReference.Gradient(row.First, row.Second, row.Third, centered))],
            BatchMoments => BatchReference.Moments(Rows(0)),
            BatchStatistics { Epsilon: var epsilon } =>
                BatchReference.Statistics(Input(0), epsilon, [.. Enumerable.Range(4, node.Inputs.Count - 4).Select(Input)]),
            RunningStatistics { Epsilon: var epsilon } => BatchReference.Statistics(
                [.. Input(0), .. Input(1)], epsilon, [.. Enumerable.Range(2, node.Inputs.Count - 2).Select(Input)]),
            BatchNormalize => [.. Rows(0).SelectMany(row => BatchReference.Normalize(row, Input(1)))],
            BatchNormSums => BatchReference.Sums(Rows(0), Rows(1), Input(2)),
            BatchNormTerms => Input(0),
            BatchNormParameterGradient { IsGain: var isGain } => isGain
                ? Input(0)[(Input(0).Length / 2)..]
                : Input(0)[..(Input(0).Length / 2)],
            BatchNormalizeGradient => BatchReference.Gradient(Rows(0), Rows(1), Input(2), Input(3)),
            WeightScales { FanIn: var fanIn } => WeightNormReference.Scales(Input(0), Input(1), fanIn),
            Kept { Of: WeightScales } => InputOf(node.Inputs[0]),
            ScaleColumns => [.. Rows(0).SelectMany(row => row.Select((z, column) => z * Input(1)[column]))],
            WeightGainGradient => WeightNormReference.GainGradient(Rows(0), Rows(1), Input(2)),
            WeightLengthGradient => WeightNormReference.LengthGradient(Rows(0), Rows(1), Input(2), Input(3)),
            MaxPool { Window: var window } => PoolReference.Max(window, ShapeOf(0).Width, Input(0)),
            Kept { Of: MaxPool { Window: var window } } => PoolReference.MaxIndex(window, node.Shape!.Width, InputOf(node.Inputs[0])),
            MaxPoolGradient { Window: var window } => PoolReference.MaxGradient(window, ShapeOf(0).Width, Input(0), Input(1)),
            AvgPool { Window: var window } => PoolReference.Mean(window, ShapeOf(0).Width, Input(0)),
            AvgPoolGradient { Window: var window } => PoolReference.MeanGradient(window, ShapeOf(0).Width, Input(0)),
            GlobalAvgPool => [.. Examples(0).SelectMany((example, index) => Enumerable.Range(0, ShapeOf(0).Width)
                .Select(channel => example.Chunk(ShapeOf(0).Width).Take(LengthOf(index, ShapeOf(0))).Average(row => row[channel])))],
            GlobalAvgPoolGradient { Example: var example } => [.. Rows(0).SelectMany((row, index) =>
                Enumerable.Range(0, example.Positions).SelectMany(position =>
                    row.Select(dy => position < LengthOf(index, example) ? dy / LengthOf(index, example) : 0)))],
            Flatten => [.. Examples(0).SelectMany(example => Transposed(example, ShapeOf(0).Width))],
            FlattenGradient { Image: var image } => [.. Rows(0).SelectMany(row => Transposed(row, image.Positions))],
            GroupNormalize { Groups: var groups, Epsilon: var epsilon } => GroupNormReference.Normalize(
                Input(0), ShapeOf(0).Positions, groups, epsilon, (int)(Input(0).Length / ShapeOf(0).Count)),
            Kept { Of: GroupNormalize { Groups: var groups, Epsilon: var epsilon } } => GroupNormReference.InverseDeviations(
                InputOf(node.Inputs[0]), ShapeOf(0).Positions, groups, epsilon, (int)(Input(0).Length / ShapeOf(0).Count)),
            GroupNormalizeGradient { Groups: var groups } =>
                GroupNormReference.Gradient(Input(0), Input(1), Input(2), ShapeOf(0).Positions, groups),
            CReLU { Signed: var signed } => [.. Rows(0).SelectMany(row => row.Select(static z => Math.Max(0, z))
                .Concat(row.Select(z => signed ? Math.Min(0, z) : Math.Max(0, -z))))],
            CReLUGradient { Of.Signed: var signed } => [.. Rows(0).Zip(Rows(1), (dy, y) => Enumerable.Range(0, y.Length / 2)
                .Select(i => (y[i] > 0 ? dy[i] : 0) + (y[i + y.Length / 2] != 0 ? (signed ? 1 : -1) * dy[i + y.Length / 2] : 0)))
                .SelectMany(static row => row)],
            Mix { Transposed: var transposed } => [.. Rows(0).SelectMany(row =>
                StreamReference.Mix(row, Input(1), ShapeOf(1).Dimensions[0], ShapeOf(1).Dimensions[1], transposed))],
            MixGradient { Matrix.Dimensions: var matrix } => Rows(0)
                .Zip(Rows(1), (dy, x) => StreamReference.MixGradient(dy, x, matrix[0], matrix[1]))
                .Aggregate(static (sum, term) => [.. sum.Zip(term, static (a, b) => a + b)]),
            Spread { Streams: var streams, Factor: var factor } => [.. Rows(0).SelectMany(row =>
                Enumerable.Repeat(row, streams).SelectMany(static x => x).Select(x => factor * x))],
            Collect { Streams: var streams, Factor: var factor } => [.. Rows(0).SelectMany(row => Enumerable.Range(0, row.Length / streams)
                .Select(i => factor * Enumerable.Range(0, streams).Sum(stream => row[stream * (row.Length / streams) + i])))],
            Embed => [.. Input(0).SelectMany(token => Rows(1)[(int)token])],
            EmbedGradient { Vectors: var vectors } => SequenceReference.SumsBy(
                Rows(0).Zip(Input(1), static (row, token) => ((int)token, row)), vectors.Dimensions[0], vectors.Width),
            AddPositions => [.. Rows(0).SelectMany((row, index) => Vectors.Add(row, Rows(1)[index % ShapeOf(0).Positions]))],
            PositionsGradient { Vectors: var vectors } => SequenceReference.SumsBy(
                Rows(0).Select((row, index) => (index % ShapeOf(0).Positions, row)), vectors.Dimensions[0], vectors.Width),
            AddSines => [.. Rows(0).SelectMany((row, index) =>
                row.Select((x, column) => x + SequenceReference.Wave(index % ShapeOf(0).Positions, column, row.Length)))],
            Rotate { Heads: var heads, Base: var turnBase, Back: var back } => [.. Rows(0).SelectMany((row, index) =>
                SequenceReference.Turn(row, index % ShapeOf(0).Positions, heads, turnBase, back ? -1 : 1))],
            Prepend => [.. Examples(0).SelectMany(example => Input(1).Concat(example))],
            Behind => [.. Examples(0).SelectMany(example => example.Skip(ShapeOf(0).Width))],
            TokenGradient => SequenceReference.SumsBy(
                Examples(0).Select(example => (0, example[..ShapeOf(0).Width])), count: 1, ShapeOf(0).Width),
            First => [.. Examples(0).SelectMany(example => example.Take(ShapeOf(0).Width))],
            FirstGradient { Shape.Count: var count } => [.. Rows(0).SelectMany(row => row.Concat(new double[count - row.Length]))],
            OneMore => [.. Input(0).Select(static length => length + 1)],
            Concatenate => [.. Rows(0).SelectMany((_, row) =>
                Enumerable.Range(0, node.Inputs.Count).SelectMany(part => Rows(part)[row]))],
            Part { Index: var part } => [.. Rows(0).SelectMany(row =>
                row.Skip(part * node.Shape!.Width).Take(node.Shape.Width))],
            SwiGlu => [.. Rows(0).SelectMany(SequenceReference.Gate)],
            SwiGluGradient => [.. Rows(0).Zip(Rows(1), SequenceReference.GateGradient).SelectMany(static row => row)],
            Attend attend => [.. Attention(attend, node).SelectMany(static example => example.Result()).SelectMany(static row => row)],
            Kept { Of: Attend attend } => [.. Attention(attend, graph[node.Inputs[0]]).SelectMany(static example => example.Weights())
                .SelectMany(static head => head).SelectMany(static row => row)],
            AttendGradient { Heads: var heads, Causal: var causal } => [.. Examples(0).Index().SelectMany(example =>
                new AttentionReference(
                    [.. Examples(1).ElementAt(example.Index).Chunk(ShapeOf(1).Width)], heads, causal, keys: ShapeOf(1).Positions)
                    .Gradient(
                        [.. example.Item.Chunk(ShapeOf(0).Width)],
                        [.. Examples(2).ElementAt(example.Index).Chunk(ShapeOf(2).Width).Chunk(ShapeOf(1).Positions)])
                    .SelectMany(static row => row))],
            _ => throw new InvalidOperationException($"{node} has no value and was not given one."),
        };

        int LengthOf(int example, Shape shape) => node.Inputs.Count > 1 ? (int)Input(1)[example] : shape.Positions;

        IEnumerable<AttentionReference> Attention(Attend attend, Node of)
        {
            Shape shape = graph[of.Inputs[0]].Shape!;
            return this[of.Inputs[0]].Chunk((int)shape.Count).Select((example, index) => new AttentionReference(
                [.. example.Chunk(shape.Width)], attend.Heads, attend.Causal,
                of.Inputs.Count > 1 ? (int)this[of.Inputs[1]][index] : shape.Positions));
        }
    }

    // Lengths of sequences are no numbers that round.
    private double[] Round(Operation operation, double[] exact) =>
        rounding is null || operation is OneMore
            ? exact
            : [.. exact.Select(value => value * (1 + rounding.NextSingle(-1, 1) * (1.0 / (1 << 23))))];

    private static IEnumerable<double> Transposed(double[] matrix, int columns) =>
        Enumerable.Range(0, columns).SelectMany(column => matrix.Chunk(columns).Select(row => row[column]));

    private static double[] SumOfProducts(double[] a, double[] b, int count)
    {
        double[] sums = new double[count];
        for (int i = 0; i < a.Length; i++)
            sums[i % count] += a[i] * b[i];
        return sums;
    }

    private static double[] ProductOfRows(double[] a, double[] b, int inner, int columns, bool transposed)
    {
        int rows = a.Length / inner;
        double[] product = new double[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double sum = 0;
                for (int k = 0; k < inner; k++)
                    sum += a[row * inner + k] * (transposed ? b[column * inner + k] : b[k * columns + column]);
                product[row * columns + column] = sum;
            }
        }

        return product;
    }

    private static double[] ProductOverRows(double[] a, double[] b, int aWidth, int bWidth)
    {
        int rows = a.Length / aWidth;
        double[] product = new double[aWidth * bWidth];
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < aWidth; i++)
            {
                for (int j = 0; j < bWidth; j++)
                    product[i * bWidth + j] += a[row * aWidth + i] * b[row * bWidth + j];
            }
        }

        return product;
    }
}
