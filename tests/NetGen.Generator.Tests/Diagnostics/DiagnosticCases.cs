namespace NetGen.Generator.Tests;

/// <summary>
/// Mistakes, each with the place where it is reported. Where the network's members can be written all the same, the case uses them.
/// </summary>
internal static class DiagnosticCases
{
    private const string Use =
        "internal static class User { public static object Use() => new Net(seed: 1).Parameters; public static object Info => Net.Info; }";

    private const string UseFolded =
        "internal static class User { public static object Use() => new Net(seed: 1).Fold().Parameters; "
            + "public static object Info => Net.Folded.Info; }";

    private const string Blocks = "[Block, Linear(3)] public class Three; [Block, Linear(5)] public class Five; ";

    private const string Image = "[Network(Input = 3, Height = 5, Width = 7)] ";

    private const string Sequence = "[Network(Input = 8, Length = 5)] ";

    private const string Tokens = "[Network(Vocabulary = 9, Length = 5)] ";

    public static IEnumerable<(string Id, string Source)> All =>
    [
        ("NETGEN001", "[Mlp] public class «Net»;"),
        ("NETGEN001", "public partial class Outer { [Mlp] public sealed class «Net»; }"),
        ("NETGEN002", "public class «Outer» { [Mlp] public partial class Net; }"),
        ("NETGEN002", "public class «Outermost» { public partial class Outer { [Mlp] public partial class Net; } }"),
        (
            "NETGEN003",
            "[Mlp] public partial class Net«<T>»; internal static class User { public static object Use() => new Net<int>(seed: 1); }"),
        ("NETGEN003", "[Mlp] public partial class Net«<T, @class>» where T : struct;"),
        (
            "NETGEN003",
            "public partial class Outer<T> { [Mlp] public partial class «Net»; public static object Use() => new Net(seed: 1); }"),
        ("NETGEN004", "[Mlp] public static partial class «Net»;"),
        ("NETGEN005", "[Mlp] public abstract partial class «Net»; public sealed class Derived() : Net(seed: 1);"),
        ("NETGEN006", "[Mlp] file partial class «Net»;"),
        ("NETGEN006", "file partial class Outer { [Mlp] public partial class «Net»; }"),
        ("NETGEN007", "[Mlp] public partial record «Net»;" + Use),
        ("NETGEN007", "[Mlp] public sealed partial record class «Net»;" + Use),
        ("NETGEN008", "[Mlp] public partial struct «Net»;" + Use),
        ("NETGEN008", "[Mlp] public readonly partial struct «Net»;" + Use),
        ("NETGEN008", "[Mlp] public ref partial struct «Net»;" + Use),
        ("NETGEN008", "[Mlp] public partial record struct «Net»;" + Use),
        ("NETGEN009", "[Mlp] public partial class Net { public int «Info»; }"),
        ("NETGEN009", "[Mlp] public partial class Net { private static void «Parameters»() { } }"),
        ("NETGEN009", "[Mlp] public partial class Net { public sealed class «Info»; }"),
        ("NETGEN009", "[Mlp] public partial class Net { public int «get_Info»() => 1; }"),
        ("NETGEN009", "[Mlp] public partial class «Info»;"),
        ("NETGEN009", "public class Base { protected int Info; } [Mlp] public partial class «Net» : Base;"),
        ("NETGEN009", "[Mlp] public partial class Net { public «Net»(int seed, Init? init, float? initScale) { } }"),
        ("NETGEN009", "[Mlp, Weights(\"a.safetensors\")] public partial class Net { public int «Trained»; }"),
        ("NETGEN009", "[Mlp, Weights(\"a.safetensors\")] public partial class Net { public static Net «CreateTrained»() => null!; }"),
        (
            "NETGEN009",
            "public class Base { protected int Trained; } [Mlp, Weights(\"a.safetensors\")] public partial class «Net» : Base;"),
        ("NETGEN010", "[Mlp] public partial class Net«(int width)» { public int Of => width; }"),
        ("NETGEN010", "[Mlp] public partial class Net«()»;"),
        ("NETGEN011", "public class Base(int width) { public int Of => width; } [Mlp] "
            + "public partial class «Net» : Base { public Net() : base(1) { } }"),
        ("NETGEN011", "public class Base { private Base() { } protected Base(int width, params int[] more) { } "
            + "public static Base Of => new(); } [Mlp] public partial class «Net» : Base { public Net() : base(1) { } }"),
        ("NETGEN012", "[Mlp] public partial class Base; [Mlp] public partial class «Net» : Base { public Net() : base(1) { } }"),
        ("NETGEN012", "[Mlp] public partial class Base; public class Middle() : Base(seed: 1); [Mlp] public partial class «Net» : Middle;"),
        ("NETGEN013", "[Mlp(«Depth = 0»)] public partial class Net;" + Use),
        ("NETGEN013", "[Mlp(«Depth = 0»), Weights(\"a.safetensors\")] public partial class Net; "
            + "internal static class User { public static Net Of => Net.Trained; public static Net Own() => Net.CreateTrained(); }"),
        ("NETGEN013", "[Mlp(Residual = true, «Width = -64», Depth = 3)] public partial class Net;" + Use),
        ("NETGEN013", "[Mlp(«Input = 0»)] public partial class Net;" + Use),
        ("NETGEN013", "[Mlp(«Output = int.MinValue»)] public partial class Net;" + Use),
        ("NETGEN014", "[Mlp(«Depth = 4097»)] public partial class Net;" + Use),
        ("NETGEN014", "[Mlp(«Depth = int.MaxValue»)] public partial class Net;" + Use),
        ("NETGEN015", "[Mlp(«InitScale = float.NaN»)] public partial class Net;" + Use),
        ("NETGEN015", "[Mlp(«InitScale = 1f / 0f»)] public partial class Net;" + Use),
        ("NETGEN015", "[Mlp(Activation = Activation.LeakyReLU, «Slope = float.NaN»)] public partial class Net;" + Use),
        ("NETGEN015", "[Mlp(«InputMean = float.NaN»)] public partial class Net;" + Use),
        ("NETGEN015", "[Network(Input = 2, «InputStd = float.NegativeInfinity»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN016", "[Mlp(«Activation = (Activation)99»)] public partial class Net;" + Use),
        ("NETGEN016", "[Mlp(«Init = (Init)(-1)»)] public partial class Net;" + Use),
        ("NETGEN017", "[«Mlp(Width = 46337, Depth = 1)»] public partial class Net;" + Use),
        ("NETGEN017", "[«Mlp(Width = 712, Depth = 4096)»] public partial class Net;" + Use),
        ("NETGEN017", "[«Mlp(Width = 1, Depth = 1, Input = 67108859)»] public partial class Net;" + Use),
        ("NETGEN017", "[«Mlp(Width = 1, Depth = 1, Output = 56512705)»] public partial class Net;" + Use),
        ("NETGEN017", "[«Mlp(Width = int.MaxValue, Depth = 4096, Input = int.MaxValue - 1, Output = 1)»] public partial class Net;" + Use),
        ("NETGEN012", "[Network(Input = 2), Linear(1)] public partial class Base; [Mlp] "
            + "public partial class «Net» : Base { public Net() : base(1) { } }"),
        ("NETGEN013", "[«Network»] [Linear(3)] public partial class Net;" + Use),
        ("NETGEN013", "[Network(«Input = -2»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN013", "[Network(Input = 2), Linear(«0»)] public partial class Net;" + Use),
        ("NETGEN013", Blocks + "[Network(Input = 2), Repeat<Three>(«-1»), Linear(1)] public partial class Net;" + Use),
        ("NETGEN013", "[Block, Linear(«-5»)] public class Wrong; [Network(Input = 2), Use<Wrong>] public partial class Net;" + Use),
        ("NETGEN014", Blocks + "[Network(Input = 2), «Repeat<Three>(4097)»] public partial class Net;" + Use),
        ("NETGEN014", Blocks + "[Block, Repeat<Three>(100)] public class Hundred; "
            + "[Network(Input = 2), «Repeat<Hundred>(int.MaxValue - int.MaxValue + 100)»] public partial class Net;" + Use),
        ("NETGEN014", "[Block, ReLU] public class A; [Block, Repeat<A>(4000)] public class B; [Block, Repeat<B>(4000)] public class C; "
            + "[Network(Input = 2), «Repeat<C>(4000)»] public partial class Net;" + Use),
        ("NETGEN015", "[Network(Input = 2), Linear(3, «InitScale = float.NaN»)] public partial class Net;" + Use),
        ("NETGEN016", "[Network(Input = 2), Linear(3, «Init = (Init)77»)] public partial class Net;" + Use),
        ("NETGEN017", "[«Network(Input = 1 << 20)», Linear(1 << 12)] public partial class Net;" + Use),
        ("NETGEN018", "[Mlp, «Network(Input = 3)»] public partial class Net;" + Use),
        ("NETGEN018", "[Network(Input = 3), Linear(2), «Mlp»] public partial class Net;" + Use),
        ("NETGEN018", "[Mlp, «Mlp(Depth = 3)»] public partial class Net;" + Use),
        ("NETGEN018", "[Mlp] [«Mlp(Depth = 3)»] public partial class Net;" + Use),
        ("NETGEN018", "[Mlp] public partial class Net; [«Mlp(Depth = 3)»] public partial class Net;" + Use),
        ("NETGEN020", "[Mlp] public partial class Net { public «Net»(string name) { } }" + Use),
        ("NETGEN020", "[Mlp] public partial class Net { private «Net»() { } public Net(string name) : this() { } }" + Use),
        ("NETGEN020", "[Mlp] public partial class Net { public «Net»(double rate) => Rate = rate; public double Rate { get; } }" + Use),
        ("NETGEN020", "public class Base; [Mlp] public partial class Net : Base { public «Net»(string name) : base() { } }" + Use),
        ("NETGEN020", "[Mlp] public partial class Net; public partial class Net { internal «Net»(string name) { } }" + Use),
        ("NETGEN022", "[«Network(Input = 3)»] public partial class Net;" + Use),
        ("NETGEN022", "[«Network(Input = 3)», Tanh, RmsNorm(Gain = false)] public partial class Net;" + Use),
        ("NETGEN023", "[Network(Input = 3), Use<«string»>, Linear(3)] public partial class Net;" + Use),
        ("NETGEN023", Blocks + "[Network(Input = 3), Parallel<Three, «Net»>] public partial class Net;" + Use),
        ("NETGEN024", "[Block] public class Empty; [Network(Input = 3), Linear(3), Repeat<«Empty»>(2)] public partial class Net;" + Use),
        ("NETGEN025", "[Block, Linear(3), Use<«Loop»>] public class Loop; [Network(Input = 3), Use<Loop>] public partial class Net;" + Use),
        (
            "NETGEN025",
            "[Block, Use<«B»>] public class A; [Block, Use<A>] public class B; [Network(Input = 3), Use<B>] public partial class Net;"
                + Use),
        ("NETGEN026", Blocks + "[Network(Input = 4), Use<Three>(«Residual = true»)] public partial class Net;" + Use),
        ("NETGEN026", Blocks + "[Network(Input = 4), Repeat<Three>(2, «Residual = true»)] public partial class Net;" + Use),
        (
            "NETGEN026",
            Blocks + "[Block, Use<Three>(«Residual = true»)] public class Inner; [Network(Input = 4), Use<Inner>] public partial class Net;"
                + Use),
        ("NETGEN026", Blocks + "[Network(Input = 4), Parallel<Three, Three>(«Residual = true»)] public partial class Net;" + Use),
        ("NETGEN027", Blocks + "[Network(Input = 3), «Parallel<Three, Five>»] public partial class Net;" + Use),
        ("NETGEN028", "[Network(Input = 3), Linear(2)] public partial class Net; [«Linear(1)»] public partial class Net;" + Use),
        ("NETGEN028", "[Block, Linear(2)] public partial class Two; [«Linear(1)»] public partial class Two; [Network(Input = 3), Use<Two>] "
            + "public partial class Net;" + Use),
        ("NETGEN029", "[Mlp, «Linear(3)»] public partial class Net;" + Use),
        (
            "NETGEN013",
            Blocks + "[Network(Input = 3), Repeat<Three>(2, Shortcut = Shortcut.Streams, «StreamCount = 0»)] public partial class Net;"
                + Use),
        ("NETGEN015", "[Network(Input = 2), Linear(3), LeakyReLU(«float.NaN»)] public partial class Net;" + Use),
        ("NETGEN015", "[Network(Input = 2), Linear(3), PReLU(«InitialSlope = 1f / 0f»)] public partial class Net;" + Use),
        ("NETGEN015", "[Network(Input = 2), Linear(3), Scale(«float.PositiveInfinity»)] public partial class Net;" + Use),
        (
            "NETGEN015",
            Blocks + "[Network(Input = 3), Use<Three>(Shortcut = Shortcut.Scaled, «ShortcutFactor = float.NaN»)] public partial class Net;"
                + Use),
        ("NETGEN016", Blocks + "[Network(Input = 3), Use<Three>(«Shortcut = (Shortcut)99»)] public partial class Net;" + Use),
        ("NETGEN017", "[«Network(Input = int.MaxValue)», CReLU, CReLU, Linear(1)] public partial class Net;" + Use),
        ("NETGEN017", "[Block, Scale(2f)] public class Same; [«Network(Input = 1 << 26)», Use<Same>(Shortcut = Shortcut.Streams, "
            + "StreamCount = 64), Linear(1)] public partial class Net;" + Use),
        ("NETGEN017", "[Block, Scale(2f)] public class Same; [«Network(Input = 60000)», Use<Same>(Shortcut = Shortcut.Gated), Linear(1)] "
            + "public partial class Net;" + Use),
        ("NETGEN022", Blocks + "[«Network(Input = 3)», Use<Three>(Frozen = true)] public partial class Net;" + Use),
        ("NETGEN026", Blocks + "[Network(Input = 4), Use<Three>(«Shortcut = Shortcut.ReZero»)] public partial class Net;" + Use),
        (
            "NETGEN026",
            "[Block, CReLU] public class Twice; [Network(Input = 4), Use<Twice>(«Residual = true»), Linear(1)] public partial class Net;"
                + Use),
        ("NETGEN031", "[Network(Input = 2), Linear(3), Dropout(«1f»)] public partial class Net;" + Use),
        ("NETGEN031", "[Network(Input = 2), Linear(3), Dropout(«-0.1f»)] public partial class Net;" + Use),
        ("NETGEN031", "[Network(Input = 2), Linear(3), Dropout(«float.NaN»)] public partial class Net;" + Use),
        ("NETGEN032", "[Network(Input = 2), RmsNorm(«Epsilon = 0f»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN032", "[Network(Input = 2), LayerNorm(«Epsilon = float.NaN»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN036", "[Mlp(«InputStd = 0f»)] public partial class Net;" + Use),
        ("NETGEN036", "[Network(Input = 2, «InputStd = -1f»), Linear(3)] public partial class Net;" + Use),
        (
            "NETGEN033",
            Blocks + "[Network(Input = 3), Use<Three>(Residual = true, «ShortcutFactor = 0.5f»)] public partial class Net;" + Use),
        ("NETGEN033", Blocks + "[Network(Input = 3), Use<Three>(«StreamCount = 2»)] public partial class Net;" + Use),
        ("NETGEN033", Blocks + "[Network(Input = 3), Use<Three>(«Projection = true»)] public partial class Net;" + Use),
        (
            "NETGEN033",
            Blocks + "[Network(Input = 3), Use<Three>(«Residual = false», Shortcut = Shortcut.Scaled)] public partial class Net;" + Use),
        ("NETGEN013", "[«Network»] [Linear(2)] public partial class Net;" + Use),
        (
            "NETGEN014",
            Blocks
                + "[Block, Repeat<Three>(4000)] public class Deep; [Network(Input = 2), Use<Deep>, «Use<Deep>»] public partial class Net;"
                + Use),
        ("NETGEN023", "[Network(Input = 3), Linear(3), Use<«int[]»>] public partial class Net;" + Use),
        (
            "NETGEN033",
            Blocks + "[Network(Input = 3), Use<Three>(Shortcut = Shortcut.None, «Residual = true»)] public partial class Net;" + Use),
        (
            "NETGEN033",
            Blocks + "[Network(Input = 3), Use<Three>(Shortcut = Shortcut.Streams, «Projection = true»)] public partial class Net;" + Use),
        (
            "NETGEN033",
            Blocks + "[Network(Input = 3), Use<Three>(Shortcut = Shortcut.Streams, «StreamCount = 65»)] public partial class Net;" + Use),
        (
            "NETGEN034",
            Blocks + "[Network(Input = 4), Use<Three>(Shared = true), Use<Three>(«Shared = true»)] public partial class Net;" + Use),
        ("NETGEN034", Blocks + "[Network(Input = 4), Repeat<Three>(2, «Shared = true»)] public partial class Net;" + Use),
        ("NETGEN035", Blocks + "[Network(Input = 3), Use<Three>(Shared = true), Linear(3), Use<Three>(Shared = true, «Frozen = true»)] "
            + "public partial class Net;" + Use),
        ("NETGEN046", "[Network(Input = 9), «MaxPool2d», Linear(3)] public partial class Net;" + Use),
        ("NETGEN046", "[Network(Input = 9, Length = 9), Linear(3), «AvgPool2d(Stride = 1)»] public partial class Net;" + Use),
        ("NETGEN046", "[Network(Input = 9), Linear(3), «GlobalAvgPool»] public partial class Net;" + Use),
        ("NETGEN046", "[Network(Input = 3, Height = 4, Width = 4), Flatten, Linear(3), «Flatten»] public partial class Net;" + Use),
        ("NETGEN046", "[Block, «MaxPool2d», Linear(3)] public class B; [Network(Input = 9), Use<B>] public partial class Net;" + Use),
        (
            "NETGEN046",
            "[Block, «MaxPool2d», Linear(3)] public class B; "
                + "[Network(Input = 9, Height = 4, Width = 4), Use<B>, GlobalAvgPool, Use<B>] public partial class Net;" + Use),
        ("NETGEN013", Image + "[MaxPool2d(«Kernel = 0»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN013", Image + "[AvgPool2d(Kernel = 3, «Stride = -1»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN013", Image + "[GroupNorm(«0»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN032", Image + "[GroupNorm(3, «Epsilon = 0f»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN047", Image + "[MaxPool2d(«Kernel = 6»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN047", Image + "[MaxPool2d, Linear(3), MaxPool2d(Kernel = 2), Linear(3), «AvgPool2d»] public partial class Net;" + Use),
        ("NETGEN047", Image + "[AvgPool2d(«Kernel = 8», Padding = 1), Linear(3)] public partial class Net;" + Use),
        ("NETGEN047", Image + "[AvgPool2d(Kernel = 3, «Padding = -1»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN047", Image + "[MaxPool2d(Kernel = 3, «Padding = 2»), Linear(3)] public partial class Net;" + Use),
        (
            "NETGEN047",
            Image + "[MaxPool2d(«Kernel = int.MaxValue», Padding = int.MaxValue), Linear(3)] public partial class Net;" + Use),
        ("NETGEN047", Image + "[MaxPool2d(«Stride = 8»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN047", Image + "[MaxPool2d(«Stride = int.MaxValue»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN047", Image + "[Use<B>, Use<B>] public partial class Net; [Block, «MaxPool2d», AvgPool2d(Kernel = 2)] public class B;"),
        ("NETGEN046", "[Network(Input = 9), «Conv2d(3)»] public partial class Net;" + Use),
        ("NETGEN013", Image + "[Conv2d(«0»)] public partial class Net;" + Use),
        ("NETGEN013", Image + "[Conv2d(3, «Kernel = 0»)] public partial class Net;" + Use),
        ("NETGEN013", Image + "[Conv2d(3, «Stride = 0»)] public partial class Net;" + Use),
        ("NETGEN015", Image + "[Conv2d(3, «InitScale = float.NaN»)] public partial class Net;" + Use),
        ("NETGEN047", Image + "[Conv2d(3, «Kernel = 6», Padding = 0)] public partial class Net;" + Use),
        ("NETGEN047", Image + "[Conv2d(3, «Stride = 10»)] public partial class Net;" + Use),
        ("NETGEN047", Image + "[Conv2d(3, «Padding = -1»)] public partial class Net;" + Use),
        ("NETGEN047", Image + "[Conv2d(3, «Padding = 3»)] public partial class Net;" + Use),
        ("NETGEN017", Image + "[«Conv2d(3, Kernel = int.MaxValue)»] public partial class Net;" + Use),
        ("NETGEN017", Image + "[«Conv2d(int.MaxValue)»] public partial class Net;" + Use),
        ("NETGEN017", Image + "[«Conv2d(1, Kernel = 50000, Padding = 49999)»] public partial class Net;" + Use),
        (
            "NETGEN017",
            "[«Network(Input = 1, Height = 2000, Width = 2000)», Conv2d(1, Kernel = 1), Conv2d(32, Kernel = 1501)] "
                + "public partial class Net;" + Use),
        (
            "NETGEN017",
            "[«Network(Input = 1, Height = 1, Width = 100000)», Conv2d(1, Kernel = 3), Conv2d(1, Kernel = 1, Stride = 50000)] "
                + "public partial class Net;" + Use),
        (
            "NETGEN017",
            "[«Network(Input = 1, Height = 2000000000, Width = 1)», Conv2d(1, Kernel = 1, Stride = 2000000000)] "
                + "public partial class Net;" + Use),
        (
            "NETGEN017",
            "[«Network(Input = 1, Height = 2147483000, Width = 1)»] [Conv2d(1, Kernel = 4000, Padding = 3999, Stride = 2147483647)] "
                + "public partial class Net;" + Use),
        (
            "NETGEN017",
            "[«Network(Input = 1, Height = 40000, Width = 40000)», MaxPool2d(Kernel = 4000), Conv2d(1)] public partial class Net;" + Use),
        (
            "NETGEN026",
            "[Block, Conv2d(3, Padding = 0)] public class B; "
                + Image + "[Conv2d(3), Use<B>(«Residual = true»)] public partial class Net;" + Use),
        (
            "NETGEN026",
            "[Block, Conv2d(3, Padding = 0)] public class B; "
                + Image + "[Conv2d(3), Use<B>(«Residual = true», Projection = true)] public partial class Net;" + Use),
        ("NETGEN048", Image + "[GroupNorm(«2»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN048", "[Network(Input = 8), Linear(20), GroupNorm(«int.MaxValue»), Linear(3)] public partial class Net;" + Use),
        (
            "NETGEN026",
            "[Block, AvgPool2d] public class B; " + Image + "[Linear(3), Use<B>(«Residual = true»)] public partial class Net;" + Use),
        (
            "NETGEN026",
            "[Block, MaxPool2d(Kernel = 3, Stride = 1), Linear(5)] public class B; "
                + Image + "[Linear(3), Use<B>(«Residual = true», Projection = true)] public partial class Net;" + Use),
        (
            "NETGEN027",
            "[Block, MaxPool2d] public class A; [Block, GlobalAvgPool] public class B; "
                + Image + "[Linear(3), «Parallel<A, B>»] public partial class Net;" + Use),
        (
            "NETGEN017",
            "[Network(Input = 1, Height = 46340, Width = 46340)] [«MaxPool2d(Stride = 1, Padding = 1)», Linear(3)] "
                + "public partial class Net;" + Use),
        ("NETGEN050", "[Network(Input = 8), «SelfAttention(2)», Linear(3)] public partial class Net;" + Use),
        ("NETGEN050", "[Network(Input = 8), «ClassToken», Linear(3)] public partial class Net;" + Use),
        ("NETGEN050", "[Network(Input = 8), Linear(4), «FirstToken»] public partial class Net;" + Use),
        ("NETGEN050", Sequence + "[Linear(4), MeanPool, «MeanPool»] public partial class Net;" + Use),
        ("NETGEN050", "[Network(Input = 8), «PositionEmbedding(Sine = true)», Linear(3)] public partial class Net;" + Use),
        ("NETGEN051", Sequence + "[SelfAttention(«3»)] public partial class Net;" + Use),
        ("NETGEN051", Sequence + "[SelfAttention(«heads: 9», Bias = false)] public partial class Net;" + Use),
        ("NETGEN051", Sequence + "[SelfAttention(«int.MaxValue»)] public partial class Net;" + Use),
        ("NETGEN051", "[Network(Input = 6, Length = 5), SelfAttention(«2», Rotary = true)] public partial class Net;" + Use),
        ("NETGEN051", "[Network(Input = 5, Length = 5), SelfAttention(«1», Rotary = true)] public partial class Net;" + Use),
        ("NETGEN051", "[Network(Input = 3, Height = 5, Width = 7), SelfAttention(«2», Rotary = true)] public partial class Net;" + Use),
        ("NETGEN013", Sequence + "[SelfAttention(«0»)] public partial class Net;" + Use),
        ("NETGEN013", Sequence + "[SelfAttention(«int.MinValue»)] public partial class Net;" + Use),
        ("NETGEN015", Sequence + "[SelfAttention(2, «InitScale = float.NaN»)] public partial class Net;" + Use),
        ("NETGEN015", Sequence + "[SelfAttention(2, Rotary = true, «RotaryBase = float.NaN»)] public partial class Net;" + Use),
        ("NETGEN015", Sequence + "[SelfAttention(2, Rotary = true, «RotaryBase = -1f / 0f»)] public partial class Net;" + Use),
        ("NETGEN016", Sequence + "[SelfAttention(2, «Init = (Init)99»)] public partial class Net;" + Use),
        ("NETGEN052", Sequence + "[PositionEmbedding(«Positions = 4»), Linear(3)] public partial class Net;" + Use),
        (
            "NETGEN052",
            "[Network(Input = 8, Height = 5, Width = 4), PositionEmbedding(«Positions = 19»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN052", Sequence + "[ClassToken, PositionEmbedding(«Positions = 5»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN013", Sequence + "[PositionEmbedding(«Positions = 0»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN013", Sequence + "[PositionEmbedding(«Positions = int.MinValue»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN015", Sequence + "[PositionEmbedding(«InitScale = 1f / 0f»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN015", Sequence + "[ClassToken(«InitScale = float.NaN»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN053", "[Network(Input = 8, Height = 5, Width = 4), SelfAttention(2, «Causal = true»)] public partial class Net;" + Use),
        (
            "NETGEN053",
            "[Block, SelfAttention(2, «Causal = true»)] public class B; "
                + "[Network(Input = 8, Height = 5, Width = 4), Use<B>] public partial class Net;" + Use),
        ("NETGEN054", Tokens + "[«Linear(4)»] public partial class Net;" + Use),
        ("NETGEN054", Tokens + "[Identity, «PositionEmbedding», Embedding(4)] public partial class Net;" + Use),
        ("NETGEN054", Tokens + "[«SelfAttention(1)»] public partial class Net;" + Use),
        ("NETGEN054", Tokens + "[«GlobalAvgPool», Linear(3)] public partial class Net;" + Use),
        ("NETGEN054", "[Network(Input = 8), «Embedding(4)»] public partial class Net;" + Use),
        ("NETGEN054", Sequence + "[Linear(4), «Embedding(4)»] public partial class Net;" + Use),
        ("NETGEN054", Tokens + "[Embedding(4), «Embedding(4)»] public partial class Net;" + Use),
        ("NETGEN054", "[Block, «Embedding(4)»] public class B; " + Tokens + "[Repeat<B>(2)] public partial class Net;" + Use),
        ("NETGEN054", "[Block, Embedding(4)] public class B; " + Tokens + "[Use<B>(«Residual = true»)] public partial class Net;" + Use),
        (
            "NETGEN054",
            "[Block, Identity] public class B; "
                + Tokens + "[Use<B>(«Shortcut = Shortcut.Gated»), Embedding(4)] public partial class Net;" + Use),
        ("NETGEN054", "[Block, Identity] public class B; " + Tokens + "[«Parallel<B, B>», Embedding(4)] public partial class Net;" + Use),
        (
            "NETGEN054",
            "[Block, Identity] public class A; [Block, Embedding(4)] public class B; "
                + Tokens + "[«Parallel<A, B>», Linear(3)] public partial class Net;" + Use),
        (
            "NETGEN054",
            "[Block, Embedding(4)] public class A; [Block, «ReLU»] public class B; "
                + Tokens + "[Parallel<A, B>, Linear(3)] public partial class Net;" + Use),
        ("NETGEN013", Tokens + "[Embedding(«0»)] public partial class Net;" + Use),
        ("NETGEN015", Tokens + "[Embedding(4, «InitScale = float.NegativeInfinity»)] public partial class Net;" + Use),
        ("NETGEN022", "[«Network(Vocabulary = 9, Length = 5)»] [Identity] public partial class Net;" + Use),
        ("NETGEN022", "[«Network(Input = 8, Length = 5)», PositionEmbedding(Sine = true), MeanPool] public partial class Net;" + Use),
        ("NETGEN055", "[Network(Input = 7), «SwiGLU», Linear(3)] public partial class Net;" + Use),
        (
            "NETGEN055",
            "[Network(Input = 8, Height = 5, Width = 4), Linear(6), SwiGLU, «SwiGLU», Linear(3)] public partial class Net;" + Use),
        ("NETGEN056", Sequence + "[SelfAttention(2, Rotary = true, «RotaryBase = 1f»)] public partial class Net;" + Use),
        ("NETGEN056", Sequence + "[SelfAttention(2, Rotary = true, «RotaryBase = -10000f»)] public partial class Net;" + Use),
        ("NETGEN057", Sequence + "[SelfAttention(2, «RotaryBase = 100f»)] public partial class Net;" + Use),
        ("NETGEN057", Sequence + "[PositionEmbedding(Sine = true, «InitScale = 0.1f»), Linear(2)] public partial class Net;" + Use),
        ("NETGEN057", Sequence + "[PositionEmbedding(«Positions = 99», Sine = true), Linear(2)] public partial class Net;" + Use),
        ("NETGEN057", "[Mlp(«Slope = 0.2f»)] public partial class Net;" + Use),
        ("NETGEN057", "[Mlp(Activation = Activation.Gelu, «Slope = 0f»)] public partial class Net;" + Use),
        ("NETGEN057", "[Network(Input = 3, «Fold = true»), Linear(4), ReLU, BatchNorm1d, Linear(2)] public partial class Net;" + UseFolded),
        (
            "NETGEN057",
            "[Network(Input = 3), Linear(4), Scale(2f, «PerChannel = true»), Linear(2)] public partial class Net;" + Use),
        ("NETGEN057", "[Network(Input = 3), Linear(4, «InitialGain = 0.1f»), Linear(2)] public partial class Net;" + Use),
        ("NETGEN057", Image + "[Conv2d(4, «InitialGain = 0.1f», WeightNorm = false), Flatten, Linear(2)] public partial class Net;" + Use),
        ("NETGEN015", "[Network(Input = 3), Linear(4, WeightNorm = true, «InitialGain = float.NaN»)] public partial class Net;" + Use),
        ("NETGEN013", "[Network(Input = 3, Fold = true), Linear(«0»), BatchNorm1d] public partial class Net;" + UseFolded),
        ("NETGEN008", "[Network(Input = 3, Fold = true), Linear(4), BatchNorm1d] public partial struct «Net»;" + UseFolded),
        ("NETGEN009", "[Network(Input = 3, Fold = true), Linear(4), BatchNorm1d] public partial class Net { public int «Fold»; }"),
        ("NETGEN009", "[Network(Input = 3, Fold = true), Linear(4), BatchNorm1d] public partial class Net { public class «Folded»; }"),
        ("NETGEN009", "[Network(Input = 3, Fold = true), Linear(4), BatchNorm1d] public partial class «Folded»;"),
        (
            "NETGEN009",
            "public class Base { protected void Fold() { } } "
                + "[Network(Input = 3, Fold = true), Linear(4), BatchNorm1d] public partial class «Net» : Base;"),
        ("NETGEN046", Sequence + "[«PatchEmbedding(4, 8)»] public partial class Net;" + Use),
        ("NETGEN047", "[Network(Input = 3, Height = 8, Width = 6), PatchEmbedding(«4», 8)] public partial class Net;" + Use),
        ("NETGEN047", "[Network(Input = 3, Height = 8, Width = 6), PatchEmbedding(«int.MaxValue», 8)] public partial class Net;" + Use),
        (
            "NETGEN047",
            "[Network(Input = 3, Height = 8, Width = 6), PatchEmbedding(outputs: 8, «patch: 4»)] public partial class Net;" + Use),
        ("NETGEN013", "[Network(Input = 3, Height = 8, Width = 6), PatchEmbedding(«0», 8)] public partial class Net;" + Use),
        ("NETGEN013", "[Network(Input = 3, Height = 8, Width = 6), PatchEmbedding(2, «-1»)] public partial class Net;" + Use),
        (
            "NETGEN013",
            "[Network(Input = 3, Height = 8, Width = 6), PatchEmbedding(«outputs: -1», patch: 2)] public partial class Net;" + Use),
        ("NETGEN017", "[Network(Input = 3, Height = 8, Width = 6), «PatchEmbedding(2, int.MaxValue)»] public partial class Net;" + Use),
        ("NETGEN017", "[Network(Input = 8, Length = 40000), «SelfAttention(4)»] public partial class Net;" + Use),
        ("NETGEN017", "[Network(Input = 8, Height = 200, Width = 200), «SelfAttention(4)»] public partial class Net;" + Use),
        (
            "NETGEN017",
            "[Network(Input = 8, Length = 4), Linear(int.MaxValue), «SelfAttention(int.MaxValue)»] public partial class Net;" + Use),
        ("NETGEN017", "[Network(Vocabulary = 2, Length = int.MaxValue), Embedding(8), «SelfAttention(8)»] public partial class Net;" + Use),
        (
            "NETGEN017",
            "[Block, SelfAttention(2)] public class B; "
                + "[«Network(Input = 8, Length = 16000)», Repeat<B>(5)] public partial class Net;" + Use),
        (
            "NETGEN017",
            "[Block, SelfAttention(2)] public class B; "
                + "[«Network(Input = 8, Length = 16000)», Repeat<B>(5, Shared = true)] public partial class Net;" + Use),
        ("NETGEN017", "[«Network(Vocabulary = 16777216, Length = 8)», Embedding(int.MaxValue)] public partial class Net;" + Use),
        ("NETGEN017", "[«Network(Vocabulary = 16777216, Length = 8)», Embedding(128)] public partial class Net;" + Use),
        (
            "NETGEN017",
            "[«Network(Vocabulary = 2, Length = int.MaxValue)»] "
                + "[Embedding(int.MaxValue), ClassToken, ClassToken, PositionEmbedding, FirstToken] public partial class Net;" + Use),
        ("NETGEN017", "[«Network(Input = 2, Length = 7)», PositionEmbedding(Positions = int.MaxValue)] public partial class Net;" + Use),
        ("NETGEN017", "[«Network(Input = 46344, Length = 2)», SelfAttention(1, Joint = false)] public partial class Net;" + Use),
    ];

