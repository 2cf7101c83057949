namespace NetGen.Generator.Tests;

/// <summary>Types that attributes stand on, and what stands around them. In each, <c>{0}</c> is what is inside.</summary>
internal static class HostileType
{
    public static readonly string[] Names =
    [
        "@class", "@record", "@partial", "@field", "@await", "@Net", "_", "Größe", "网络", "N\\u0065t2", "Info", "Parameters", "NetGen",
        "System", "Mlp", "LinearAttribute", "NetworkAttribute", "Init", "Kernels",
        "Int32", "INetwork", "A", "net", "get_Info", "NetPasses",
        "Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1Net1",
    ];

    /// <summary>Declarations of a type.</summary>
    public static readonly string[] Heads =
    [
        "internal partial class {0};", "internal class {0};", "internal partial struct {0};", "internal partial record {0};",
        "internal partial record struct {0};", "internal partial record {0}(int X);", "internal interface {0};",
        "internal partial interface {0};", "internal enum {0} { Size }", "internal delegate void {0}();",
        "internal static partial class {0};", "internal abstract partial class {0};", "internal partial class {0}<T>;",
        "internal partial class {0}<T, @in> where T : {0}<T, @in>;", "internal partial class {0} : Missing;",
        "internal partial class {0} : {0};", "internal partial class {0} : A;",
        "internal sealed partial class {0} { public const int Size = Size; }",
        "internal partial class Outer { internal partial class {0}; }", "internal class Outer { int {0}; }",
        "internal class Outer { void {0}() { } }", "file partial class {0};", "file class {0};", "internal partial class {0}(int x);",
        "internal readonly ref partial struct {0};", "internal unsafe partial class {0} { int* p; }",
        "internal partial class {0} { public {0}() { } }", "internal partial class {0} { public {0}(string s) : this() { } int Info",
        "internal partial class {0}; internal class {0};",
        "internal partial class {0} : IMissing, INetwork;", "internal sealed partial class {0} { ~{0}() { } static {0}() { } }",
        "internal partial class {0} { extension(int x) { } }", "partial class", "class { }", "",
    ];

    /// <summary>What stands around the types of a file.</summary>
    public static readonly string[] Places =
    [
        "internal partial class Around { {0} }", "internal partial struct Around { {0} }", "internal partial interface IAround { {0} }",
        "internal partial record Around { {0} }", "internal partial record struct Around(int X) { {0} }",
        "internal partial class Around<T> where T : class { {0} }", "internal class Around { {0} }", "file partial class Around { {0} }",
        "internal static partial class @event { {0} }", "internal partial class Around { private partial class Inner { {0} } }",
        "namespace Inner { {0} }", "namespace @namespace.größe { {0} }", "namespace NetGen { {0} }", "namespace System.NetGen { {0} }",
        "#nullable disable\n{0}", "#if true\n{0}\n#endif", "internal partial class Around {\n{0}", "{0} }", "namespace ; {0}",
    ];
}
