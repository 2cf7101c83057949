namespace NetGen;

/// <summary>The names of block classes in <see cref="ParameterInfo.Blocks"/>.</summary>
internal static class BlockName
{
    /// <summary>
    /// A type's full name without type arguments. The name of a type that is local to a file, <c>&lt;File&gt;F0123__Block</c>, loses the number that the C# compiler
    /// makes of the file's path: the network compiler leaves it out, so that what it writes is the same on every machine.
    /// </summary>
    public static string Of(Type type)
    {
        string name = (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;
        int close = name.IndexOf('>', StringComparison.Ordinal);
        return close < 0 ? name : name.Remove(close + 1, name.IndexOf("__", close, StringComparison.Ordinal) + 2 - (close + 1));
    }
}
