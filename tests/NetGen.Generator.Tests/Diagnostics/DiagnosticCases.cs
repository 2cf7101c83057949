namespace NetGen.Generator.Tests;

/// <summary>Mistakes, each with the place where it is reported. Where the network's members can be written all the same, the case uses them.</summary>
internal static class DiagnosticCases
{
    private const string Use = "internal static class User { public static object Use() => new Net(seed: 1).Parameters; public static object Info => Net.Info; }";

    public static IEnumerable<(string Id, string Source)> All =>
    [
        ("NETGEN001", "[Mlp] public class «Net»;"),
        ("NETGEN001", "public partial class Outer { [Mlp] public sealed class «Net»; }"),
        ("NETGEN002", "public class «Outer» { [Mlp] public partial class Net; }"),
        ("NETGEN002", "public class «Outermost» { public partial class Outer { [Mlp] public partial class Net; } }"),
        ("NETGEN003", "[Mlp] public partial class Net«<T>»; internal static class User { public static object Use() => new Net<int>(seed: 1); }"),
        ("NETGEN003", "[Mlp] public partial class Net«<T, @class>» where T : struct;"),
        ("NETGEN003", "public partial class Outer<T> { [Mlp] public partial class «Net»; public static object Use() => new Net(seed: 1); }"),
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
        ("NETGEN010", "[Mlp] public partial class Net«(int width)» { public int Of => width; }"),
        ("NETGEN010", "[Mlp] public partial class Net«()»;"),
        ("NETGEN011", "public class Base(int width) { public int Of => width; } [Mlp] public partial class «Net» : Base { public Net() : base(1) { } }"),
        ("NETGEN011", "public class Base { private Base() { } protected Base(int width, params int[] more) { } public static Base Of => new(); } [Mlp] public partial class «Net» : Base { public Net() : base(1) { } }"),
        ("NETGEN012", "[Mlp] public partial class Base; [Mlp] public partial class «Net» : Base { public Net() : base(1) { } }"),
        ("NETGEN012", "[Mlp] public partial class Base; public class Middle() : Base(seed: 1); [Mlp] public partial class «Net» : Middle;"),
        ("NETGEN013", "[Mlp(«Depth = 0»)] public partial class Net;" + Use),
        ("NETGEN013", "[Mlp(Residual = true, «Width = -64», Depth = 3)] public partial class Net;" + Use),
        ("NETGEN013", "[Mlp(«Input = 0»)] public partial class Net;" + Use),
        ("NETGEN013", "[Mlp(«Output = int.MinValue»)] public partial class Net;" + Use),
        ("NETGEN014", "[Mlp(«Depth = 4097»)] public partial class Net;" + Use),
        ("NETGEN014", "[Mlp(«Depth = int.MaxValue»)] public partial class Net;" + Use),
        ("NETGEN015", "[Mlp(«InitScale = float.NaN»)] public partial class Net;" + Use),
        ("NETGEN015", "[Mlp(«InitScale = 1f / 0f»)] public partial class Net;" + Use),
        ("NETGEN016", "[Mlp(«Activation = (Activation)99»)] public partial class Net;" + Use),
        ("NETGEN016", "[Mlp(«Init = (Init)(-1)»)] public partial class Net;" + Use),
        ("NETGEN017", "[«Mlp(Width = 46341, Depth = 1)»] public partial class Net;" + Use),
        ("NETGEN017", "[«Mlp(Width = int.MaxValue, Depth = 4096, Input = int.MaxValue - 1, Output = 1)»] public partial class Net;" + Use),
        ("NETGEN017", "[«Mlp(Width = 1, Output = 1 << 28)»] public partial class Net;" + Use),
        ("NETGEN018", "[Mlp, «Mlp(Depth = 3)»] public partial class Net;" + Use),
        ("NETGEN018", "[Mlp] [«Mlp(Depth = 3)»] public partial class Net;" + Use),
        ("NETGEN018", "[Mlp] public partial class Net; [«Mlp(Depth = 3)»] public partial class Net;" + Use),
    ];
}
