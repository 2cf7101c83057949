namespace NetGen.Runtime.Tests;

/// <summary>The widths of a <see cref="ReLULayer{TShape}"/>.</summary>
internal interface IShape
{
    static abstract int Inputs { get; }

    static abstract int Outputs { get; }
}

/// <summary>Both widths need padding, and the output takes two panels.</summary>
internal readonly struct From7To45 : IShape
{
    public static int Inputs => 7;

    public static int Outputs => 45;
}

/// <summary>The other way round.</summary>
internal readonly struct From45To7 : IShape
{
    public static int Inputs => 45;

    public static int Outputs => 7;
}

/// <summary>No padding at all.</summary>
internal readonly struct From64To64 : IShape
{
    public static int Inputs => 64;

    public static int Outputs => 64;
}

/// <summary>Tensors of one column, and a stride wider than whole panels.</summary>
internal readonly struct From130To1 : IShape
{
    public static int Inputs => 130;

    public static int Outputs => 1;
}

/// <summary>As few parameters as make a matrix and a vector, 8.</summary>
internal readonly struct From3To2 : IShape
{
    public static int Inputs => 3;

    public static int Outputs => 2;
}
