using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Trains a network: forward pass, loss, backward pass and optimizer. The optimizer is applied to every gradient as soon as it is finished;
/// it waits for the end of the backward pass where the gradient is clipped, or where it takes whole parameters. All memory is allocated
/// when the trainer is created; a step allocates nothing. It takes one call at a time, whether or not threads help it: another call
/// meanwhile, from a thread or from what the first one calls (a probe, a schedule, an optimizer, a loss), is an
/// <see cref="InvalidOperationException"/> and changes nothing. Where nobody disposes of the trainer, the threads that help end when it is
/// garbage.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TOptimizer">Turns gradients into updates.</typeparam>
/// <typeparam name="TLoss">What is made small.</typeparam>
public sealed partial class Trainer<TNetwork, TOptimizer, TLoss> : ITrainer
    where TNetwork : class, INetwork
    where TOptimizer : struct, IOptimizer
    where TLoss : struct, ILoss
{
    private readonly ParameterUpdater<TOptimizer> updater;
    private readonly TLoss loss;
    private readonly IClassLoss? classLoss;
    private readonly IPartLoss? partLoss;
    private readonly int partLength;
    private readonly int lossTermsPerRow;
    private readonly float? clipNorm;
    private readonly Schedule schedule;
    private readonly int seed;
    private readonly StepMemory memory;
    private readonly ThreadTeam? team;
    private readonly TeamPasses<TNetwork, ApplyOptimizer<TOptimizer>>? teamPasses;
    private readonly Door door = new($"Trainer<{Info.Name}, {typeof(TOptimizer).Name}, {typeof(TLoss).Name}>");
    private StepMemory? wholeMemory;
    private ParameterChange? change;
    private float[]? inputCopy;
    private float[]? targetCopy;

    internal Trainer(
        TNetwork network,
        TOptimizer optimizer,
        TLoss loss,
        int batchSize,
        float? clipNorm,
        Schedule? schedule,
        IReadOnlyList<ParameterGroup>? groups,
        int seed,
        int threads)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        if (clipNorm is not (null or > 0))
            throw new ArgumentOutOfRangeException(nameof(clipNorm), clipNorm, "Expected a norm above 0.");
        ThreadTeam.RequireCount(threads);
        SlowCode<TNetwork>.TellOnce();
        Network = network;
        BatchSize = batchSize;
        this.loss = loss;
        classLoss = loss as IClassLoss;
        this.clipNorm = clipNorm;
        this.seed = seed;
        this.schedule = schedule ?? Schedule.Constant;
        lossTermsPerRow = loss.TermsPerRow(Info.OutputWidth);
        if (lossTermsPerRow < 1)
            throw new ArgumentOutOfRangeException(nameof(loss), lossTermsPerRow, $"{typeof(TLoss).Name}.TermsPerRow: expected at least 1.");
        int? part = threads == 1 ? BatchPart.Examples(Info.Memory, batchSize) : null;
        partLoss = part is null ? null : loss as IPartLoss;
        partLength = partLoss is null ? batchSize : part!.Value;
        updater = new ParameterUpdater<TOptimizer>(
            optimizer, Info, network.Parameters.Slab, groups ?? [], threads, inParts: partLoss is not null);
        memory = new StepMemory(Info, partLength, threads);
        Gradients = new ParameterSet(Info, updater.GradientSlab);
        if (threads > 1)
        {
            team = new ThreadTeam(threads);
            teamPasses = new TeamPasses<TNetwork, ApplyOptimizer<TOptimizer>>(
                team, network.Parameters.Slab, updater.GradientSlab, memory, new ApplyOptimizer<TOptimizer>(updater));
        }
    }

    /// <summary>The network whose parameters are trained.</summary>
    public TNetwork Network { get; }

    /// <summary>The most examples that a step takes.</summary>
    public int BatchSize { get; }

    /// <summary>The number of steps taken.</summary>
    public long StepCount { get; private set; }

    /// <summary>
    /// The learning rate of the next step: the optimizer's, times the schedule's factor and <see cref="LearningRateFactor"/>. Groups have
    /// a factor of their own on top.
    /// </summary>
    /// <exception cref="InvalidOperationException">The schedule's factor is negative or not finite.</exception>
    public float LearningRate => (float)(Optimizer.LearningRate * RateFactor());

    /// <summary>
    /// The factor on the learning rate of the steps to come, whatever the optimizer and beside the schedule's: finite, not below 0. By
    /// default 1. As the optimizer's own learning rate, it is not saved.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public double LearningRateFactor
    {
        get;
        set => field = double.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a finite factor, not below 0.");
    } = 1;

    /// <summary>
    /// The norm that the gradient of all parameters but frozen ones had in the last step, before it was clipped; null before the first
    /// step, and where nothing is clipped.
    /// </summary>
    public double? GradientNorm { get; private set; }

    /// <summary>
    /// The gradient of every parameter in the last step or inspection, by the parameter's name: zeros before the first and for parameters
    /// that are declared frozen, and shortened where it was clipped.
    /// </summary>
    public ParameterSet Gradients { get; }

    /// <summary>
    /// The optimizer, by reference: its learning rate may change between steps. One that remembers more for each parameter than the one
    /// that the trainer was created with makes the next step throw.
    /// </summary>
    public ref TOptimizer Optimizer => ref updater.Optimizer;

    private static NetworkInfo Info => TNetwork.Info;

    /// <summary>Takes a step: one update of all parameters.</summary>
    /// <param name="inputs"><c>[rows, InputShape]</c>, example by example, 1 to <see cref="BatchSize"/> rows of finite numbers.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows of finite numbers.</param>
    /// <returns>The mean loss, before the update.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows or more than a batch, or a number is not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Another call has not returned, the optimizer is a default value or remembers more than there is room for, or the schedule's
    /// factor is negative or not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    [OverloadResolutionPriority(1)]
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        NoProbe probe = default;
        return Step(inputs, targets, ref probe);
    }

    /// <summary>
    /// Takes a step that a probe watches. It sees the passes, and every parameter before the update and what the update added.
    /// </summary>
    /// <param name="inputs"><c>[rows, InputShape]</c>, example by example, 1 to <see cref="BatchSize"/> rows of finite numbers.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows of finite numbers.</param>
    /// <param name="probe">Who watches.</param>
    /// <returns>The mean loss, before the update.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows or more than a batch, or a number is not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Another call has not returned, the optimizer is a default value or remembers more than there is room for, or the schedule's
    /// factor is negative or not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public float Step<TProbe>(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ref TProbe probe)
        where TProbe : struct, IProbe
    {
        using Door.Visit visit = door.Enter();
        return TakeStep(inputs, new OutputTargets<TLoss>(targets), ref probe);
    }

    /// <summary>Takes a step.</summary>
    /// <param name="inputs"><c>[rows, InputShape]</c>, with any strides; copied first where it has gaps or another order.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, with any strides; copied first where it has gaps or another order.</param>
    /// <returns>The mean loss, before the update.</returns>
    /// <exception cref="ArgumentException">
    /// A shape is another, there are no rows or more than a batch, or a number is not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Another call has not returned, the optimizer is a default value or remembers more than there is room for, or the schedule's
    /// factor is negative or not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public float Step(in ReadOnlyTensorSpan<float> inputs, in ReadOnlyTensorSpan<float> targets)
    {
        using Door.Visit visit = door.Enter();
        Examples.RequireShapes(Info, inputs.Lengths, targets.Lengths, BatchSize);
        NoProbe probe = default;
        OutputTargets<TLoss> all = new(TensorMemory.Of(targets, ref targetCopy));
        return TakeStep(TensorMemory.Of(inputs, ref inputCopy), all, ref probe);
    }

    /// <summary>Shows a probe the forward and the backward pass of a batch, and changes nothing.</summary>
    /// <param name="inputs"><c>[rows, InputShape]</c>, example by example, 1 to <see cref="BatchSize"/> rows of finite numbers.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows of finite numbers.</param>
    /// <param name="probe">Who watches.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows or more than a batch, or a number is not finite.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public float Inspect<TProbe>(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ref TProbe probe)
        where TProbe : struct, IProbe
    {
        using Door.Visit visit = door.Enter();
        return ShowPasses(inputs, new OutputTargets<TLoss>(targets), ref probe);
    }

    /// <summary>The mean loss of any number of examples.</summary>
    /// <param name="inputs"><c>[rows, InputShape]</c>, example by example, at least one row, finite numbers.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows of finite numbers.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentException">A length is another, there are no rows, or a number is not finite.</exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    [OverloadResolutionPriority(1)]
    public float Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        using Door.Visit visit = door.Enter();
        OutputTargets<TLoss> all = new(targets);
        return MeanLoss(inputs, ref all);
    }

    /// <summary>The mean loss of any number of examples.</summary>
    /// <param name="inputs"><c>[rows, InputShape]</c>, with any strides; copied first where it has gaps or another order.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, with any strides; copied first where it has gaps or another order.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentException">A shape is another, there are no rows, or a number is not finite.</exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public float Evaluate(in ReadOnlyTensorSpan<float> inputs, in ReadOnlyTensorSpan<float> targets)
    {
        using Door.Visit visit = door.Enter();
        Examples.RequireShapes(Info, inputs.Lengths, targets.Lengths);
        OutputTargets<TLoss> all = new(TensorMemory.Of(targets, ref targetCopy));
        return MeanLoss(TensorMemory.Of(inputs, ref inputCopy), ref all);
    }

    /// <summary>Takes a step: one update of all parameters.</summary>
    /// <param name="inputs">The examples: tokens, or numbers, which are finite; sequences may be of several lengths.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows of finite numbers.</param>
    /// <returns>The mean loss, before the update; where outputs go by position, of positions that sequences have.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows or more than a batch, the inputs are of another kind than the network takes, or one is not
    /// finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A token is not of the vocabulary, or a length of a sequence not from 1 to all. Nothing has changed then.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Another call has not returned, the optimizer is a default value or remembers more than there is room for, or the schedule's
    /// factor is negative or not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public float Step(Inputs inputs, ReadOnlySpan<float> targets)
    {
        using Door.Visit visit = door.Enter();
        NoProbe probe = default;
        return TakeStep(inputs, new OutputTargets<TLoss>(targets), ref probe);
    }

    /// <summary>Shows a probe the forward and the backward pass of a batch, and changes nothing.</summary>
    /// <param name="inputs">The examples: tokens, or numbers, which are finite; sequences may be of several lengths.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows of finite numbers.</param>
    /// <param name="probe">Who watches.</param>
    /// <returns>The mean loss; where outputs go by position, of positions that sequences have.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows or more than a batch, the inputs are of another kind than the network takes, or one is not
    /// finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A token is not of the vocabulary, or a length of a sequence not from 1 to all.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public float Inspect<TProbe>(Inputs inputs, ReadOnlySpan<float> targets, ref TProbe probe)
        where TProbe : struct, IProbe
    {
        using Door.Visit visit = door.Enter();
        return ShowPasses(inputs, new OutputTargets<TLoss>(targets), ref probe);
    }

    /// <summary>The mean loss of any number of examples.</summary>
    /// <param name="inputs">The examples: tokens, or numbers, which are finite; sequences may be of several lengths.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows of finite numbers.</param>
    /// <returns>The mean; where outputs go by position, of positions that sequences have.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows, the inputs are of another kind than the network takes, or one is not
    /// finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A token is not of the vocabulary, or a length of a sequence not from 1 to all.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public float Evaluate(Inputs inputs, ReadOnlySpan<float> targets) => Evaluate(inputs, targets, default);

    /// <summary>The mean loss of any number of examples, and their outputs.</summary>
    /// <param name="inputs">The examples: tokens, or numbers, which are finite; sequences may be of several lengths.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows of finite numbers.</param>
    /// <param name="outputs">Receives the outputs, <c>[rows, OutputShape]</c>; empty where they are not wanted.</param>
    /// <returns>The mean; where outputs go by position, of positions that sequences have.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows, the inputs are of another kind than the network takes, or one is not
    /// finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A token is not of the vocabulary, or a length of a sequence not from 1 to all.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public float Evaluate(Inputs inputs, ReadOnlySpan<float> targets, Span<float> outputs)
    {
        using Door.Visit visit = door.Enter();
        OutputTargets<TLoss> all = new(targets);
        return MeanLoss(inputs, ref all, outputs);
    }

    /// <summary>
    /// Saves the training as a safetensors file: the network's parameters as
    /// <see cref="NetworkExtensions.Save{TNetwork}(TNetwork, string)"/> does, what the optimizer remembers of each
    /// (<c>optimizer.state0.layers.0.linear.weight</c> and so on), its type and <see cref="StepCount"/>. What the optimizer was created
    /// with, such as its learning rate, is not in the file.
    /// </summary>
    /// <param name="path">Where the file will lie. A file of this name is replaced when the new one is whole.</param>
    /// <exception cref="ArgumentException">
    /// The path is empty, or ends with <c>.netgen-saving</c>, which stands for files that are not whole yet.
    /// </exception>
    /// <exception cref="IOException">
    /// The file cannot be written, for a reason that <see cref="NetworkExtensions.Save{TNetwork}(TNetwork, string)"/> names.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public void Save(string path)
    {
        using Door.Visit visit = door.Enter();
        Checkpoint.Save(path, Info, Network.Parameters, updater, StepCount, seed, notes: null);
    }

    /// <summary>Saves the training as <see cref="Save(string)"/> does, with notes of your own in the same file.</summary>
    /// <param name="path">Where the file will lie. A file of this name is replaced when the new one is whole.</param>
    /// <param name="notes">
    /// What else the file is to hold, such as the best loss so far or the mean of inputs: texts as <see cref="SafetensorsFile.Metadata"/>,
    /// numbers as tensors. In the file <c>notes.</c> stands in front of their names.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The path is empty, or ends with <c>.netgen-saving</c>, which stands for files that are not whole yet; or a note is no text.
    /// </exception>
    /// <exception cref="IOException">
    /// The file cannot be written, for a reason that <see cref="NetworkExtensions.Save{TNetwork}(TNetwork, string)"/> names.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public void Save(string path, SafetensorsFile notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        using Door.Visit visit = door.Enter();
        Checkpoint.Save(path, Info, Network.Parameters, updater, StepCount, seed, notes);
    }

    /// <summary>
    /// Loads a training that <see cref="Save(string)"/> saved. With an optimizer created alike, the steps to come give the same bits as if
    /// it had never stopped.
    /// </summary>
    /// <param name="path">Where the file lies.</param>
    /// <returns>The notes that were saved with it; empty where there were none.</returns>
    /// <exception cref="InvalidDataException">
    /// It is no safetensors file or a damaged one, it has no optimizer or one of another type or with another
    /// <see cref="IOptimizer.StateCount"/>, or its tensors are not those of the network, by name, type and shape, or the network has
    /// dropout and the trainer another seed. Nothing has changed then.
    /// </exception>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="IOException">
    /// The file cannot be read: it is not there, it is a folder or a pipe, or this process may not read it.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public SafetensorsFile Load(string path)
    {
        using Door.Visit visit = door.Enter();
        (StepCount, SafetensorsFile notes) = Checkpoint.Load(path, Info, Network.Parameters, updater, seed);
        return notes;
    }

    /// <summary>
    /// Ends the threads that help, if there are any. The network and its parameters stay as they are; the trainer takes no more calls then.
    /// </summary>
    /// <exception cref="InvalidOperationException">A call of the trainer has not returned. Nothing has changed then.</exception>
    public void Dispose()
    {
        if (door.Close())
            team?.Dispose();
    }
}
