namespace NetGen.Experiments.PlainAttention;

/// <summary>How what goes into a part of a block gets past it.</summary>
internal enum Around
{
    /// <summary>A residual connection.</summary>
    Skip,

    /// <summary>Not at all: the part hands on what it makes, and nothing else.</summary>
    Nothing,

    /// <summary>Through a coder, whose output is added to what the part makes.</summary>
    Coder,
}
