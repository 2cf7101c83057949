using System.Text.RegularExpressions;

namespace NetGen;

/// <summary>
/// Names of types, the same on every machine. The name of a type that is local to a file, <c>&lt;File&gt;F0123__Block</c>, loses the number
/// that the C# compiler makes of the file's path.
/// </summary>
internal static partial class TypeName
{
    /// <summary>A type's full name without type arguments, as in <see cref="ParameterInfo.Blocks"/>.</summary>
    public static string OfBlock(Type type) =>
        WithoutNumbers((type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name);

    /// <summary>A type's full name with type arguments, and without their assemblies, whose versions may change.</summary>
    public static string WithArguments(Type type) => WithoutNumbers(type.ToString());

    private static string WithoutNumbers(string name) => NumberOfPath().Replace(name, "");

    [GeneratedRegex("(?<=<[^<>]*>)F[0-9A-F]+__")]
    private static partial Regex NumberOfPath();
}
