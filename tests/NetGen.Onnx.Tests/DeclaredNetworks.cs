using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace NetGen.Onnx.Tests;

/// <summary>Networks of few layers that were compiled together, by what they are about.</summary>
internal static class DeclaredNetworks
{
    private const string Image = "Network(Input = 3, Height = 7, Width = 6)";
    private const string Sequence = "Network(Input = 6, Length = 5)";
    private const string Tokens = "Network(Vocabulary = 11, Length = 5)";
    private const string Vector = "Network(Input = 6)";

    private static readonly MethodInfo Saving = typeof(OnnxExtensions).GetMethod(nameof(OnnxExtensions.SaveOnnx))!;

    private static readonly Lazy<Assembly> Compiled = new(Compile);

    /// <summary>Every layer and shortcut of the language, and places in which they lie in another way.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Linear of vectors"] = $"[{Vector}, Linear(4)]",
        ["Linear without bias"] = $"[{Vector}, Linear(4, Bias = false)]",
        ["Linear with a weight norm"] = $"[{Vector}, Linear(4, WeightNorm = true, InitialGain = 0.7f)]",
        ["Linear of pixels"] = $"[{Image}, Linear(4)]",
        ["Linear of pixels behind a convolution"] = $"[{Image}, Conv2d(4), Linear(5)]",
        ["Linear of positions"] = $"[{Sequence}, Linear(4)]",
        ["Conv2d"] = $"[{Image}, Conv2d(4)]",
        ["Conv2d with a stride"] = $"[{Image}, Conv2d(4, Stride = 2)]",
        ["Conv2d of an even kernel"] = $"[{Image}, Conv2d(4, Kernel = 2), Conv2d(2, Kernel = 4, Stride = 3)]",
        ["Conv2d with padding"] = $"[{Image}, Conv2d(4, Kernel = 5, Stride = 3, Padding = 1, Bias = false)]",
        ["Conv2d with a weight norm"] = $"[{Image}, Conv2d(4, WeightNorm = true)]",
        ["ReLU"] = $"[{Vector}, Linear(9), ReLU]",
        ["LeakyReLU"] = $"[{Vector}, Linear(9), LeakyReLU(0.2f)]",
        ["PReLU"] = $"[{Vector}, Linear(9), PReLU]",
        ["CReLU"] = $"[{Vector}, Linear(9), CReLU]",
        ["CReLU of images"] = $"[{Image}, Conv2d(4), CReLU]",
        ["NCReLU"] = $"[{Vector}, Linear(9), NCReLU]",
        ["Tanh"] = $"[{Vector}, Linear(9), Tanh]",
        ["Sigmoid"] = $"[{Vector}, Linear(9), Sigmoid]",
        ["Gelu"] = $"[{Vector}, Linear(9), Gelu]",
        ["GeluTanh"] = $"[{Vector}, Linear(9), GeluTanh]",
        ["SiLU"] = $"[{Vector}, Linear(9), SiLU]",
        ["SquaredReLU"] = $"[{Vector}, Linear(9), SquaredReLU]",
        ["SwiGLU"] = $"[{Vector}, Linear(8), SwiGLU]",
        ["SwiGLU of images"] = $"[{Image}, Conv2d(8), SwiGLU]",
        ["Identity"] = $"[{Vector}, Identity, Linear(9)]",
        ["Dropout"] = $"[{Vector}, Dropout(0.5f), Linear(9), Dropout(0.1f)]",
        ["Scale"] = $"[{Vector}, Linear(9), Scale(0.3f), Scale(2f, Learned = true), Scale(2f, Learned = true, PerChannel = true)]",
        ["Scale of images"] = $"[{Image}, Conv2d(4), Scale(2f, Learned = true), Scale(2f, Learned = true, PerChannel = true)]",
        ["RmsNorm"] = $"[{Vector}, Linear(9), RmsNorm]",
        ["RmsNorm of images"] = $"[{Image}, Conv2d(9), RmsNorm(Epsilon = 0.1f)]",
        ["LayerNorm"] = $"[{Vector}, Linear(9), LayerNorm]",
        ["LayerNorm without bias"] = $"[{Sequence}, Linear(9), LayerNorm(Bias = false)]",
        ["LayerNorm without gain"] = $"[{Image}, Conv2d(9), LayerNorm(Gain = false, Epsilon = 0.1f)]",
        ["LayerNorm and a single number"] = $"[{Vector}, Linear(9), LayerNorm(Gain = false, Bias = false), Scale(2f, Learned = true)]",
        ["BatchNorm1d"] = $"[{Vector}, Linear(9), BatchNorm1d]",
        ["BatchNorm1d of sequences"] = $"[{Sequence}, Linear(9), BatchNorm1d(Affine = false)]",
        ["BatchNorm2d"] = $"[{Image}, Conv2d(9), BatchNorm2d(Epsilon = 0.1f), ReLU]",
        ["GroupNorm"] = $"[{Vector}, Linear(9), GroupNorm(3)]",
        ["GroupNorm of sequences"] = $"[{Sequence}, Linear(9), GroupNorm(3)]",
        ["GroupNorm of images"] = $"[{Image}, Conv2d(9), GroupNorm(3, Bias = false)]",
        ["MaxPool2d"] = $"[{Image}, Conv2d(4), MaxPool2d(Kernel = 3, Stride = 2, Padding = 1)]",
        ["AvgPool2d"] = $"[{Image}, Conv2d(4), AvgPool2d(Kernel = 3, Stride = 2, Padding = 1)]",
        ["GlobalAvgPool"] = $"[{Image}, Conv2d(4), GlobalAvgPool, Linear(3)]",
        ["Flatten"] = $"[{Image}, Conv2d(4), Flatten, Linear(3)]",
        ["Flatten of what comes in"] = $"[{Image}, Flatten, Linear(3)]",
        ["Embedding"] = $"[{Tokens}, Embedding(6), Linear(3)]",
        ["PatchEmbedding"] = "[Network(Input = 3, Height = 8, Width = 6), PatchEmbedding(2, 5), ReLU]",
        ["PositionEmbedding"] = $"[{Sequence}, PositionEmbedding, Linear(3)]",
        ["PositionEmbedding of more positions"] = $"[{Sequence}, PositionEmbedding(Positions = 9), Linear(3)]",
        ["PositionEmbedding of sines"] = $"[{Sequence}, Linear(7), PositionEmbedding(Sine = true)]",
        ["PositionEmbedding of pixels"] = $"[{Image}, Conv2d(4), PositionEmbedding, Conv2d(2)]",
        ["SelfAttention"] = $"[{Sequence}, SelfAttention(3)]",
        ["SelfAttention, causal"] = $"[{Sequence}, SelfAttention(2, Causal = true, Bias = false)]",
        ["SelfAttention, rotary"] = $"[{Tokens}, Embedding(12), SelfAttention(3, Causal = true, Rotary = true)]",
        ["SelfAttention with projections apart"] = $"[{Sequence}, SelfAttention(2, Joint = false)]",
        ["SelfAttention of pixels"] = $"[{Image}, Conv2d(4), SelfAttention(2), Conv2d(2)]",
        ["ClassToken"] = $"[{Sequence}, ClassToken, SelfAttention(2), FirstToken, Linear(3)]",
        ["FirstToken"] = $"[{Sequence}, Linear(3), FirstToken]",
        ["MeanPool"] = $"[{Tokens}, Embedding(6), MeanPool, Linear(3)]",
        ["MeanPool of images"] = $"[{Image}, Conv2d(4), MeanPool]",
        ["Use"] = $"[Block, Linear(6), ReLU] class Inner; [{Vector}, Use<Inner>, Use<Inner>(Residual = true)]",
        ["Repeat, shared"] = $"[Block, Linear(6), ReLU] class Inner; [{Vector}, Repeat<Inner>(3, Shared = true)]",
        ["Parallel"] = $"[Block, Linear(6)] class A; [Block, ReLU] class B; [{Vector}, Parallel<A, B>(Residual = true)]",
        ["A projection with a stride"] =
            $"[Block, Conv2d(8, Stride = 2)] class Down; [{Image}, Conv2d(4), Use<Down>(Residual = true, Projection = true)]",
        ["A projection of pixels"] = $"[Block, Conv2d(8)] class Wide; [{Image}, Conv2d(4), Use<Wide>(Residual = true, Projection = true)]",
        ["Shortcut.None"] = Around("None"),
        ["Shortcut.Identity"] = Around("Identity"),
        ["Shortcut.Scaled"] = Around("Scaled"),
        ["Shortcut.ReZero"] = Around("ReZero"),
        ["Shortcut.LayerScale"] = Around("LayerScale"),
        ["Shortcut.Gated"] = Around("Gated"),
        ["Shortcut.DeepNorm"] = Around("DeepNorm"),
        ["Shortcut.Streams"] = Around("Streams"),
        ["Shortcut.LayerScale of images"] = AroundImages("LayerScale"),
        ["Shortcut.DeepNorm of images"] = AroundImages("DeepNorm"),
        ["Shortcut.Streams of images"] = AroundImages("Streams"),
        ["An Mlp"] = "[Mlp(Width = 8, Depth = 3, Residual = true)]",
        ["A residual network of images"] =
            $"[Block, Conv2d(4, Bias = false), BatchNorm2d, ReLU] class Inner; "
            + $"[{Image}, Conv2d(4), Repeat<Inner>(2, Residual = true), MaxPool2d, GlobalAvgPool, Linear(3)]",
        ["A network that folds"] =
            $"[Block, Conv2d(4), BatchNorm2d] class A; [Block, Conv2d(4, Kernel = 1), BatchNorm2d] class B; "
            + "[Network(Input = 3, Height = 7, Width = 6, Fold = true), Conv2d(4), Parallel<A, B>(Residual = true), ReLU]",
    };

    /// <summary>The class that a network became.</summary>
    public static Type TypeOf(string title) => Compiled.Value.GetType($"Declared{IndexOf(title)}.Net")!;

    /// <summary>The class that a network is folded to.</summary>
    public static Type FoldedTypeOf(string title) => TypeOf(title).GetNestedType("Folded")!;

    /// <summary>Saves a new network.</summary>
    public static void Save(string title, string path) => Saving.MakeGenericMethod(TypeOf(title))
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Activator.CreateInstance(TypeOf(title), 1, null, null), path], null);

    private static int IndexOf(string title) => All.Keys.ToList().IndexOf(title);

    private static string Around(string shortcut) =>
        $"[Block, Linear(6), Tanh] class Inner; [{Vector}, Repeat<Inner>(3, Shortcut = Shortcut.{shortcut}), Linear(2)]";

    private static string AroundImages(string shortcut) =>
        $"[Block, Conv2d(4), ReLU] class Inner; [{Image}, Conv2d(4), Repeat<Inner>(2, Shortcut = Shortcut.{shortcut}), Conv2d(2)]";

    private static Assembly Compile()
    {
        GeneratorRun run = GeneratorRun.Over(
        [
            .. All.Values.Select(static (declaration, i) =>
                $"namespace Declared{i} {{ using NetGen; {declaration} public sealed partial class Net; }}"),
        ]);
        Assert.Empty(run.Errors);
        using MemoryStream image = new();
        EmitResult result = run.Output.Emit(image);
        Assert.True(result.Success);
        return Assembly.Load(image.ToArray());
    }
}
