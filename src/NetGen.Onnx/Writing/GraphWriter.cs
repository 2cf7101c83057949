using System.Collections.Immutable;
using System.Globalization;
using NetGen.Onnx.Format;

namespace NetGen.Onnx.Writing;

/// <summary>A graph of ONNX that grows node by node. A node and its result have one name, that of its layer and what it does.</summary>
internal sealed class GraphWriter(GraphProto graph, ParameterSet parameters)
{
    private readonly HashSet<string> names = ["input", "lengths", "output"];
    private readonly Dictionary<string, string> ofParameters = [];
    private readonly HashSet<string> initializers = [];
    private LayerInfo? layer;
    private string? documentation;

    /// <summary>Says whose nodes come now; what the layer computes stands at the first of them.</summary>
    public void Begin(LayerInfo next)
    {
        if (layer == next)
            return;
        layer = next;
        documentation = next.Operation;
    }

    /// <summary>Adds a node.</summary>
    /// <returns>The name of its result.</returns>
    public string Add(string type, string[] inputs, params AttributeProto[] attributes) => Add(type, 1, inputs, attributes)[0];

    /// <summary>Adds a node of several results.</summary>
    public string[] Add(string type, int results, string[] inputs, params AttributeProto[] attributes)
    {
        string name = Free($"{layer?.Name ?? "input"}/{type}");
        string[] outputs = results == 1 ? [name] : [.. Enumerable.Range(0, results).Select(i => $"{name}.{i}")];
        NodeProto node = new() { Name = name, OpType = type, Input = { inputs }, Output = { outputs }, Attribute = { attributes } };
        if (documentation is not null)
            node.DocString = documentation;
        documentation = null;
        graph.Node.Add(node);
        return outputs;
    }

    public string Reshape(string x, params long[] dimensions) => Add("Reshape", [x, Constant(dimensions)]);

    public string Transpose(string x, params long[] order) => Add("Transpose", [x], NodeAttribute.Of("perm", order));

    public string Unsqueeze(string x, params long[] axes) => Add("Unsqueeze", [x, Constant(axes)]);

    /// <summary>A parameter under its own name.</summary>
    public string Parameter(string name) => Initializer(name, () =>
    {
        Parameter parameter = parameters[name];
        return Tensors.Of(name, parameter.Shape.AsSpan(), parameter.CopyTo);
    });

    /// <summary>The number of elements of a parameter.</summary>
    public int CountOf(string parameter) => parameters[parameter].Count;

    public ImmutableArray<int> ShapeOf(string parameter) => parameters[parameter].Shape;

    /// <summary>What is made of a parameter alone, the same for all that use it.</summary>
    public string OfParameter(string key, Func<string> make)
    {
        if (!ofParameters.TryGetValue(key, out string? name))
            ofParameters.Add(key, name = make());
        return name;
    }

    /// <summary>A number.</summary>
    public string Constant(float number)
    {
        string name = "float." + number.ToString("R", CultureInfo.InvariantCulture);
        return Initializer(name, () => Tensors.Of(name, [], values => values[0] = number));
    }

    /// <summary>Whole numbers.</summary>
    public string Constant(params long[] numbers)
    {
        string name = "int64." + string.Join('.', numbers.Select(static number => number.ToString(CultureInfo.InvariantCulture)));
        return Initializer(name, () => Tensors.Of(name, [numbers.Length], numbers));
    }

    /// <summary>The numbers from 0 to below another.</summary>
    public string Positions(int count)
    {
        string name = "positions." + count.ToString(CultureInfo.InvariantCulture);
        return Initializer(name, () => Tensors.Of(name, [count], [.. Enumerable.Range(0, count).Select(static i => (long)i)]));
    }

    /// <summary>A tensor that is no parameter, under a name that says what is in it.</summary>
    public string Table(string name, int[] shape, Action<Span<float>> fill) => Initializer(name, () => Tensors.Of(name, shape, fill));

    /// <summary>A vector of one number.</summary>
    public string Fill(float number, int count) => Table(
        string.Create(CultureInfo.InvariantCulture, $"vector.{number}.{count}"), [count], values => values.Fill(number));

    /// <summary>Gives a result another name.</summary>
    public void Rename(string result, string name)
    {
        foreach (NodeProto node in graph.Node)
        {
            Replace(node.Input);
            Replace(node.Output);
        }

        void Replace(IList<string> values)
        {
            for (int i = 0; i < values.Count; i++)
                values[i] = values[i] == result ? name : values[i];
        }
    }

    private string Initializer(string name, Func<TensorProto> make)
    {
        if (initializers.Add(name))
            graph.Initializer.Add(make());
        return name;
    }

    private string Free(string name)
    {
        string free = name;
        for (int number = 1; !names.Add(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        return free;
    }
}
