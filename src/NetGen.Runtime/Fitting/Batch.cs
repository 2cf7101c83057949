namespace NetGen;

/// <summary>Some examples, and what their outputs are to be: targets, or labels of classes.</summary>
public readonly ref struct Batch
{
    /// <summary>Examples with a target for every output.</summary>
    /// <param name="inputs">The examples.</param>
    /// <param name="targets"><c>[rows, OutputShape]</c>, example by example.</param>
    public Batch(Inputs inputs, ReadOnlySpan<float> targets)
    {
        Inputs = inputs;
        Targets = targets;
    }

    /// <summary>Examples with the right class of each row of outputs.</summary>
    /// <param name="inputs">The examples.</param>
    /// <param name="labels">
    /// The right class of each row, from 0 to below the number of outputs: <c>[rows]</c>, or, where an output is a sequence or an image,
    /// one for each token or pixel.
    /// </param>
    public Batch(Inputs inputs, ReadOnlySpan<int> labels)
    {
        Inputs = inputs;
        Labels = labels;
        HasLabels = true;
    }

    /// <summary>The examples.</summary>
    public Inputs Inputs { get; }

    /// <summary>The targets; empty where there are labels.</summary>
    public ReadOnlySpan<float> Targets { get; }

    /// <summary>The labels; empty where there are targets.</summary>
    public ReadOnlySpan<int> Labels { get; }

    /// <summary>Whether there are labels rather than targets.</summary>
    public bool HasLabels { get; }
}
