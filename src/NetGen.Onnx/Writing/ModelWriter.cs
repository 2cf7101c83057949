using System.Collections.Immutable;
using System.Globalization;
using NetGen.Onnx.Format;
using NetGen.Onnx.Operators;
using NetGen.Onnx.Reading;
using static NetGen.Onnx.Format.TensorProto.Types;

namespace NetGen.Onnx.Writing;

/// <summary>Writes a network as a model.</summary>
internal sealed class ModelWriter(NetworkInfo info, ParameterSet parameters)
{
    // The format's version of April 2022, which has LayerNormalization.
    private const int OperatorSet = 17;
    private const int IrVersion = 8;

    // A message of Protocol Buffers has less than 2 GiB; what is not parameters takes the rest.
    private const long MaxParameters = int.MaxValue - 64L * 1024 * 1024;

    private readonly GraphProto graph = new() { Name = info.Name };
    private readonly PredictionGraph prediction = new(info);

    /// <exception cref="NotSupportedException">There is no such model.</exception>
    public ModelProto Write()
    {
        if (prediction.Values.IsEmpty)
            throw Unsupported(": expected a network that tells what its layers compute; compile it with this version of NetGen");
        RequireRoom();
        GraphWriter writer = new(graph, parameters);
        bool readsLengths = prediction.Reads("lengths");
        AddInputs(readsLengths);
        string input = readsLengths ? Lengths.Clear(writer, info) : "input";
        Dictionary<string, Value> values = new()
        {
            ["x"] = new Value(info.InputShape, input, Layout.ChannelsLast),
            ["lengths"] = new Value([1], "lengths", Layout.ChannelsLast),
        };
        foreach (Computation computation in prediction.Values.Where(computation => !values.ContainsKey(computation.Name)))
        {
            LayerInfo layer = info.Layers[computation.Layer];
            writer.Begin(layer);
            if (!OperatorTable.TryFind(computation.Operation, out Action<Call>? operate))
            {
                throw Unsupported(
                    $", layer {layer.Name}, {layer.Operation}: expected operations that an ONNX model can be made of, "
                    + $"got {computation.Operation}");
            }

            operate(new Call(computation, prediction, writer, values));
        }

        writer.Rename(values[prediction.Values[^1].Name].In(Layout.ChannelsLast, writer), "output");
        graph.Output.Add(Batch("output", DataType.Float, info.OutputShape));
        return new ModelProto
        {
            IrVersion = IrVersion,
            OpsetImport = { new OperatorSetIdProto { Version = OperatorSet } },
            ProducerName = "NetGen",
            ProducerVersion = typeof(NetworkInfo).Assembly.GetName().Version!.ToString(3),
            Graph = graph,
        };
    }

    // What has an initializer may be left out: one length stands for those of all examples.
    private void AddInputs(bool lengths)
    {
        graph.Input.Add(Batch("input", info.Vocabulary is null ? DataType.Float : DataType.Int64, info.InputShape));
        if (!lengths)
            return;
        graph.Input.Add(Describe("lengths", DataType.Int64, [new() { DimParam = "lengths" }]));
        graph.Initializer.Add(Tensors.Of("lengths", [1], [info.InputShape[0]]));
    }

    private void RequireRoom()
    {
        long bytes = 0;
        foreach (ParameterInfo parameter in info.Parameters.Concat(info.States))
        {
            bytes += parameter.Count * (long)sizeof(float);
            if (bytes > MaxParameters)
            {
                throw Unsupported(string.Create(
                    CultureInfo.InvariantCulture,
                    $", layer {info.Layers[parameter.Layer].Name}: expected parameters of at most {MaxParameters:N0} bytes, "
                    + $"which an ONNX file has room for, and with {parameter.Name} got {bytes:N0}"));
            }
        }
    }

    private NotSupportedException Unsupported(string what) => new($"{info.Name}{what}.");

    private static ValueInfoProto Batch(string name, DataType type, ImmutableArray<int> shape) => Describe(
        name, type,
        [new() { DimParam = "batch" }, .. shape.Select(static length => new TensorShapeProto.Types.Dimension { DimValue = length })]);

    private static ValueInfoProto Describe(string name, DataType type, TensorShapeProto.Types.Dimension[] dimensions) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor { ElemType = type, Shape = new TensorShapeProto { Dim = { dimensions } } },
        },
    };
}
