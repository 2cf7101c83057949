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
    public static SafetensorsFile RecordStep(this ITrainer trainer, Inputs inputs, ReadOnlySpan<float> targets)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        NetworkInfo info = trainer.Info;
        float[] outputs = new float[targets.Length];
        trainer.Evaluate(inputs, targets, outputs);
        int rows = Examples.Count(info, inputs);
        SafetensorsFile file = new() { Metadata = { ["network"] = info.Name } };
        float[] values = inputs.AreTokens
            ? Array.ConvertAll(inputs.Tokens.ToArray(), static token => (float)token)
            : inputs.Values.ToArray();
        file.Add("input", [rows, .. info.InputShape], values, inputs.AreTokens ? NumberType.I64 : NumberType.F32);
        if (!inputs.Lengths.IsEmpty)
            file.Add("lengths", [rows], Array.ConvertAll(inputs.Lengths.ToArray(), static length => (float)length), NumberType.I64);
        file.Add("target", [rows, .. info.OutputShape], targets.ToArray());
        file.Add("output", [rows, .. info.OutputShape], outputs);
        Add(file, "parameters", trainer.Parameters);
        file.Add("loss", [], [trainer.Step(inputs, targets)]);
        Add(file, "gradients", trainer.Gradients);
        Add(file, "updated", trainer.Parameters);
        return file;
    }

    private static void Add(SafetensorsFile file, string group, IEnumerable<Parameter> parameters)
    {
        foreach (Parameter parameter in parameters)
            file.Add($"{group}.{parameter.Name}", parameter.Shape, parameter.ToArray());
    }
}
