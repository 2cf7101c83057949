using System.Collections.Immutable;
using static NetGen.Runtime.Tests.HostileCase;

namespace NetGen.Runtime.Tests;

/// <summary>What is wrong in the description of a network.</summary>
internal static class HostileDescriptions
{
    private static readonly MemoryPlan Memory = new(32, 0, 0, 0, 0, default, default);

    public static IEnumerable<HostileCase> All { get; } =
    [
        Null("LayerInfo", "name", static () => Layer(name: null!)),
        Null("LayerInfo", "operation", static () => Layer(operation: null!)),
        Wrong("LayerInfo", "inputShape", "0", static () => Layer(input: 0)),
        Wrong("LayerInfo", "outputShape", "-1", static () => Layer(output: -1)),
        OutOfRange("LayerInfo", "parameters", "-1", static () => Layer(parameters: -1)),
        OutOfRange("LayerInfo", "flops", "-1", static () => Layer(flops: -1)),
        Wrong("LayerInfo", "inputs", "default", static () => _ = new LayerInfo("0", "Linear(x)", [1], [1], 0, 0, default)),

        Null("ParameterInfo", "name", static () => Parameter(name: null!)),
        Wrong("ParameterInfo", "name", "empty", static () => Parameter(name: "")),
        OutOfRange("ParameterInfo", "layer", "-1", static () => Parameter(layer: -1)),
        Wrong("ParameterInfo", "shape", "default", static () => _ = new ParameterInfo("0.bias", 0, default, 0, Init.Zeros, 1)),
        Wrong("ParameterInfo", "shape", "empty", static () => Parameter([])),
        Wrong("ParameterInfo", "shape", "0", static () => Parameter([2, 0])),
        Wrong("ParameterInfo", "shape", "more than an array holds", static () => Parameter([65536, 65536])),
        OutOfRange("ParameterInfo", "offset", "-1", static () => Parameter([1], offset: -1)),
        OutOfRange("ParameterInfo", "init", "unknown", static () => Parameter([1], init: (Init)99)),
        OutOfRange("ParameterInfo", "initScale", "not a number", static () => Parameter([1], initScale: float.NaN)),
        OutOfRange("ParameterInfo", "initFactor", "infinite", static () => Parameter([1], initFactor: float.PositiveInfinity)),

        Null("NetworkInfo", "name", static () => Network([Layer()], [Parameter()], name: null!)),
        Wrong("NetworkInfo", "inputShape", "0", static () => Network([Layer()], [Parameter()], input: [28, 0, 1])),
        Wrong(
            "NetworkInfo", "inputShape", "more than an array holds",
            static () => Network([Layer()], [Parameter()], input: [65536, 65536])),
        Wrong("NetworkInfo", "outputShape", "empty", static () => Network([Layer()], [Parameter()], output: [])),
        Wrong("NetworkInfo", "layers", "default", static () => Network(default, [])),
        Wrong("NetworkInfo", "layers", "empty", static () => Network([], [])),
        Wrong("NetworkInfo", "layers", "null in it", static () => Network([Layer(), null!], [])),
        Wrong("NetworkInfo", "layers", "a layer that reads itself", static () => Network([Layer(), Layer(inputs: 1)], [])),
        Wrong("NetworkInfo", "layers", "a layer that reads none there is", static () => Network([Layer(inputs: -2)], [])),
        Wrong("NetworkInfo", "parameters", "default", static () => Network([Layer()], default)),
        Wrong("NetworkInfo", "parameters", "null in it", static () => Network([Layer()], [null!])),
        Wrong("NetworkInfo", "parameters", "twice the same name", static () => Network([Layer()], [Parameter(), Parameter()])),
        Wrong("NetworkInfo", "parameters", "of no layer", static () => Network([Layer()], [Parameter(layer: 1)])),
        Wrong("NetworkInfo", "parameters", "beyond the memory", static () => Network([Layer()], [Parameter([1], offset: 16)])),
        Null("NetworkInfo", "memory", static () => _ = new NetworkInfo("Net", [1], [1], [Layer()], [], null!)),
        OutOfRange(
            "NetworkInfo", "inputMean", "not a number",
            static () => _ = new NetworkInfo("Net", [1], [1], [Layer()], [], Memory, float.NaN)),
        OutOfRange(
            "NetworkInfo", "inputStandardDeviation", "infinite",
            static () => _ = new NetworkInfo("Net", [1], [1], [Layer()], [], Memory, 0, float.PositiveInfinity)),
    ];

    private static LayerInfo Layer(
        string name = "0", string operation = "Linear(x)", int input = 1, int output = 1,
        long parameters = 0, long flops = 0, int inputs = -1) =>
        new(name, operation, [input], [output], parameters, flops, [inputs]);

    private static ParameterInfo Parameter(string name = "0.bias", int layer = 0) => new(name, layer, [1], 0, Init.Zeros, 1);

    private static ParameterInfo Parameter(
        ImmutableArray<int> shape, int offset = 0, Init init = Init.Zeros, float initScale = 1, float initFactor = 1) =>
        new("0.bias", 0, shape, offset, init, initScale, initFactor: initFactor);

    private static NetworkInfo Network(
        ImmutableArray<LayerInfo> layers, ImmutableArray<ParameterInfo> parameters, string name = "Net",
        int[]? input = null, int[]? output = null) =>
        new(name, [.. input ?? [1]], [.. output ?? [1]], layers, parameters, Memory);
}
