using System.Numerics.Tensors;
using NetGen.CompilerServices;

namespace NetGen;

// What a trainer does once it has let a call in.
public sealed partial class Trainer<TNetwork, TOptimizer, TLoss>
{
    internal Door.Visit Enter() => door.Enter();

    /// <summary>Inputs example by example: their own memory or, where it has gaps or another order, a copy.</summary>
    internal ReadOnlySpan<float> InOrder(in ReadOnlyTensorSpan<float> inputs, int most = int.MaxValue)
    {
        Examples.RequireInputs(Info, inputs.Lengths, most);
        return TensorMemory.Of(inputs, ref inputCopy);
    }

    internal float TakeStep<TTargets, TProbe>(Inputs inputs, TTargets targets, ref TProbe probe)
        where TTargets : struct, ITargets<TLoss>, allows ref struct
        where TProbe : struct, IProbe
    {
        int rows = Examples.Rows(Info, inputs, BatchSize, Info.LeastBatch, targets.CountExamples(Info));
        int counted = targets.Require(loss, Info, rows, inputs.Lengths);
        updater.BeginStep(StepCount + 1, RateFactor());
        if (TProbe.Observes)
        {
            change ??= new ParameterChange(Info, Network.Parameters.Slab);
            change.Begin(ref probe);
        }

        bool keepGradients = clipNorm is not null || updater.UpdatesWhole;
        float mean = ForwardBackward(inputs, targets, rows, counted, PassKind.Step, keepGradients, ref probe);
        if (clipNorm is { } limit)
            GradientNorm = updater.Clip(limit);
        if (keepGradients)
            updater.UpdateAll(TProbe.Observes ? null : team);

        StepCount++;

        if (TProbe.Observes)
            change!.End(ref probe);
        return mean;
    }

    internal float ShowPasses<TTargets, TProbe>(Inputs inputs, TTargets targets, ref TProbe probe)
        where TTargets : struct, ITargets<TLoss>, allows ref struct
        where TProbe : struct, IProbe
    {
        int rows = Examples.Rows(Info, inputs, BatchSize, Info.LeastBatch, targets.CountExamples(Info));
        int counted = targets.Require(loss, Info, rows, inputs.Lengths);
        return ForwardBackward(inputs, targets, rows, counted, PassKind.Inspection, keepGradients: true, ref probe);
    }

    internal float MeanLoss<TTargets>(Inputs inputs, ref TTargets targets, Span<float> outputs = default)
        where TTargets : struct, ITargets<TLoss>, allows ref struct
    {
        int rows = Examples.Rows(Info, inputs);
        int counted = targets.Require(loss, Info, rows, inputs.Lengths);
        if (!outputs.IsEmpty)
            Examples.RequireRows(outputs.Length, rows, Info.OutputLength, Info.OutputShape, nameof(outputs));
        double sum = 0;
        for (int start = 0; start < rows; start += BatchSize)
            sum += SumOfLoss(inputs, start, Math.Min(BatchSize, rows - start), ref targets, outputs);
        return Mean(sum, counted);
    }

    // A batch of an evaluation.
    private double SumOfLoss<TTargets>(Inputs inputs, int first, int examples, ref TTargets targets, Span<float> outputs)
        where TTargets : struct, ITargets<TLoss>, allows ref struct
    {
        NoProbe probe = default;
        StepMemory memory = GoesInParts(inputs, examples) ? this.memory : MemoryFor(examples);
        double sum = 0;
        for (int start = first, count; start < first + examples; start += count)
        {
            count = Math.Min(memory.BatchSize, first + examples - start);
            Inputs part = inputs.Slice(Info, start, count);
            Forward(memory, part, RowRange.All(count), StepKey.Evaluation, ref probe);
            int row = start * Info.OutputPositions;
            sum = count < examples
                ? targets.Sum(partLoss!, memory.Output(count), row, sum)
                : BatchLoss.Sum(loss, ref targets, memory.Output(count), row, CountedRows.Of(Info, count, part.Lengths));
            if (!outputs.IsEmpty)
                memory.Output(count).CopyTo(outputs.Slice(start * Info.OutputLength, count * Info.OutputLength));
        }

        return sum;
    }

    internal LabelTargets<TLoss> Labelled(ReadOnlySpan<int> labels) => classLoss is { } ofClasses
        ? new LabelTargets<TLoss>(ofClasses, labels)
        : throw new NotSupportedException(
            $"Expected targets, [rows, {string.Join(", ", Info.OutputShape)}] floats, as {typeof(TLoss).Name} is no loss of classes, "
            + $"got {labels.Length} labels.");

    internal ClassEvaluation EvaluateClasses(Inputs inputs, ReadOnlySpan<int> labels, Span<float> outputs)
    {
        LabelTargets<TLoss> targets = Labelled(labels);
        float mean = MeanLoss(inputs, ref targets, outputs);
        return new ClassEvaluation(mean, (double)targets.Right / targets.Counted);
    }

