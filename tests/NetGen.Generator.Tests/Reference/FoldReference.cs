namespace NetGen.Generator.Tests;

/// <summary>
/// What the parameters of a folded network are, in double precision, element by element and by the formulas of its layers.
/// </summary>
/// <param name="parameters">The parameters of the network that was folded.</param>
/// <param name="graph">Its graph.</param>
internal sealed class FoldReference(IReadOnlyDictionary<string, double[]> parameters, Graph graph)
{
    private readonly ILookup<string, Shape> shapes = graph.Nodes.Select(static node => node.Operation).OfType<ParameterValue>()
        .ToLookup(static parameter => parameter.Path, static parameter => parameter.Shape);

    /// <summary>A parameter of the folded network.</summary>
    public double[] Value(FoldedNetwork folded, ParameterValue parameter)
    {
        string path = folded.PathOf(parameter.Path);
        if (folded.Values[path] is GivenValue kept)
            return parameters[kept.Path + parameter.Path[path.Length..]];
        Product product = ProductOf(folded.Values[path]);
        EquatableArray<int> shape = parameter.Shape.Dimensions;
        int taps = shape.Skip(2).Aggregate(1, static (count, side) => count * side);
        return parameter.Path == path + ".bias"
            ? [.. Enumerable.Range(0, shape[0]).Select(product.Bias)]
            :
            [
                .. from output in Enumerable.Range(0, shape[0])
                   from input in Enumerable.Range(0, shape[1])
                   from tap in Enumerable.Range(0, taps)
                   select product.Weight(output, input, tap / product.Kernel, tap % product.Kernel),
            ];
    }

    private Product ProductOf(FoldedValue value)
    {
        switch (value)
        {
            case GivenValue { Path: var path, Bias: var hasBias }:
                return ProductOf(path, ".weight", hasBias);
            case NormedWeightValue { Path: var path, Bias: var hasBias }:
                double[] v = parameters[path + ".weight_v"], g = parameters[path + ".weight_g"];
                double[] lengths = [.. v.Chunk(v.Length / g.Length).Select(static row => Math.Sqrt(row.Sum(static x => x * x)))];
                return ProductOf(path, ".weight_v", hasBias).Times(o => g[o] / lengths[o]) with
                {
                    Bias = hasBias ? o => parameters[path + ".bias"][o] : static _ => 0,
                };
            case IdentityValue:
                return new(1, static (o, i, _, _) => o == i ? 1 : 0, static _ => 0);
            case NormalizedValue { Path: var path, Epsilon: var epsilon, Affine: var affine } norm:
                double[] mean = parameters[path + ".running_mean"], variance = parameters[path + ".running_var"];
                Product before = ProductOf(norm.Of);
                return new(
                    before.Kernel, (o, i, y, x) => Factor(o) * before.Weight(o, i, y, x),
                    o => Factor(o) * (before.Bias(o) - mean[o]) + (affine ? parameters[path + ".bias"][o] : 0));

                double Factor(int o) => (affine ? parameters[path + ".weight"][o] : 1) / Math.Sqrt(variance[o] + epsilon);
            case ScaledValue { Factor: var factor } scaled:
                return ProductOf(scaled.Of).Times(_ => factor);
            case ScaledByValue { Parameter: var name } scaled:
                return ProductOf(scaled.Of).Times(o => parameters[name].Length == 1 ? parameters[name][0] : parameters[name][o]);
            case WidenedValue { Kernel: var wider, At: var at } wide:
                Product narrow = ProductOf(wide.Of);
                return new(
                    wider, (o, i, y, x) => IsIn(y - at) && IsIn(x - at) ? narrow.Weight(o, i, y - at, x - at) : 0, narrow.Bias);

                bool IsIn(int place) => place >= 0 && place < narrow.Kernel;
            case HalvesValue { Width: var width, Signed: var signed } halves:
                Product whole = ProductOf(halves.Of);
                return whole with
                {
                    Weight = (o, i, y, x) => i < width ? whole.Weight(o, i, y, x) : (signed ? 1 : -1) * whole.Weight(o, i - width, y, x),
                };
            case SumValue sum:
                (Product first, Product second) = (ProductOf(sum.First), ProductOf(sum.Second));
                return new(
                    first.Kernel, (o, i, y, x) => first.Weight(o, i, y, x) + second.Weight(o, i, y, x),
                    o => first.Bias(o) + second.Bias(o));
            default:
                throw new InvalidOperationException($"{value} has no formula.");
        }
    }

    private Product ProductOf(string path, string role, bool hasBias)
    {
        Shape shape = shapes[path + role].First();
        double[] weight = parameters[path + role];
        double[] bias = hasBias ? parameters[path + ".bias"] : new double[shape.Dimensions[0]];
        (int inputs, int kernel) = (shape.Dimensions[1], shape.Dimensions.ElementAtOrDefault(2) is > 0 and int side ? side : 1);
        return new(kernel, (o, i, y, x) => weight[((o * inputs + i) * kernel + y) * kernel + x], o => bias[o]);
    }

    private sealed record Product(int Kernel, Func<int, int, int, int, double> Weight, Func<int, double> Bias)
    {
        public Product Times(Func<int, double> factor) =>
            new(Kernel, (o, i, y, x) => factor(o) * Weight(o, i, y, x), o => factor(o) * Bias(o));
    }
}
