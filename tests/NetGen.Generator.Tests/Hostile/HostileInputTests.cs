using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>Code as it is while somebody writes it, and worse. The harness fails where the generator throws.</summary>
public sealed class HostileInputTests
{
    // Attributes of all kinds.
    private const string Whole = """
        using NetGen;

        namespace A.B
        {
            internal partial class Outer
            {
                /// <summary>A block.</summary>
                [Block]
                [RmsNorm(Epsilon = 1e-5f, Gain = false), Linear(2 * 3, Init = Init.LeCunNormal, InitScale = 0.5f, Bias = false)]
                [Gelu, Dropout(0.1f)]
                public class Inner;

                [Block, Use<Inner>(Shortcut = Shortcut.ReZero, ShortcutFactor = -0.5f, Shared = true), CReLU, Scale(2f, Learned = true)]
                public class Middle;

                [Network(Input = 6)]
                [ReLU, Repeat<Inner>(3, Residual = true, Shared = true), LayerNorm(Bias = false), LeakyReLU(0.3f)]
                [Parallel<Middle, Middle>(Shortcut = Shortcut.Gated, Projection = true), PReLU(InitialSlope = 0f), Identity, Linear(6)]
                [Repeat<Inner>(2, Shortcut = Shortcut.Streams, StreamCount = 2, Frozen = true), Linear(1)]
                public sealed partial class Net;

                [Mlp(Depth = 2, Width = 4, Input = 3, Output = 1, Activation = Activation.Identity, Residual = true)]
                internal partial class Other { public Other(int x) : this() { } }

                [Block, LayerNorm, SelfAttention(2, Rotary = true, RotaryBase = 100f, Joint = false), Linear(8), SwiGLU]
                public class Attending;

                [Network(Vocabulary = 5, Length = 3), Embedding(4, InitScale = 0.02f), PositionEmbedding(Positions = 4, InitScale = 1f)]
                [ClassToken, Use<Attending>(Residual = true), FirstToken, Linear(2)]
                internal partial class OfTokens;

                [Network(Input = 1, Height = 4, Width = 4), PatchEmbedding(2, 4), Use<Attending>, MeanPool, Linear(2)]
                internal partial class OfPatches;
            }
        }
        """;