    /// <summary>
    /// Attributes that derive from NetGen's, which the C# compiler refuses where they are declared. Each stands beside a network that is
    /// compiled.
    /// </summary>
    public static IEnumerable<(string Id, string Source)> Derived =>
    [
        ("NETGEN045", "[Network(Input = 3, «Height = 32»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN045", "[Network(«Width = 32», Input = 3), Linear(3)] public partial class Net;" + Use),
        ("NETGEN045", "[Network(Input = 3, «Length = 7», Height = 32, Width = 32), Linear(3)] public partial class Net;" + Use),
        ("NETGEN045", "[Network(Input = 3, Width = 2, «Length = 7»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN045", "[Network(«Vocabulary = 9»), Embedding(3)] public partial class Net;" + Use),
        ("NETGEN045", "[Network(Vocabulary = 9, Length = 7, «Input = 3»), Embedding(3)] public partial class Net;" + Use),
        ("NETGEN045", "[Network(Vocabulary = 9, Length = 5, «InputStd = 0.5f»), Embedding(4)] public partial class Net;" + Use),
        ("NETGEN045", "[Network(Vocabulary = 9, «Height = 5», Width = 5), Embedding(3)] public partial class Net;" + Use),
        ("NETGEN045", "[Network(«Vocabulary = 16_777_217», Length = 7), Embedding(3)] public partial class Net;" + Use),
        ("NETGEN013", "[Network(«Vocabulary = 0», Length = 7), Embedding(3)] public partial class Net;" + Use),
        ("NETGEN013", "[Network(«Vocabulary = int.MinValue», Length = 7), Embedding(3)] public partial class Net;" + Use),
        ("NETGEN013", "[Network(Vocabulary = 9, «Length = -7»), Embedding(3)] public partial class Net;" + Use),
        ("NETGEN049", "[Network(Input = 3), Linear(4), BatchNorm1d(«Momentum = 1.5f»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN049", "[Network(Input = 3), BatchNorm1d(«Momentum = float.NaN»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN049", "[Network(Input = 3), «BatchNorm2d», Linear(3)] public partial class Net;" + Use),
        ("NETGEN049", "[Network(Input = 3, Length = 4), «BatchNorm2d(Affine = false)», Linear(3)] public partial class Net;" + Use),
        ("NETGEN049", "[Network(Input = 3, Height = 4, Width = 4), «BatchNorm1d», Linear(3)] public partial class Net;" + Use),
        ("NETGEN032", "[Network(Input = 2), BatchNorm1d(«Epsilon = 0f»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN013", "[Network(Input = 3, «Length = 0»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN013", "[Network(Input = 3, «Height = -1», Width = 5), Linear(3)] public partial class Net;" + Use),
        ("NETGEN013", "[Network(Input = 3, Height = 5, «Width = 0»), Linear(3)] public partial class Net;" + Use),
        ("NETGEN017", "[«Network(Input = 3, Height = 65536, Width = 65536)»] [Linear(3)] public partial class Net;" + Use),
        (
            "NETGEN017",
            "[«Network(Input = int.MaxValue, Height = int.MaxValue, Width = int.MaxValue)»] [Linear(3)] public partial class Net;" + Use),
        ("NETGEN017", "[«Network(Input = 1, Length = 10000000)»] [Linear(100)] public partial class Net;" + Use),
        ("NETGEN017", "[«Network(Input = 65534)»] [Linear(32767, Bias = false)] [LayerNorm] public partial class Net;" + Use),
        ("NETGEN044", "public class MyAttribute : LayerAttribute; [Network(Input = 4), «My», Linear(3)] public partial class Net;"),
        ("NETGEN044", "public class UseAttribute : LayerAttribute; [Network(Input = 4), Linear(3), «Use»] public partial class Net;"),
        ("NETGEN044", "public class RepeatAttribute(int count) : LayerAttribute { public int Count => count; } "
            + "[Network(Input = 4), Linear(3), «Repeat(3)»] public partial class Net;"),
        ("NETGEN044", "public class ParallelAttribute<T> : PlacedBlockAttribute; [Block, Linear(3)] public class B; "
            + "[Network(Input = 4), Linear(3), «Parallel<B>»] public partial class Net;"),
        ("NETGEN044", "public class MyAttribute<T> : LayerAttribute; [Network(Input = 4), Linear(3), «My<int>»] public partial class Net;"),
        ("NETGEN044", "public class Outer<T> { public class LinearAttribute : LayerAttribute; } "
            + "[Network(Input = 4), Linear(3), «Outer<int>.Linear»] public partial class Net;"),
        ("NETGEN044", "namespace A { public class LinearAttribute(int x) : LayerAttribute { public int X => x; } "
            + "[Network(Input = 4), NetGen.Linear(3), «Linear(3)»] public partial class Net; }"),
        ("NETGEN044", "namespace A { public class LayerAttribute : NetGen.LayerAttribute; public class MyAttribute : LayerAttribute; "
            + "[Network(Input = 4), Linear(3), «My»] public partial class Net; }"),
        ("NETGEN044", "public class MyAttribute : LayerAttribute; [Block, Linear(3), «My»] public class B; [Network(Input = 4), Use<B>] "
            + "public partial class Net;"),
        ("NETGEN044", "namespace NetGen { public class SwishAttribute : LayerAttribute; [Network(Input = 4), Linear(3), «Swish»] "
            + "public partial class Net; }"),
        ("NETGEN044", "[Network(Input = 4), Linear(3), «Layer»] public partial class Net; "
            + "namespace NetGen { public class LayerAttribute : PlacedBlockAttribute; }"),
        ("NETGEN029", "public class MyAttribute : LayerAttribute; [Mlp, «My»] public partial class Net;"),
    ];
}