    private double RateFactor() => ScheduleFactor() * LearningRateFactor;

    private double ScheduleFactor()
    {
        double factor = schedule.Factor(StepCount);
        return double.IsFinite(factor) && factor >= 0
            ? factor
            : throw new InvalidOperationException(
                FormattableString.Invariant($"{schedule}: expected a finite factor, not below 0, got {factor} after {StepCount} steps."));
    }

    private float ForwardBackward<TTargets, TProbe>(
        Inputs inputs, TTargets targets, int rows, int counted, PassKind kind, bool keepGradients, ref TProbe probe)
        where TTargets : struct, ITargets<TLoss>, allows ref struct
        where TProbe : struct, IProbe
    {
        if (!TProbe.Observes && GoesInParts(inputs, rows))
            return ForwardBackwardInParts(inputs, targets, rows, counted, kind, keepGradients);

        StepMemory memory = MemoryFor(rows);
        RowRange range = TProbe.Observes ? RowRange.All(rows) : RangeOf(inputs, rows);
        Forward(memory, inputs, range, StepKey.Of(seed, StepCount, kind), ref probe);
        BatchSpan gradient = memory.OutputGradient(rows);
        gradient.ClearPadding();
        double sum = BatchLoss.SumAndGradient(
            loss, targets, memory.Output(rows), gradient, CountedRows.Of(Info, rows, inputs.Lengths), counted);
        if (teamPasses is not null && !TProbe.Observes)
            teamPasses.Backward(keepGradients);
        else
            Backward(memory, range, keepGradients, ref probe);
        return Mean(sum, counted);
    }

    private float ForwardBackwardInParts<TTargets>(
        Inputs inputs, TTargets targets, int rows, int counted, PassKind kind, bool keepGradients)
        where TTargets : struct, ITargets<TLoss>, allows ref struct
    {
        NoProbe probe = default;
        double sum = 0;
        for (int start = 0; start < rows; start += partLength)
        {
            int count = Math.Min(partLength, rows - start);
            BatchPart part = BatchPart.From(start, count, rows, Info.Memory);
            RowRange range = RowRange.Of(part, count);
            Forward(memory, inputs.Slice(Info, start, count), range, StepKey.Of(seed, StepCount, kind), ref probe);
            BatchSpan gradient = memory.OutputGradient(count);
            gradient.ClearPadding();
            sum = targets.SumAndGradient(partLoss!, memory.Output(count), start * Info.OutputPositions, gradient, sum, counted);
            Backward(memory, range, keepGradients || part.IsFollowed, ref probe);
        }

        return Mean(sum, counted);
    }

    private bool GoesInParts(in Inputs inputs, int rows) => partLoss is not null && rows > partLength && inputs.Lengths.IsEmpty;

    // Where a batch goes part by part, on one thread, there is memory for a part, until a probe or lengths of sequences ask for all rows
    // together.
    private StepMemory MemoryFor(int rows) =>
        rows <= memory.BatchSize ? memory : wholeMemory ??= new StepMemory(Info, BatchSize, threads: 1);

    // A sequence by itself costs what it is long, where nothing in front of its end follows from what is behind.
    private RowRange RangeOf(in Inputs inputs, int rows) =>
        rows == 1 && !inputs.Lengths.IsEmpty && Info.Memory.GenerationLength > 0 && Info.States.IsEmpty && team is null
            ? RowRange.Positions(0, inputs.Lengths[0])
            : RowRange.All(rows);

    private void Backward<TProbe>(StepMemory memory, RowRange rows, bool keepGradients, ref TProbe probe)
        where TProbe : struct, IProbe
    {
        if (keepGradients)
            Backward(memory, default(KeepGradients), rows, ref probe);
        else
            Backward(memory, new ApplyOptimizer<TOptimizer>(updater), rows, ref probe);
    }

    private void Backward<TUpdate, TProbe>(StepMemory memory, TUpdate update, RowRange rows, ref TProbe probe)
        where TUpdate : struct, IParameterUpdate
        where TProbe : struct, IProbe =>
        TNetwork.Backward(
            ref Network.Parameters.Origin,
            ref updater.Gradients,
            ref memory.Scratch(0),
            ref memory.Activations,
            rows,
            ref update,
            ref probe);

    private void Forward<TProbe>(StepMemory memory, in Inputs inputs, RowRange rows, StepKey key, ref TProbe probe)
        where TProbe : struct, IProbe
    {
        memory.WriteKey(key);
        memory.CopyInputs(inputs);
        if (teamPasses is null || TProbe.Observes)
            TNetwork.Forward(ref Network.Parameters.Origin, ref memory.Scratch(0), ref memory.Activations, rows, ref probe);
        else
            teamPasses.Forward(rows.Batch);
    }

    private float Mean(double sum, int counted) => (float)(sum / ((double)counted * lossTermsPerRow));
}