    [Theory]
    [InlineData("[Mlp")]
    [InlineData("[Mlp]")]
    [InlineData("[Mlp(] partial class Net;")]
    [InlineData("[Mlp(Depth] partial class Net;")]
    [InlineData("[Mlp(Depth =")]
    [InlineData("[Mlp(Depth = )] public partial class")]
    [InlineData("[Mlp] public partial class { }")]
    [InlineData("[Mlp] public partial class ;")]
    [InlineData("public partial class { [Mlp] public partial class Net; }")]
    [InlineData("namespace ; [Mlp] public partial class Net;")]
    [InlineData("namespace A..B { [Mlp] public partial class Net; }")]
    [InlineData("namespace A. { [Mlp] public partial class Net { ")]
    [InlineData("[Mlp] public partial class Net<;")]
    [InlineData("[Mlp] public partial class Net<> { }")]
    [InlineData("[Mlp] public partial class Net<T, T> { }")]
    [InlineData("[Mlp] public partial class Net( { }")]
    [InlineData("[Mlp] public partial class Net : { }")]
    [InlineData("[Mlp] public partial class Net : Missing { }")]
    [InlineData("[Mlp] public partial class Net : Net { }")]
    [InlineData("[Mlp] public partial class A : B; [Mlp] public partial class B : A;")]
    [InlineData("public partial class Outer : Outer.Net { [Mlp] public partial class Net : Outer; }")]
    [InlineData("[Mlp] public partial class Net { public Net(int, Init?, float?) { } }")]
    [InlineData("[Mlp] public partial class Net { public Net(Missing a, Init? b, float? c) { } int INetwork. }")]
    [InlineData("[Mlp] public partial class Net { int Info")]
    [InlineData("[Mlp] public partial class Net; [Mlp] public partial record Net; [Mlp] public partial struct Net;")]
    [InlineData("[Mlp] public class Net; [Mlp] public class Net;")]
    [InlineData("[Mlp] public partial class Net; public class Net;")]
    [InlineData("[Mlp] public partial interface INet;")]
    [InlineData("[Mlp] public enum Net { [Mlp] A }")]
    [InlineData("[Mlp] public delegate void Net([Mlp] int x);")]
    [InlineData("public class C { [Mlp] public int Depth; [Mlp] public void M() { [Mlp] void F() { } } }")]
    [InlineData("[assembly: Mlp]")]
    [InlineData("[type: Mlp] public partial class Net;")]
    [InlineData("[return: Mlp] public partial class Net;")]
    [InlineData("[Mlp(Depth = 1, Depth = 2)] public partial class Net;")]
    [InlineData("[Mlp(Depth = -2147483648, Width = 2147483647, Input = 2147483648, Output = -1)] public partial class Net;")]
    [InlineData("[Mlp(Depth = null, Residual = null, Activation = null, InitScale = null)] public partial class Net;")]
    [InlineData("[Mlp(Depth = typeof(int), Width = new[] { 1 }, Init = Activation.ReLU)] public partial class Net;")]
    [InlineData("[Mlp(InitScale = 1e99)] public partial class Net;")]
    [InlineData("[Mlp(InitScale = 0.5, Init = 3)] public partial class Net;")]
    [InlineData("[Mlp(InitScale = -0f, Depth = 1 / 0)] public partial class Net;")]
    [InlineData("[Mlp(Depth = Net.Depth)] public partial class Net { public const int Depth = Depth; }")]
    [InlineData("[Network(Vocabulary = 16777216, Length = int.MaxValue), Embedding(int.MaxValue)] public partial class Net;")]
    [InlineData("[Network(Vocabulary = int.MinValue, Length = -1), Embedding()] public partial class Net;")]
    [InlineData("[Network(Vocabulary = 5L, Length = 2147483648), Embedding(1 / 0)] public partial class Net;")]
    [InlineData("[Network(Vocabulary = 5, Length = 3), Embedding(4), SelfAttention(heads: , Causal = )] public partial class Net;")]
    [InlineData("[Network(Vocabulary = 5, Length = 3), Embedding(outputs: 4, 3), SelfAttention] public partial class Net;")]
    [InlineData("[Network(Input = 2147483647, Length = 2147483647), SelfAttention(2147483647)] public partial class Net;")]
    [InlineData("[Network(Input = 1, Height = 2147483576, Width = 1), SelfAttention(1), ClassToken] public partial class Net;")]
    [InlineData("[Network(Input = 4, Length = 3), SelfAttention(2, Rotary = true, RotaryBase = 1e39f)] public partial class Net;")]
    [InlineData("[Network(Input = 4, Height = 4, Width = 4), PatchEmbedding(outputs: 3, outputs: 2)] public partial class Net;")]
    [InlineData("[Network(Input = 4, Height = 4, Width = 4), PatchEmbedding(patch: 2147483647, 1)] public partial class Net;")]
    [InlineData("[Network(Input = 4, Length = 3), PositionEmbedding(Positions = 2147483647, Sine = null)] public partial class Net;")]
    [InlineData("[Mlp<int>] public partial class Net;")]
    [InlineData("[global::NetGen.Mlp][Mlp][NetGen.MlpAttribute()] partial class Net;")]
    [InlineData("[Mlp] public unsafe sealed partial class Net { int* p; }")]
    [InlineData("[Mlp] [Mlp] [Mlp] static abstract sealed file partial record struct Net<T>(int X) : Missing, INetwork;")]
    [InlineData("#if false\n[Mlp] partial class Net;\n#else\n[Mlp] partial class Net")]
    [InlineData("extension(int x) { [Mlp] partial class Net; }")]
    [InlineData("class C { void M() { [Mlp] partial class Net; } }")]
    public void Code_that_does_not_compile_does_no_harm(string source)
    {
        GeneratorRun run = GeneratorRun.Over("using NetGen;\n" + source);

        Assert.DoesNotContain(run.WarningsAndErrors, static diagnostic => diagnostic.Id is "CS8785" or "CS8784");
        AssertParses(run);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Unfinished_declarations_do_no_harm()
    {
        GeneratorRun run = GeneratorRun.Over(Whole);
        Assert.Empty(run.WarningsAndErrors);
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(Whole, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken).DescendantTokens()];

        // Cut off behind every token, and a token left out.
        IEnumerable<string> cut = tokens.Select(static token => Whole[..token.Span.End]);
        IEnumerable<string> holed = tokens.Where(static (_, index) => index % 4 == 0)
            .Select(static token => Whole.Remove(token.SpanStart, token.Span.Length));
        foreach (string source in cut.Concat(holed))
        {
            run = run.Edit(0, run.TextOf(0), source);
            AssertParses(run);
        }
    }

    [Fact]
    public void An_attribute_of_the_users_own_with_the_same_name_does_no_harm()
    {
        GeneratorRun run = GeneratorRun.Over("""
            namespace NetGen
            {
                [System.AttributeUsage(System.AttributeTargets.All)]
                public sealed class MlpAttribute : System.Attribute
                {
                    public string? Depth { get; set; }
                    public int[]? Width { get; set; }
                    public object? Activation { get; set; }
                }

                [Mlp(Depth = "deep", Width = new[] { 1, 2 }, Activation = 3.0)]
                public partial class Net;
            }
            """);

        Assert.Equal(2, run.Network.Layers.Count);
    }

    private static void AssertParses(GeneratorRun run) => Assert.All(
        run.Result.GeneratedSources,
        static generated => Assert.Empty(generated.SyntaxTree.GetDiagnostics(TestContext.Current.CancellationToken)));
}
