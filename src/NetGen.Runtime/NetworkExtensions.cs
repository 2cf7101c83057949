using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>What every network can do.</summary>
public static class NetworkExtensions
{
    /// <summary>
    /// Computes the outputs of any number of examples. Several threads may predict with one network at once, as long as none changes its
    /// parameters; after a thread's first prediction with a network it allocates nothing.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs"><c>[rows, InputShape]</c>, example by example. Not-a-number and infinity pass through.</param>
    /// <param name="outputs">
    /// Receives <c>[rows, OutputShape]</c>, example by example. It may be the memory of the inputs if both are of the same length; no other
    /// overlap is allowed.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The inputs are not whole rows, the outputs are not as many rows, or they overlap: examples pass in blocks,
    /// and the outputs of one block would overwrite inputs of the next.
    /// </exception>
    [OverloadResolutionPriority(1)]
    public static void Predict<TNetwork>(this TNetwork network, ReadOnlySpan<float> inputs, Span<float> outputs)
        where TNetwork : class, INetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        Prediction.Run(network, inputs, outputs);
    }

    /// <summary>Computes the outputs of any number of examples: also of tokens, and of sequences of several lengths.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">The examples. Not-a-number and infinity pass through.</param>
    /// <param name="outputs">Receives <c>[rows, OutputShape]</c>, example by example; of positions that a sequence has not, any.</param>
    /// <exception cref="ArgumentException">
    /// The inputs are not whole rows, or of another kind than the network takes, or not as many lengths, the outputs are not as many rows,
    /// or they overlap as spans may not.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary, or a length not from 1 to all.</exception>
    public static void Predict<TNetwork>(this TNetwork network, Inputs inputs, Span<float> outputs)
        where TNetwork : class, INetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        Prediction.Run(network, inputs, outputs);
    }

    /// <summary>
    /// Computes the outputs of any number of examples, as <see cref="Predict{TNetwork}(TNetwork, ReadOnlySpan{float}, Span{float})"/> does.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs"><c>[rows, InputShape]</c>, with any strides; copied first where it has gaps or another order.</param>
    /// <param name="outputs">Receives <c>[rows, OutputShape]</c>, with any strides.</param>
    /// <exception cref="ArgumentException">A shape is another, or the tensors overlap as spans may not.</exception>
    public static void Predict<TNetwork>(this TNetwork network, in ReadOnlyTensorSpan<float> inputs, in TensorSpan<float> outputs)
        where TNetwork : class, INetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        Prediction.Run(network, inputs, outputs);
    }

    /// <summary>
    /// The share of rows whose class is predicted right, from 0 to 1. The class of the greatest output is what is predicted, the first of
    /// them where several are equal; where an output is not a number, nothing is. Several threads may ask at once, as they may predict.
    /// </summary>
    /// <param name="network">The network, with an output for each class.</param>
    /// <param name="inputs"><c>[rows, InputShape]</c>, example by example, at least one.</param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel.
    /// </param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentException">
    /// The inputs are not whole rows or none, there are not as many labels, or the network has a single output, which is always right.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output.</exception>
    [OverloadResolutionPriority(1)]
    public static double Accuracy<TNetwork>(this TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
        where TNetwork : class, INetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        return RightOf(network, inputs, labels);
    }

    /// <summary>
    /// The share of rows whose class is predicted right, as
    /// <see cref="Accuracy{TNetwork}(TNetwork, ReadOnlySpan{float}, ReadOnlySpan{int})"/> counts it: also of tokens, and of sequences of
    /// several lengths.
    /// </summary>
    /// <param name="network">The network, with an output for each class.</param>
    /// <param name="inputs">The examples, at least one.</param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel. Rows with <see cref="SoftmaxCrossEntropy.NoLabel"/> do not count.
    /// </param>
    /// <returns>The share, from 0 to 1, of rows that count.</returns>
    /// <exception cref="ArgumentException">
    /// The inputs are not whole rows or none, or of another kind than the network takes, or not as many lengths, there are not as many
    /// labels, or none counts, or the network has a single output, which is always right.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label is not the index of an output, a token not of the vocabulary, or a length not from 1 to all.
    /// </exception>
    public static double Accuracy<TNetwork>(this TNetwork network, Inputs inputs, ReadOnlySpan<int> labels)
        where TNetwork : class, INetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        return RightOf(network, inputs, labels);
    }

    /// <summary>
    /// The share of rows whose class is predicted right, as
    /// <see cref="Accuracy{TNetwork}(TNetwork, ReadOnlySpan{float}, ReadOnlySpan{int})"/> counts it.
    /// </summary>
    /// <param name="network">The network, with an output for each class.</param>
    /// <param name="inputs">
    /// <c>[rows, InputShape]</c>, with any strides, at least one row; copied first where it has gaps or another order.
    /// </param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel.
    /// </param>
    /// <returns>The share, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">
    /// The shape is another, there are no rows or not as many labels, or the network has a single output, which is always right.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output.</exception>
    public static double Accuracy<TNetwork>(this TNetwork network, in ReadOnlyTensorSpan<float> inputs, ReadOnlySpan<int> labels)
        where TNetwork : class, INetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        Labels.RequireClasses(TNetwork.Info, nameof(network));
        Examples.RequireInputs(TNetwork.Info, inputs.Lengths);
        return network.Accuracy(Prediction.InOrder(inputs), labels);
    }

    /// <summary>
    /// Prepares predictions for one caller: of single vectors, called often, or of many examples that several threads share.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="threads">
    /// How many threads, 1 to 32; the caller's is one of them. To hand over work takes about a microsecond, or some ten where threads have
    /// gone to sleep.
    /// </param>
    /// <returns>A predictor, to be disposed of.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is not from 1 to 32.</exception>
    public static Predictor<TNetwork> CreatePredictor<TNetwork>(this TNetwork network, int threads = 1)
        where TNetwork : class, INetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        return new Predictor<TNetwork>(network, threads);
    }

    /// <summary>Prepares the writing of sequences, token by token.</summary>
    /// <param name="network">The network.</param>
    /// <param name="sampling">How tokens are chosen; by default as often as the network expects them, with the seed 0.</param>
    /// <returns>A generator with an empty sequence.</returns>
    public static TokenGenerator<TNetwork> CreateGenerator<TNetwork>(this TNetwork network, Sampling sampling = default)
        where TNetwork : class, ICausalNetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        return new TokenGenerator<TNetwork>(network, sampling);
    }

    /// <summary>Goes on with a sequence of tokens, until it is as long as the network's sequences or a token ends it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="prompt">The tokens that the sequence begins with, at least one and at most the network's <c>Length</c>.</param>
    /// <param name="tokens">Receives the tokens that follow, as many as it has room for.</param>
    /// <param name="sampling">How tokens are chosen; by default as often as the network expects them, with the seed 0.</param>
    /// <param name="end">The token that ends a sequence, which is not written; null where none does.</param>
    /// <returns>How many tokens were written.</returns>
    /// <exception cref="ArgumentException">The prompt is empty, or longer than the network's sequences.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A token of the prompt, or <paramref name="end"/>, is not of the vocabulary.
    /// </exception>
    /// <exception cref="InvalidOperationException">The network's scores are not finite.</exception>
    public static int Generate<TNetwork>(
        this TNetwork network, ReadOnlySpan<int> prompt, Span<int> tokens, Sampling sampling = default, int? end = null)
        where TNetwork : class, ICausalNetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        if (prompt.IsEmpty)
            throw new ArgumentException("prompt: expected at least one token, got none.", nameof(prompt));
        int vocabulary = TNetwork.Info.Vocabulary!.Value;
        if (end is int last && (last < 0 || last >= vocabulary))
            throw new ArgumentOutOfRangeException(nameof(end), end, $"end: expected 0 to {vocabulary - 1}, got {end}.");
        TokenGenerator<TNetwork> generator = network.CreateGenerator(sampling);
        generator.Append(prompt, nameof(prompt));
        int written = 0;
        while (written < tokens.Length)
        {
            int next = generator.Choose();
            if (next == end)
                break;
            tokens[written++] = next;
            if (generator.Length == generator.MaxLength)
                break;
            generator.Add(next);
        }

        return written;
    }

    /// <summary>Prepares training.</summary>
    /// <param name="network">The network whose parameters are trained.</param>
    /// <param name="optimizer">Turns gradients into updates, such as <c>new Adam(1e-3f)</c>.</param>
    /// <param name="loss">What is made small, such as <c>Loss.MeanSquaredError</c>.</param>
    /// <param name="batchSize">The most examples that a step takes.</param>
    /// <param name="clipNorm">
    /// The longest that the gradient of all parameters together may be, in Euclidean norm, above 0: a longer one is shortened before the
    /// update (Pascanu et al. 2013). Infinity only measures; null leaves gradients as they are.
    /// </param>
    /// <param name="schedule">
    /// How the learning rate changes from step to step, such as <c>Schedule.Cosine(10_000)</c>; by default, not at all.
    /// </param>
    /// <param name="groups">Parameters that are trained differently from the others; by default, none.</param>
    /// <param name="seed">The seed of what is random in a step: dropout.</param>
    /// <param name="threads">
    /// How many threads share a step, 1 to 32: rows of the batch, then panels of weights. The result is the same bits for any number. More
    /// than there are cores only cost time, and so do threads where a step takes less than about 200 microseconds. A step that a probe
    /// watches runs on one.
    /// </param>
    /// <returns>A trainer, with its memory allocated; dispose of it where it has more than one thread.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The batch size is below 1, or its activations are more than an array holds; or the loss has no meaning for the number of outputs,
    /// or less than one term for each row; or <see cref="IOptimizer.StateCount"/> is negative;
    /// or <paramref name="clipNorm"/> is not above 0;
    /// or <paramref name="threads"/> is not from 1 to 32.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A group is null, or it matches no parameter, or only parameters of groups before it, or only ones that the network declares frozen;
    /// or <see cref="IOptimizer.ScratchLength"/> is negative or more than an array holds.
    /// </exception>
    public static Trainer<TNetwork, TOptimizer, TLoss> CreateTrainer<TNetwork, TOptimizer, TLoss>(
        this TNetwork network,
        TOptimizer optimizer,
        TLoss loss,
        int batchSize,
        float? clipNorm = null,
        Schedule? schedule = null,
        IReadOnlyList<ParameterGroup>? groups = null,
        int seed = 0,
        int threads = 1)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, ILoss =>
        new(network, optimizer, loss, batchSize, clipNorm, schedule, groups, seed, threads);

    /// <summary>
    /// Saves the parameters as a safetensors file, under their names and in their shapes <c>[out, in]</c> and <c>[out]</c>, which are
    /// PyTorch's. The file stands under its name when it is whole; until then, and if anything fails, what was there before stays. Links
    /// are followed; a file that is replaced keeps its mode and, on Linux, its owner; a device or a pipe is written to.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="path">Where the file will lie. A file of this name is replaced.</param>
    /// <exception cref="ArgumentException">
    /// The path is empty, or ends with <c>.netgen-saving</c>, which stands for files that are not whole yet.
    /// </exception>
    /// <exception cref="IOException">
    /// The file cannot be written: it is a folder, its folder is missing or takes no new files, the disk is full, this process may not
    /// write it, or another save to the same path is under way. The message begins with the path.
    /// </exception>
    public static void Save<TNetwork>(this TNetwork network, string path)
        where TNetwork : class, INetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkFile.Of(network.Parameters).Save(path);
    }

    /// <summary>
    /// Saves the parameters as <see cref="Save{TNetwork}(TNetwork, string)"/> does, with notes of your own in the same file.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="path">Where the file will lie. A file of this name is replaced.</param>
    /// <param name="notes">
    /// What else the file is to hold: texts as <see cref="SafetensorsFile.Metadata"/>, numbers as tensors. In the file <c>notes.</c> stands
    /// in front of their names.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The path is empty, or ends with <c>.netgen-saving</c>, which stands for files that are not whole yet; or a note is no text.
    /// </exception>
    /// <exception cref="IOException">
    /// The file cannot be written: it is a folder, its folder is missing or takes no new files, the disk is full, this process may not
    /// write it, or another save to the same path is under way. The message begins with the path.
    /// </exception>
    public static void Save<TNetwork>(this TNetwork network, string path, SafetensorsFile notes)
        where TNetwork : class, INetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(notes);
        SafetensorsFile file = NetworkFile.Of(network.Parameters);
        NetworkFile.AddNotes(file, notes);
        file.Save(path);
    }

    /// <summary>
    /// Loads the parameters from a safetensors file, be it of <see cref="Save{TNetwork}(TNetwork, string)"/>, of a trainer or of another
    /// framework. What a trainer saved of its optimizer is left aside. A trainer of this network goes on with its own optimizer.
    /// </summary>
    /// <param name="network">The network, whose parameters are as they were if this throws.</param>
    /// <param name="path">Where the file lies.</param>
    /// <returns>The notes that were saved with it; empty where there were none.</returns>
    /// <exception cref="InvalidDataException">
    /// It is no safetensors file or a damaged one, or its tensors are not those of the network, by name, type and shape.
    /// </exception>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="IOException">
    /// The file cannot be read: it is not there, it is a folder or a pipe, or this process may not read it.
    /// </exception>
    public static SafetensorsFile Load<TNetwork>(this TNetwork network, string path)
        where TNetwork : class, INetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkFile file = new(path, TNetwork.Info.Name);
        file.LoadInto(network.Parameters);
        return file.Notes();
    }

    private static double RightOf<TNetwork>(TNetwork network, Inputs inputs, ReadOnlySpan<int> labels)
        where TNetwork : class, INetwork
    {
        NetworkInfo info = TNetwork.Info;
        Labels.RequireClasses(info, nameof(network));
        int rows = Examples.SomeRows(info, inputs);
        int counted = Labels.Require(labels, info, rows, SoftmaxCrossEntropy.NoLabel, inputs.Lengths);
        RightClasses right = new(info, inputs.Lengths, labels);
        Prediction.Run(network, inputs, rows, ref right);
        return (double)right.Count / counted;
    }
}
