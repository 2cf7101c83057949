namespace NetGen.Generator.Kernels;

/// <summary>A value that a kernel call works on, or a constant.</summary>
internal readonly record struct Operand(int Value, float Constant = 0f)
{
    public static implicit operator Operand(int value) => new(value);
}

/// <summary>A parameter of a kernel that takes an operand.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Written">Whether the kernel writes it.</param>
internal sealed record OperandSlot(string Name, OperandKind Kind, bool Written = false)
{
    /// <summary>The parameter's type: an offset, but for constants.</summary>
    public string Type => Kind == OperandKind.Constant ? "float" : "nint";
}

/// <summary>What an operand is.</summary>
internal enum OperandKind
{
    /// <summary>A buffer with a number, or a bit, for every element.</summary>
    Rows,

    /// <summary>A buffer with a number for every row.</summary>
    Row,

    /// <summary>A buffer with vectors of a number for every column, the same for all rows.</summary>
    Columns,

    /// <summary>A parameter with a number for every column.</summary>
    Vector,

    /// <summary>A parameter of one number.</summary>
    Number,

    /// <summary>A number that is written into the call.</summary>
    Constant,
}
