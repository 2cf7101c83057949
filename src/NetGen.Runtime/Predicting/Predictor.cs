using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Predicts on several threads, which share the examples. Each thread takes its own examples through all layers, so results are the same
/// bits for any number of threads. One call at a time. Where nobody disposes of it, its threads end when it is garbage.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
public sealed class Predictor<TNetwork> : IDisposable
    where TNetwork : class, INetwork
{
    private readonly ThreadTeam team;
    private readonly Action<int> predict;
    private readonly Door door = new($"Predictor<{TNetwork.Info.Name}>");
    private nint inputs;
    private nint outputs;
    private int rows;

    internal Predictor(TNetwork network, int threads)
    {
        Network = network;
        team = new ThreadTeam(threads);
        predict = Predict;
    }

    /// <summary>The network that predicts, with the parameters that it has at the time.</summary>
    public TNetwork Network { get; }

    /// <summary>Computes the outputs of any number of examples.</summary>
    /// <param name="inputs"><c>[rows, InputShape]</c>, example by example. Not-a-number and infinity pass through.</param>
    /// <param name="outputs">
    /// Receives <c>[rows, OutputShape]</c>, example by example. It may be the memory of the inputs if both are of the same length; no other
    /// overlap is allowed.
    /// </param>
    /// <exception cref="ArgumentException">The inputs are not whole rows, the outputs are not as many rows, or they overlap.</exception>
    /// <exception cref="ObjectDisposedException">The predictor has been disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another call of this predictor has not returned.</exception>
    public unsafe void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        using Door.Visit visit = door.Enter();
        rows = Prediction.Rows<TNetwork>(inputs, outputs);
        fixed (float* source = inputs, target = outputs)
        {
            this.inputs = (nint)source;
            this.outputs = (nint)target;
            team.Run(predict);
        }
    }

    /// <summary>Ends the threads. The network stays as it is.</summary>
    /// <exception cref="InvalidOperationException">A call of this predictor has not returned. Nothing has changed then.</exception>
    public void Dispose()
    {
        if (door.Close())
            team.Dispose();
    }

    private unsafe void Predict(int share)
    {
        RowRange part = RowRange.Share(rows, share, team.Threads, TNetwork.Info.InputPositions);
        int count = part.End - part.First;
        NetworkInfo info = TNetwork.Info;
        Prediction.Run(
            Network,
            new ReadOnlySpan<float>((float*)inputs + (nint)part.First * info.InputLength, count * info.InputLength),
            new Span<float>((float*)outputs + (nint)part.First * info.OutputLength, count * info.OutputLength));
    }
}
