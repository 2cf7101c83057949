namespace NetGen.Onnx.Writing;

/// <summary>
/// The order of the dimensions of a value behind the batch. NetGen has channels last; convolutions of ONNX have them first.
/// </summary>
internal enum Layout
{
    /// <summary>As NetGen has it: <c>[H, W, C]</c>, <c>[T, D]</c> or <c>[D]</c>.</summary>
    ChannelsLast,

    /// <summary><c>[C, H, W]</c> or <c>[D, T]</c>.</summary>
    ChannelsFirst,

    /// <summary>All positions one behind the other: <c>[H W, C]</c>.</summary>
    Rows,
}
