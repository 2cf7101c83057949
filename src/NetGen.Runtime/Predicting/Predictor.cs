using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Predicts for one caller: a single vector with next to nothing around the network's kernels, in memory of its own; many examples on
/// several threads, which share them. Each thread takes its own examples through all layers, so results are the same bits for any number of
/// threads. One call at a time. Where nobody disposes of it, its threads end when it is garbage.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
public sealed class Predictor<TNetwork> : IDisposable
    where TNetwork : class, INetwork
{
    private readonly ThreadTeam? team;
    private readonly Action<int>? predict;
    private readonly RowPrediction? row;
    private readonly Door door = new($"Predictor<{TNetwork.Info.Name}>");
    private nint values;
    private nint tokens;
    private nint lengths;
    private nint outputs;
    private int rows;

    internal Predictor(TNetwork network, int threads)
    {
        Network = network;
        row = RowPrediction.Of(network);
        if (threads != 1)
        {
            team = new ThreadTeam(threads);
            predict = Predict;
        }
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
    [OverloadResolutionPriority(1)]
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        if (row is { } single && single.Takes(inputs, outputs))
        {
            using Door.Visit visit = door.Enter();
            single.Predict(inputs, outputs);
        }
        else
        {
            Predict(new Inputs(inputs, default), outputs);
        }
    }

    /// <summary>Computes the outputs of any number of examples: also of tokens, and of sequences of several lengths.</summary>
    /// <param name="inputs">The examples. Not-a-number and infinity pass through.</param>
    /// <param name="outputs">Receives <c>[rows, OutputShape]</c>, example by example, in memory apart from the inputs.</param>
    /// <exception cref="ArgumentException">
    /// The inputs are not whole rows, or of another kind than the network takes, or not as many lengths, the outputs are not as many rows,
    /// or they overlap.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary, or a length not from 1 to all.</exception>
    /// <exception cref="ObjectDisposedException">The predictor has been disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another call of this predictor has not returned.</exception>
    public unsafe void Predict(Inputs inputs, Span<float> outputs)
    {
        using Door.Visit visit = door.Enter();
        if (team is null)
        {
            Prediction.Run(Network, inputs, outputs);
            return;
        }

        rows = Prediction.Rows<TNetwork>(inputs, outputs);
        fixed (float* values = inputs.Values, target = outputs)
        fixed (int* tokens = inputs.Tokens, lengths = inputs.Lengths)
        {
            this.values = (nint)values;
            this.tokens = (nint)tokens;
            this.lengths = (nint)lengths;
            this.outputs = (nint)target;
            team.Run(predict!);
        }
    }

    /// <summary>Ends the threads. The network stays as it is.</summary>
    /// <exception cref="InvalidOperationException">A call of this predictor has not returned. Nothing has changed then.</exception>
    public void Dispose()
    {
        if (door.Close())
            team?.Dispose();
    }

    private unsafe void Predict(int share)
    {
        RowRange part = RowRange.Share(rows, share, team!.Threads, TNetwork.Info.InputPositions);
        int count = part.End - part.First;
        NetworkInfo info = TNetwork.Info;
        nint first = (nint)part.First * info.InputLength;
        int length = count * info.InputLength;
        ReadOnlySpan<int> lengths = this.lengths == 0 ? default : new ReadOnlySpan<int>((int*)this.lengths + part.First, count);
        Inputs inputs = info.Vocabulary is null
            ? new Inputs(new ReadOnlySpan<float>((float*)values + first, length), lengths)
            : new Inputs(new ReadOnlySpan<int>((int*)tokens + first, length), lengths);
        Prediction.Run(
            Network, inputs,
            new Span<float>((float*)outputs + (nint)part.First * info.OutputLength, count * info.OutputLength));
    }
}
