using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Writes sequences token by token. The keys and values of all positions so far are kept, so that a token costs one position; its scores
/// have the same bits as <see cref="NetworkExtensions.Predict{TNetwork}(TNetwork, Inputs, Span{float})"/> gives for the whole sequence. It
/// allocates nothing after it was created. One call at a time; parameters must not change between the tokens of a sequence.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
public sealed class TokenGenerator<TNetwork>
    where TNetwork : class, ICausalNetwork
{
    private readonly Slab slab;
    private readonly TokenChoice choice;
    private readonly Door door = new($"TokenGenerator<{TNetwork.Info.Name}>");

    internal TokenGenerator(TNetwork network, Sampling sampling)
    {
        MemoryPlan plan = TNetwork.Info.Memory;
        Network = network;
        slab = new Slab(checked(plan.PredictionScratch + plan.PredictionPerBatch + plan.GenerationLength));
        choice = new TokenChoice(sampling, Vocabulary);
        SlowCode<TNetwork>.TellOnce();
    }

    /// <summary>The network that writes, with the parameters that it has at the time.</summary>
    public TNetwork Network { get; }

    /// <summary>The most tokens that a sequence has: the network's <c>Length</c>.</summary>
    public int MaxLength { get; } = TNetwork.Info.InputLength;

    /// <summary>How many tokens the sequence has so far.</summary>
    public int Length { get; private set; }

    /// <summary>
    /// The score of every token to be the next one, <c>[Vocabulary]</c>, as the last token left them. They stay until the next.
    /// </summary>
    /// <exception cref="InvalidOperationException">The sequence has no token yet.</exception>
    public ReadOnlySpan<float> Scores => Length > 0
        ? new BatchSpan(ref Unsafe.Add(ref Activations, TNetwork.Info.Memory.Generation.Output), MaxLength, Vocabulary)[Length - 1]
        : throw new InvalidOperationException("Expected a sequence with a token, got an empty one: add a token first.");

    private static int Vocabulary => TNetwork.Info.Vocabulary!.Value;

    private ref float Activations
    {
        get
        {
            MemoryPlan plan = TNetwork.Info.Memory;
            return ref Unsafe.Add(ref slab.Origin, plan.PredictionScratch + plan.PredictionPerBatch);
        }
    }

    /// <summary>Forgets the sequence, for another to begin. Choices go on with the random numbers that come next.</summary>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    public void Clear()
    {
        using Door.Visit visit = door.Enter();
        Length = 0;
    }

    /// <summary>Adds tokens to the sequence.</summary>
    /// <param name="tokens">The tokens, from 0 to below the vocabulary.</param>
    /// <exception cref="ArgumentException">The sequence would be longer than <see cref="MaxLength"/>. Nothing has changed then.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary. Nothing has changed then.</exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    public void Add(params ReadOnlySpan<int> tokens)
    {
        using Door.Visit visit = door.Enter();
        Append(tokens, nameof(tokens));
    }

    /// <summary>Adds tokens that messages call by a name.</summary>
    internal void Append(ReadOnlySpan<int> tokens, string name)
    {
        int first = Length;
        if (tokens.Length > MaxLength - first)
        {
            throw new ArgumentException(
                $"{name}: expected at most {MaxLength - first}, for a sequence of {MaxLength}, got {tokens.Length}.", name);
        }

        if (tokens.IndexOfAnyExceptInRange(0, Vocabulary - 1) is >= 0 and int wrong)
        {
            throw new ArgumentOutOfRangeException(
                name, tokens[wrong], FormattableString.Invariant(
                    $"{name}: expected 0 to {Vocabulary - 1}, got {tokens[wrong]} at position {first + wrong} (counted from 0)."));
        }

        if (tokens.IsEmpty)
            return;
        Span<float> input = new BatchSpan(ref Unsafe.Add(ref Activations, TNetwork.Info.Memory.Generation.Input), 1, MaxLength)[0];
        for (int place = 0; place < tokens.Length; place++)
            input[first + place] = tokens[place];
        RowRange rows = RowRange.Positions(first, first + tokens.Length);
        TNetwork.InferNext(ref Network.Parameters.Origin, ref slab.Origin, ref Activations, rows);
        Length = first + tokens.Length;
    }

    /// <summary>Chooses the next token by the scores, without adding it.</summary>
    /// <returns>The token.</returns>
    /// <exception cref="InvalidOperationException">
    /// The sequence has no token yet, the scores are not finite, or another call has not returned.
    /// </exception>
    public int Choose()
    {
        using Door.Visit visit = door.Enter();
        return choice.Next(Scores);
    }
}
