#if NETSTANDARD
namespace NetGen.Generator.Storage;
#else
namespace NetGen;
#endif

/// <summary>The types of numbers that networks have, by the names that the format of files has for them.</summary>
internal enum NumberType
{
    /// <summary>Floats of 32 bits: parameters.</summary>
    F32,

    /// <summary>Whole numbers of 64 bits: numbers of steps.</summary>
    I64,
}

internal static class NumberTypeExtensions
{
    /// <summary>How many bytes a number takes.</summary>
    public static int Size(this NumberType type) => type switch
    {
        NumberType.F32 => sizeof(float),
        NumberType.I64 => sizeof(long),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Expected a type of numbers."),
    };
}
