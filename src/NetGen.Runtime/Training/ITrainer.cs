namespace NetGen;

/// <summary>
/// A trainer whatever its network, optimizer and loss are: so trainers of several kinds stand in one array, a field needs no type
/// arguments, and a loss is chosen by <c>?:</c>. It takes one call at a time, as <see cref="Trainer{TNetwork, TOptimizer, TLoss}"/> does,
/// and throws what that throws.
/// </summary>
/// <example>
/// <code>
/// ITrainer trainer = robust
///     ? network.CreateTrainer(new Adam(1e-3f), Loss.Huber(), batchSize: 64)
///     : network.CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, batchSize: 64);
/// </code>
/// </example>
public interface ITrainer : IDisposable
{
    /// <summary>What the compiler knows of the network that is trained.</summary>
    NetworkInfo Info { get; }

    /// <summary>The parameters that are trained, by name.</summary>
    ParameterSet Parameters { get; }

    /// <summary>The gradient of every parameter in the last step or inspection, by the parameter's name.</summary>
    ParameterSet Gradients { get; }

    /// <summary>The most examples that a step takes.</summary>
    int BatchSize { get; }

    /// <summary>The number of steps taken.</summary>
    long StepCount { get; }

    /// <summary>
    /// The learning rate of the next step: the optimizer's, times the schedule's factor and <see cref="LearningRateFactor"/>.
    /// </summary>
    float LearningRate { get; }

    /// <summary>
    /// The factor on the learning rate of the steps to come, beside the schedule's: finite, not below 0. By default 1. It is not saved.
    /// </summary>
    double LearningRateFactor { get; set; }

    /// <summary>
    /// The label of rows that do not count, or null where all do; <see cref="SoftmaxCrossEntropy.NoLabel"/> where the loss takes no labels.
    /// </summary>
    int? IgnoredLabel { get; }

    /// <summary>Takes a step: one update of all parameters.</summary>
    /// <param name="inputs">The examples, 1 to <see cref="BatchSize"/>: tokens, or numbers, which are finite.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows of finite numbers.</param>
    /// <returns>The mean loss, before the update.</returns>
    float Step(Inputs inputs, ReadOnlySpan<float> targets);

    /// <summary>Takes a step: one update of all parameters.</summary>
    /// <param name="inputs">The examples, 1 to <see cref="BatchSize"/>: tokens, or numbers, which are finite.</param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel. Rows with <see cref="IgnoredLabel"/> do not count.
    /// </param>
    /// <returns>The mean loss over rows that count, before the update.</returns>
    /// <exception cref="NotSupportedException">The loss takes targets alone. Nothing has changed then.</exception>
    float Step(Inputs inputs, ReadOnlySpan<int> labels);

    /// <summary>Shows a probe the forward and the backward pass of a batch, and changes nothing.</summary>
    /// <param name="inputs">The examples, 1 to <see cref="BatchSize"/>: tokens, or numbers, which are finite.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows of finite numbers.</param>
    /// <param name="probe">Who watches.</param>
    /// <returns>The mean loss.</returns>
    float Inspect<TProbe>(Inputs inputs, ReadOnlySpan<float> targets, ref TProbe probe)
        where TProbe : struct, IProbe;

    /// <summary>Shows a probe the forward and the backward pass of a batch, and changes nothing.</summary>
    /// <param name="inputs">The examples, 1 to <see cref="BatchSize"/>: tokens, or numbers, which are finite.</param>
    /// <param name="labels">The right class of each row, as <see cref="Step(Inputs, ReadOnlySpan{int})"/> takes it.</param>
    /// <param name="probe">Who watches.</param>
    /// <returns>The mean loss over rows that count.</returns>
    /// <exception cref="NotSupportedException">The loss takes targets alone.</exception>
    float Inspect<TProbe>(Inputs inputs, ReadOnlySpan<int> labels, ref TProbe probe)
        where TProbe : struct, IProbe;

    /// <summary>The mean loss of any number of examples, at least one.</summary>
    /// <param name="inputs">The examples: tokens, or numbers, which are finite.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows of finite numbers.</param>
    /// <returns>The mean.</returns>
    float Evaluate(Inputs inputs, ReadOnlySpan<float> targets) => Evaluate(inputs, targets, default);

    /// <summary>The mean loss of any number of examples, at least one, and their outputs.</summary>
    /// <param name="inputs">The examples: tokens, or numbers, which are finite.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows of finite numbers.</param>
    /// <param name="outputs">Receives the outputs, <c>[rows, OutputShape]</c>; empty where they are not wanted.</param>
    /// <returns>The mean.</returns>
    float Evaluate(Inputs inputs, ReadOnlySpan<float> targets, Span<float> outputs);

    /// <summary>The mean loss of any number of examples, at least one, and how many of their classes are predicted right.</summary>
    /// <param name="inputs">The examples: tokens, or numbers, which are finite.</param>
    /// <param name="labels">The right class of each row, as <see cref="Step(Inputs, ReadOnlySpan{int})"/> takes it.</param>
    /// <returns>The means over rows that count.</returns>
    /// <exception cref="NotSupportedException">The loss takes targets alone.</exception>
    ClassEvaluation Evaluate(Inputs inputs, ReadOnlySpan<int> labels) => Evaluate(inputs, labels, default);

    /// <summary>
    /// The mean loss of any number of examples, at least one, how many of their classes are predicted right, and their outputs.
    /// </summary>
    /// <param name="inputs">The examples: tokens, or numbers, which are finite.</param>
    /// <param name="labels">The right class of each row, as <see cref="Step(Inputs, ReadOnlySpan{int})"/> takes it.</param>
    /// <param name="outputs">Receives the outputs, <c>[rows, OutputShape]</c>; empty where they are not wanted.</param>
    /// <returns>The means over rows that count.</returns>
    /// <exception cref="NotSupportedException">The loss takes targets alone.</exception>
    ClassEvaluation Evaluate(Inputs inputs, ReadOnlySpan<int> labels, Span<float> outputs);

    /// <summary>Saves the training in one file: parameters, what the optimizer remembers, and the number of steps.</summary>
    /// <param name="path">Where the file will lie. A file of this name is replaced when the new one is whole.</param>
    void Save(string path);

    /// <summary>Saves the training in one file, with notes of your own.</summary>
    /// <param name="path">Where the file will lie. A file of this name is replaced when the new one is whole.</param>
    /// <param name="notes">
    /// What else the file is to hold, such as the best loss so far or the mean of inputs: texts as <see cref="SafetensorsFile.Metadata"/>,
    /// numbers as tensors. <see cref="Load"/> gives them back.
    /// </param>
    void Save(string path, SafetensorsFile notes);

    /// <summary>Loads a training that <see cref="Save(string)"/> saved: all of it, or nothing if it throws.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <returns>The notes that were saved with it; empty where there were none.</returns>
    SafetensorsFile Load(string path);
}
