using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Takes a step and keeps all that went into it and came out of it.</summary>
public static class TrainerRecording
{
    /// <summary>
    /// Takes a step, and gives all of it to be held against another framework: <c>parameters.*</c>, <c>input</c>, <c>lengths</c> where
    /// sequences are of several, <c>target</c>, the
    /// <c>output</c> that they have in a prediction, the <c>loss</c>, <c>gradients.*</c>, shortened where they were clipped, and
    /// <c>updated.*</c>, the parameters after the update.
    /// </summary>
    /// <param name="trainer">The trainer, which has taken the step then.</param>
    /// <param name="inputs">The examples, 1 to <see cref="ITrainer.BatchSize"/>.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, as many rows.</param>
    /// <returns>The tensors, in the shapes that they have in PyTorch, to be saved.</returns>
    /// <exception cref="ArgumentException">The examples are not such that a step takes. Nothing has changed then.</exception>
    [OverloadResolutionPriority(1)]
    public static SafetensorsFile RecordStep(this ITrainer trainer, Inputs inputs, ReadOnlySpan<float> targets)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        float[] outputs = new float[targets.Length];
        trainer.Evaluate(inputs, targets, outputs);
        SafetensorsFile file = Before(trainer, inputs, outputs);
        file.Add("target", file.Tensors["output"].Shape, targets.ToArray());
        AddStep(file, trainer, trainer.Step(inputs, targets));
        return file;
    }

    /// <summary>
    /// Takes a step by labels, and gives all of it, as <see cref="RecordStep(ITrainer, Inputs, ReadOnlySpan{float})"/> does; <c>target</c>
    /// are the labels, whole numbers.
    /// </summary>
    /// <param name="trainer">The trainer, which has taken the step then.</param>
    /// <param name="inputs">The examples, 1 to <see cref="ITrainer.BatchSize"/>.</param>
    /// <param name="labels">The right class of each row, as <see cref="ITrainer.Step(Inputs, ReadOnlySpan{int})"/> takes it.</param>
    /// <returns>The tensors, in the shapes that they have in PyTorch, to be saved.</returns>
    /// <exception cref="ArgumentException">The examples are not such that a step takes. Nothing has changed then.</exception>
    /// <exception cref="NotSupportedException">The loss takes targets alone.</exception>
    public static SafetensorsFile RecordStep(this ITrainer trainer, Inputs inputs, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        float[] outputs = new float[checked(Examples.Count(trainer.Info, inputs) * trainer.Info.OutputLength)];
        trainer.Evaluate(inputs, labels, outputs);
        SafetensorsFile file = Before(trainer, inputs, outputs);
        AddWhole(file, "target", file.Tensors["output"].Shape[..^1], labels);
        AddStep(file, trainer, trainer.Step(inputs, labels));
        return file;
    }

    private static SafetensorsFile Before(ITrainer trainer, Inputs inputs, float[] outputs)
    {
        NetworkInfo info = trainer.Info;
        int rows = Examples.Count(info, inputs);
        SafetensorsFile file = new() { Metadata = { ["network"] = info.Name } };
        if (inputs.AreTokens)
            AddWhole(file, "input", [rows, .. info.InputShape], inputs.Tokens);
        else
            file.Add("input", [rows, .. info.InputShape], inputs.Values.ToArray());
        if (!inputs.Lengths.IsEmpty)
            AddWhole(file, "lengths", [rows], inputs.Lengths);
        file.Add("output", [rows, .. info.OutputShape], outputs);
        Add(file, "parameters", trainer.Parameters);
        return file;
    }

    private static void AddStep(SafetensorsFile file, ITrainer trainer, float loss)
    {
        file.Add("loss", [], [loss]);
        Add(file, "gradients", trainer.Gradients);
        Add(file, "updated", trainer.Parameters);
    }

    private static void AddWhole(SafetensorsFile file, string name, ImmutableArray<int> shape, ReadOnlySpan<int> numbers) =>
        file.Add(name, shape, Array.ConvertAll(numbers.ToArray(), static number => (float)number), NumberType.I64);

    private static void Add(SafetensorsFile file, string group, IEnumerable<Parameter> parameters)
    {
        foreach (Parameter parameter in parameters)
            file.Add($"{group}.{parameter.Name}", parameter.Shape, parameter.ToArray());
    }
}
