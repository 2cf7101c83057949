using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace NetGen.CodeFixes.Tests;

public sealed class FixTests
{
    [Theory]
    [InlineData("NETGEN001", "[NetGen.Mlp] class Net;", "[NetGen.Mlp] partial class Net;")]
    [InlineData(
        "NETGEN001",
        """
        namespace App
        {
            /// <summary>What it does.</summary>
            [NetGen.Mlp] // a network
            public  sealed /* final */ class Net
            { // nothing yet
            }
        }
        """,
        """
        namespace App
        {
            /// <summary>What it does.</summary>
            [NetGen.Mlp] // a network
            public  sealed /* final */ partial class Net
            { // nothing yet
            }
        }
        """)]
    [InlineData(
        "NETGEN002", "public static class Outer { [NetGen.Mlp] public partial class Net; }",
        "public static partial class Outer { [NetGen.Mlp] public partial class Net; }")]
    [InlineData(
        "NETGEN002", "public interface IOuter { [NetGen.Mlp] public partial class Net; }",
        "public partial interface IOuter { [NetGen.Mlp] public partial class Net; }")]
    [InlineData(
        "NETGEN002", "public readonly struct Outer { [NetGen.Mlp] public partial class Net; }",
        "public readonly partial struct Outer { [NetGen.Mlp] public partial class Net; }")]
    [InlineData(
        "NETGEN002", "public record struct Outer { [NetGen.Mlp] public partial class Net; }",
        "public partial record struct Outer { [NetGen.Mlp] public partial class Net; }")]
    [InlineData(
        "NETGEN004", "[NetGen.Mlp] public static /* all of it */ partial class Net { public static int One => 1; }",
        "[NetGen.Mlp] public /* all of it */ partial class Net { public static int One => 1; }")]
    [InlineData(
        "NETGEN004", "// first\nstatic\n    partial class Net { }\n[NetGen.Mlp] static partial class Net;",
        "// first\npartial class Net { }\n[NetGen.Mlp] partial class Net;")]
    [InlineData("NETGEN005", "[NetGen.Mlp]\nabstract partial class Net; // a network", "[NetGen.Mlp]\npartial class Net; // a network")]
    [InlineData("NETGEN018", "[NetGen.Mlp, NetGen.Mlp(Depth = 3)] partial class Net;", "[NetGen.Mlp] partial class Net;")]
    [InlineData(
        "NETGEN018", "[NetGen.Mlp, System.Obsolete, NetGen.Mlp(Depth = 3)] partial class Net;",
        "[NetGen.Mlp, System.Obsolete] partial class Net;")]
    [InlineData(
        "NETGEN018", "[NetGen.Mlp, NetGen.Mlp(Depth = 3), System.Obsolete] partial class Net;",
        "[NetGen.Mlp, System.Obsolete] partial class Net;")]
    [InlineData("NETGEN018", "[NetGen.Mlp] [NetGen.Mlp(Depth = 3)] partial class Net;", "[NetGen.Mlp] partial class Net;")]
    [InlineData(
        "NETGEN018", "[NetGen.Mlp]\n    // deeper\n    [NetGen.Mlp(\n        Depth = 3)]\n    partial class Net;",
        "[NetGen.Mlp]\n    // deeper\n    partial class Net;")]
    [InlineData(
        "NETGEN018", "[NetGen.Mlp]\r\n[NetGen.Mlp(Depth = 3)] // deeper\r\npartial class Net;",
        "[NetGen.Mlp]\r\n// deeper\r\npartial class Net;")]
    [InlineData(
        "NETGEN018", "[NetGen.Mlp] partial class Net;\n[NetGen.Mlp(Depth = 3), System.Obsolete] partial class Net;",
        "[NetGen.Mlp] partial class Net;\n[System.Obsolete] partial class Net;")]
    public async Task A_fix_changes_what_is_wrong_and_nothing_else(string id, string before, string after)
    {
        using Editor editor = new(before);
        Diagnostic error = Assert.Single(await editor.Errors());
        Assert.Equal(id, error.Id);

        await editor.Fix(error);

        Assert.Equal([after], await editor.Texts());
        Assert.Empty(await editor.Errors());
    }

    [Fact]
    public async Task A_modifier_goes_from_every_part_in_every_file()
    {
        using Editor editor = new("[NetGen.Mlp] abstract partial class Net;", "abstract partial class Net;", "partial class Net;");

        await editor.Fix(Assert.Single(await editor.Errors()));

        Assert.Equal(["[NetGen.Mlp] partial class Net;", "partial class Net;", "partial class Net;"], await editor.Texts());
        Assert.Empty(await editor.Errors());
    }

    [Theory]
    [InlineData("[NetGen.Mlp] public abstract partial class Net { public abstract int One { get; } }")]
    [InlineData("[NetGen.Mlp] public static partial class Net { public static int One(this int number) => number; }")]
    public async Task A_modifier_that_a_member_needs_stays(string source)
    {
        using Editor editor = new(source);

        Assert.Empty(await editor.Offered(Assert.Single(await editor.Errors())));
    }

    [Theory]
    [InlineData("[NetGen.Mlp] class Net;", "Make 'Net' partial")]
    [InlineData("class Outer { [NetGen.Mlp] partial class Net; }", "Make 'Outer' partial")]
    [InlineData("[NetGen.Mlp] static partial class Net;", "Remove 'static'")]
    [InlineData("[NetGen.Mlp] abstract partial class Net;", "Remove 'abstract'")]
    [InlineData("[NetGen.Mlp, NetGen.Mlp(Depth = 3)] partial class Net;", "Remove 'NetGen.Mlp(Depth = 3)'")]
    public async Task A_title_says_what_happens(string source, string title)
    {
        using Editor editor = new(source);

        CodeAction fix = Assert.Single(await editor.Offered(Assert.Single(await editor.Errors())));

        Assert.Equal(title, fix.Title);
    }

    [Theory]
    [InlineData(
        "class A { class B { [NetGen.Mlp] partial class Net; } }", "class C { [NetGen.Mlp] partial class Net; }",
        "partial class A { partial class B { [NetGen.Mlp] partial class Net; } }", "partial class C { [NetGen.Mlp] partial class Net; }")]
    [InlineData(
        "[NetGen.Mlp] class A; [NetGen.Mlp] class B;", "[NetGen.Mlp] class C;",
        "[NetGen.Mlp] partial class A; [NetGen.Mlp] partial class B;", "[NetGen.Mlp] partial class C;")]
    [InlineData(
        "[NetGen.Mlp]\n[NetGen.Mlp(Depth = 3)]\n[NetGen.Mlp(Depth = 4)]\npartial class A;",
        "[NetGen.Mlp, NetGen.Mlp(Depth = 3), NetGen.Mlp(Depth = 4)] partial class B;", "[NetGen.Mlp]\npartial class A;",
        "[NetGen.Mlp] partial class B;")]
    [InlineData(
        "[NetGen.Mlp] static partial class A;", "[NetGen.Mlp] static partial class B; static partial class B;",
        "[NetGen.Mlp] partial class A;", "[NetGen.Mlp] partial class B; partial class B;")]
    public async Task All_of_a_kind_are_fixed_at_once(string first, string second, string firstAfter, string secondAfter)
    {
        using Editor editor = new(first, second);

        await editor.FixAll(await editor.Errors());

        Assert.Equal([firstAfter, secondAfter], await editor.Texts());
        Assert.Empty(await editor.Errors());
    }
}
