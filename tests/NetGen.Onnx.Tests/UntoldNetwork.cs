using NetGen.CompilerServices;

namespace NetGen.Onnx.Tests;

/// <summary>A network whose description there is no ONNX for.</summary>
internal abstract class UntoldNetwork<TTold> : INetwork
    where TTold : ITold
{
    public static NetworkInfo Info { get; } = Describe();

    public ParameterSet Parameters { get; } = new(Info, seed: 0);

    public static void Infer(ref float parameters, ref float scratch, ref float activations, RowRange rows) =>
        throw new NotSupportedException();

    public static void Forward<TProbe>(ref float parameters, ref float scratch, ref float activations, RowRange rows, ref TProbe probe)
        where TProbe : struct, IProbe => throw new NotSupportedException();

    public static void Backward<TUpdate, TProbe>(
        ref float parameters, ref float gradients, ref float scratch, ref float activations, RowRange rows, ref TUpdate update,
        ref TProbe probe)
        where TUpdate : struct, IParameterUpdate
        where TProbe : struct, IProbe => throw new NotSupportedException();

    public static void ForwardStage(int stage, ref float parameters, ref float scratch, ref float activations, RowRange rows) =>
        throw new NotSupportedException();

    public static void BackwardStage(int stage, ref float parameters, ref float scratch, ref float activations, RowRange rows) =>
        throw new NotSupportedException();

    public static void BackwardWeights<TUpdate>(
        ref float gradients, ref float scratch, ref float activations, RowRange rows, ref TUpdate update)
        where TUpdate : struct, IParameterUpdate => throw new NotSupportedException();

    private static NetworkInfo Describe()
    {
        NetworkDescription network = new("Net", [3], [3]);
        network.AddLayer("0", "Linear(x)", [3], [3], 0, 0, [-1]);
        network.AddLayer("1", "Wavelet(x)", [3], [3], 0, 0, [0]);
        if (TTold.Prediction is { } values)
            network.Compute(values);
        return network.WithMemory(parameters: 16, scratch: 0, training: (0, 0, 0, 0), teamTraining: 0, prediction: (0, 0, 0));
    }
}

/// <summary>What a network tells of its last layer.</summary>
internal interface ITold
{
    static abstract string? Prediction { get; }
}

/// <summary>Of a later compiler, which knows a layer more.</summary>
internal sealed class LaterNetwork : UntoldNetwork<LaterNetwork>, ITold
{
    public static string Prediction => "%1 = Wavelet x levels=3 : 3";
}

/// <summary>Of an earlier compiler, which told nothing.</summary>
internal sealed class EarlierNetwork : UntoldNetwork<EarlierNetwork>, ITold
{
    public static string? Prediction => null;
}
