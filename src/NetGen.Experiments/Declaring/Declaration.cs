using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Experiments.Declaring;

/// <summary>C# that declares networks, as somebody typed it or as it lies in a file.</summary>
/// <param name="Name">What its lines are named by.</param>
/// <param name="Text">The C#.</param>
internal sealed record Declaration(string Name, string Text)
{
    /// <summary>What is expected where a declaration is to be typed.</summary>
    public const string Expected = "attributes such as \"[Mlp(Depth = 20)]\", C# that declares networks, or the path of a .cs file";

    /// <summary>What is used without being asked for, as in a project that has implicit usings.</summary>
    public const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using NetGen;
        """;

    /// <summary>Reads what was typed: a file where there is one of this name, and else text.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="name">What lines of text are named by.</param>
    /// <param name="network">The class that is put behind attributes alone.</param>
    /// <returns>The declaration, or null where it is neither.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Declaration? Of(string typed, string name, string network)
    {
        if (File.Exists(typed))
            (name, typed) = (typed, File.ReadAllText(typed));
        SyntaxNode root = CSharpSyntaxTree.ParseText(typed, NetworkCompilation.Language).GetRoot();
        if (root.DescendantNodes().Any(static node => node is BaseTypeDeclarationSyntax))
            return new Declaration(name, typed);
        return root.DescendantNodes().Any(static node => node is AttributeListSyntax)
            ? new Declaration(name, $"{typed}\npublic sealed partial class {network};\n")
            : null;
    }
}
