using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Emit;

/// <summary>Opens another part of a declared type, with its namespace and the types around it.</summary>
internal static class TypeWriter
{
    /// <summary>Names of the user's own types may hide any other in here, so that everything is named from <c>global::</c>.</summary>
    public static void WritePart(CodeWriter code, TypeSpec type, string header, Action members)
    {
        Stack<CodeWriter.Block> blocks = new();
        if (type.Namespace.Length > 0)
            blocks.Push(code.Open("namespace " + type.Namespace));
        foreach (string containing in type.Containing)
            blocks.Push(code.Open(containing));
        using (code.Open(header))
            members();
        while (blocks.Count > 0)
            blocks.Pop().Dispose();
    }
}
