using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Training by labels, for losses of classes such as <see cref="SoftmaxCrossEntropy"/>.</summary>
public static class TrainerExtensions
{
    /// <summary>Takes a step: one update of all parameters.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="inputs"><c>[rows, InputShape]</c>, example by example, 1 to the batch size of finite numbers.</param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel. Rows with the loss's <see cref="IClassLoss.IgnoredLabel"/> do not count.
    /// </param>
    /// <returns>The mean loss, before the update.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows or more than a batch, or an input is not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output. Nothing has changed then.</exception>
    /// <exception cref="InvalidOperationException">
    /// Another call has not returned, the optimizer is a default value or remembers more than there is room for, or the schedule's
    /// factor is negative or not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    [OverloadResolutionPriority(1)]
    public static float Step<TNetwork, TOptimizer, TLoss>(
        this Trainer<TNetwork, TOptimizer, TLoss> trainer, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, IClassLoss
    {
        NoProbe probe = default;
        return trainer.Step(inputs, labels, ref probe);
    }

    /// <summary>Takes a step: one update of all parameters.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="inputs">
    /// <c>[rows, InputShape]</c>, with any strides, 1 to the batch size of finite numbers; copied first where it has gaps or another order.
    /// </param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel. Rows with the loss's <see cref="IClassLoss.IgnoredLabel"/> do not count.
    /// </param>
    /// <returns>The mean loss, before the update.</returns>
    /// <exception cref="ArgumentException">
    /// The shape is another, there are no rows or more than a batch, or not as many labels, or an input is not finite. Nothing has changed
    /// then.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output. Nothing has changed then.</exception>
    /// <exception cref="InvalidOperationException">
    /// Another call has not returned, the optimizer is a default value or remembers more than there is room for, or the schedule's
    /// factor is negative or not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public static float Step<TNetwork, TOptimizer, TLoss>(
        this Trainer<TNetwork, TOptimizer, TLoss> trainer, in ReadOnlyTensorSpan<float> inputs, ReadOnlySpan<int> labels)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, IClassLoss
    {
        ArgumentNullException.ThrowIfNull(trainer);
        using Door.Visit visit = trainer.Enter();
        NoProbe probe = default;
        return trainer.TakeStep(trainer.InOrder(inputs, trainer.BatchSize), trainer.Labelled(labels), ref probe);
    }

    /// <summary>
    /// Takes a step that a probe watches. It sees the passes, and every parameter before the update and what the update added.
    /// </summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="inputs"><c>[rows, InputShape]</c>, example by example, 1 to the batch size of finite numbers.</param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel. Rows with the loss's <see cref="IClassLoss.IgnoredLabel"/> do not count.
    /// </param>
    /// <param name="probe">Who watches.</param>
    /// <returns>The mean loss, before the update.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows or more than a batch, or an input is not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output. Nothing has changed then.</exception>
    /// <exception cref="InvalidOperationException">
    /// Another call has not returned, the optimizer is a default value or remembers more than there is room for, or the schedule's
    /// factor is negative or not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public static float Step<TNetwork, TOptimizer, TLoss, TProbe>(
        this Trainer<TNetwork, TOptimizer, TLoss> trainer, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ref TProbe probe)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, IClassLoss
        where TProbe : struct, IProbe
    {
        ArgumentNullException.ThrowIfNull(trainer);
        using Door.Visit visit = trainer.Enter();
        return trainer.TakeStep(inputs, trainer.Labelled(labels), ref probe);
    }

    /// <summary>Shows a probe the forward and the backward pass of a batch, and changes nothing.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="inputs"><c>[rows, InputShape]</c>, example by example, 1 to the batch size of finite numbers.</param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel. Rows with the loss's <see cref="IClassLoss.IgnoredLabel"/> do not count.
    /// </param>
    /// <param name="probe">Who watches.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows or more than a batch, or an input is not finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output.</exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public static float Inspect<TNetwork, TOptimizer, TLoss, TProbe>(
        this Trainer<TNetwork, TOptimizer, TLoss> trainer, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ref TProbe probe)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, IClassLoss
        where TProbe : struct, IProbe
    {
        ArgumentNullException.ThrowIfNull(trainer);
        using Door.Visit visit = trainer.Enter();
        return trainer.ShowPasses(inputs, trainer.Labelled(labels), ref probe);
    }

    /// <summary>The mean loss of any number of examples, and how many of their classes are predicted right.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="inputs"><c>[rows, InputShape]</c>, example by example, at least one row, finite numbers.</param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel. Rows with the loss's <see cref="IClassLoss.IgnoredLabel"/> do not count.
    /// </param>
    /// <returns>The means.</returns>
    /// <exception cref="ArgumentException">A length is another, there are no rows, or an input is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output.</exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    [OverloadResolutionPriority(1)]
    public static ClassEvaluation Evaluate<TNetwork, TOptimizer, TLoss>(
        this Trainer<TNetwork, TOptimizer, TLoss> trainer, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, IClassLoss
    {
        ArgumentNullException.ThrowIfNull(trainer);
        using Door.Visit visit = trainer.Enter();
        return trainer.EvaluateClasses(inputs, labels, default);
    }

    /// <summary>The mean loss of any number of examples, and how many of their classes are predicted right.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="inputs">
    /// <c>[rows, InputShape]</c>, with any strides, at least one row, finite numbers; copied first where it has gaps or another order.
    /// </param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel. Rows with the loss's <see cref="IClassLoss.IgnoredLabel"/> do not count.
    /// </param>
    /// <returns>The means.</returns>
    /// <exception cref="ArgumentException">
    /// The shape is another, there are no rows or not as many labels, or an input is not finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output.</exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public static ClassEvaluation Evaluate<TNetwork, TOptimizer, TLoss>(
        this Trainer<TNetwork, TOptimizer, TLoss> trainer, in ReadOnlyTensorSpan<float> inputs, ReadOnlySpan<int> labels)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, IClassLoss
    {
        ArgumentNullException.ThrowIfNull(trainer);
        using Door.Visit visit = trainer.Enter();
        return trainer.EvaluateClasses(trainer.InOrder(inputs), labels, default);
    }

    /// <summary>Takes a step: one update of all parameters.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="inputs">The examples: tokens, or numbers, which are finite; sequences may be of several lengths.</param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel. Rows with the loss's <see cref="IClassLoss.IgnoredLabel"/> do not count.
    /// </param>
    /// <returns>The mean loss over rows that count, before the update.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows or more than a batch, the inputs are of another kind than the network takes, or one is not
    /// finite, or no label counts. Nothing has changed then.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label is not the index of an output, a token not of the vocabulary, or a length of a sequence not from 1 to all. Nothing has
    /// changed then.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Another call has not returned, the optimizer is a default value or remembers more than there is room for, or the schedule's
    /// factor is negative or not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public static float Step<TNetwork, TOptimizer, TLoss>(
        this Trainer<TNetwork, TOptimizer, TLoss> trainer, Inputs inputs, ReadOnlySpan<int> labels)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, IClassLoss
    {
        NoProbe probe = default;
        return trainer.Step(inputs, labels, ref probe);
    }

    /// <summary>
    /// Takes a step that a probe watches. It sees the passes, and every parameter before the update and what the update added.
    /// </summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="inputs">The examples: tokens, or numbers, which are finite; sequences may be of several lengths.</param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel. Rows with the loss's <see cref="IClassLoss.IgnoredLabel"/> do not count.
    /// </param>
    /// <param name="probe">Who watches.</param>
    /// <returns>The mean loss over rows that count, before the update.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows or more than a batch, the inputs are of another kind than the network takes, or one is not
    /// finite, or no label counts. Nothing has changed then.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label is not the index of an output, a token not of the vocabulary, or a length of a sequence not from 1 to all. Nothing has
    /// changed then.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Another call has not returned, the optimizer is a default value or remembers more than there is room for, or the schedule's
    /// factor is negative or not finite. Nothing has changed then.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public static float Step<TNetwork, TOptimizer, TLoss, TProbe>(
        this Trainer<TNetwork, TOptimizer, TLoss> trainer, Inputs inputs, ReadOnlySpan<int> labels, ref TProbe probe)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, IClassLoss
        where TProbe : struct, IProbe
    {
        ArgumentNullException.ThrowIfNull(trainer);
        using Door.Visit visit = trainer.Enter();
        return trainer.TakeStep(inputs, trainer.Labelled(labels), ref probe);
    }

    /// <summary>Shows a probe the forward and the backward pass of a batch, and changes nothing.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="inputs">The examples: tokens, or numbers, which are finite; sequences may be of several lengths.</param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel. Rows with the loss's <see cref="IClassLoss.IgnoredLabel"/> do not count.
    /// </param>
    /// <param name="probe">Who watches.</param>
    /// <returns>The mean loss over rows that count.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows or more than a batch, the inputs are of another kind than the network takes, or one is not
    /// finite, or no label counts.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label is not the index of an output, a token not of the vocabulary, or a length of a sequence not from 1 to all.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public static float Inspect<TNetwork, TOptimizer, TLoss, TProbe>(
        this Trainer<TNetwork, TOptimizer, TLoss> trainer, Inputs inputs, ReadOnlySpan<int> labels, ref TProbe probe)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, IClassLoss
        where TProbe : struct, IProbe
    {
        ArgumentNullException.ThrowIfNull(trainer);
        using Door.Visit visit = trainer.Enter();
        return trainer.ShowPasses(inputs, trainer.Labelled(labels), ref probe);
    }

    /// <summary>The mean loss of any number of examples, and how many of their classes are predicted right, of rows that count.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="inputs">The examples: tokens, or numbers, which are finite; sequences may be of several lengths.</param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel. Rows with the loss's <see cref="IClassLoss.IgnoredLabel"/> do not count.
    /// </param>
    /// <returns>The means over rows that count.</returns>
    /// <exception cref="ArgumentException">
    /// A length is another, there are no rows, the inputs are of another kind than the network takes, or one is not
    /// finite, or no label counts.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label is not the index of an output, a token not of the vocabulary, or a length of a sequence not from 1 to all.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another call has not returned.</exception>
    /// <exception cref="ObjectDisposedException">The trainer has been disposed of.</exception>
    public static ClassEvaluation Evaluate<TNetwork, TOptimizer, TLoss>(
        this Trainer<TNetwork, TOptimizer, TLoss> trainer, Inputs inputs, ReadOnlySpan<int> labels)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, IClassLoss
    {
        ArgumentNullException.ThrowIfNull(trainer);
        using Door.Visit visit = trainer.Enter();
        return trainer.EvaluateClasses(inputs, labels, default);
    }
}
