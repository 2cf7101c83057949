using System.Reflection;
using System.Text;

namespace NetGen.Generator.Tests;

/// <summary>
/// Declarations with every attribute of the language, sane and hostile arguments mixed: a mistake hides others, so that most of a declaration has to be
/// right for the rest of it to be read.
/// </summary>
internal sealed class HostileSource
{
    private const double HostileShare = 0.15;

    private static readonly Type[] Attributes =
    [
        .. typeof(LayerAttribute).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Attribute)) && type is { IsPublic: true, IsAbstract: false })
            .OrderBy(static type => type.Name, StringComparer.Ordinal),
    ];

    private static readonly Type[] Layers = [.. Attributes.Where(static type => type.IsSubclassOf(typeof(LayerAttribute)))];

    // Sizes are small or beyond all bounds: what lies between is legal and takes its time.
    private static readonly Dictionary<Type, string[]> Hostile = new()
    {
        [typeof(int)] =
        [
            "0", "-1", "-0", "int.MinValue", "int.MaxValue", "4097", "1 << 24", "0x7FFFFFC7", "(int)Init.Ones", "'a'", "(byte)3", "(short)-1", "int.MaxValue + 1",
            "unchecked(int.MaxValue + 1)", "2147483648", "-2147483649", "3L", "3u", "99999999999999999999",
        ],
        [typeof(float)] =
        [
            "float.NaN", "-float.NaN", "float.PositiveInfinity", "float.NegativeInfinity", "0f", "-0f", "-1f", "1f", "1.0000001f", "float.Epsilon", "float.MinValue",
            "float.MaxValue", "1e39f", "1e99", "0.5", "0.5m", "1 / 0", "0f / 0f", "1f / 0", "int.MinValue", "'a'",
        ],
        [typeof(double)] =
        [
            "double.NaN", "double.PositiveInfinity", "double.NegativeInfinity", "0.0", "-0.0", "-1.0", "1.0", "0.99999999999", "1e-300", "1e300", "double.MinValue", "double.Epsilon",
            "0.5f", "0.5m", "1", "-1", "1.0 / 0", "0.0 / 0", "int.MinValue", "'a'",
        ],
        [typeof(bool)] = ["0", "1", "!true", "\"true\"", "true & false", "true | null", "default(bool)"],
        [typeof(Enum)] = ["(Init)99", "(Init)(-1)", "(Shortcut)int.MaxValue", "(Shortcut)(-1)", "(Activation)8", "Init.Missing", "Shortcut.", "0", "1", "Activation.ReLU", "Init.Ones", "Shortcut.Streams", "Shortcut.None | Shortcut.Gated"],
    };

    private static readonly string[] Nonsense =
    [
        "null", "default", "\"text\"", "typeof(int)", "typeof(Missing)", "new[] { 1 }", "new object()", "Missing", "Missing.Value", "Net.Size", "nameof(Net)", "1 / 0", "()", "(1, 2)", "-", "",
        "$\"{1}\"", "3 +", "true ? 1 : 2", "stackalloc int[2]", "out _", "ref Net", "x => x", "await 1", "..", "@", "'", "\"", "int", "A", "this", "base", "throw null", "1 switch { _ => 2 }",
    ];

    private static readonly string[] Types =
    [
        "Missing", "Missing.Type", "A.Missing", "int", "string", "string?", "object", "dynamic", "void", "int[]", "int*", "(int, int)", "Net", "Use<A>", "List<A>", "List<>", "", "T", "A<int>", "A?",
        "global::NetGen.LinearAttribute", "INetwork", "Init", "A.B", "1", "null", "nint", "delegate*<void>", "Span<int>", "var", "_", "Enum", "typeof(A)", "B[]", "in A",
    ];

    private static readonly string[] Targets =
    [
        "public partial class {0};", "internal class {0};", "public partial struct {0};", "public partial record {0};", "public interface {0};", "public enum {0} { Size }", "public delegate void {0}();",
        "public static partial class {0};", "public abstract partial class {0};", "public partial class {0}<T>;", "public partial class {0} : Missing;", "public partial class {0} : {0};", "public sealed partial class {0} { public const int Size = Size; }",
        "public partial class Outer { public partial class {0}; }", "public class Outer { int {0}; }", "public class Outer { void {0}() { } }", "file partial class {0};", "public partial class {0}(int x);", "partial class", "",
    ];

    private readonly SeededRandom random;

    private HostileSource(int seed) => random = new SeededRandom(seed);

    /// <summary>A file of a few declarations.</summary>
    public static string Draw(int seed)
    {
        HostileSource draw = new(seed);
        StringBuilder source = new($"using NetGen;\n\nnamespace Hostile{seed};\n");
        foreach (string block in (string[])["A", "B", "C"])
            source.Append(draw.Declaration("Block", block, "internal class {0};"));
        foreach (string network in (string[])["Net", "Other"])
            source.Append(draw.Declaration(draw.Chance(0.2) ? draw.Attribute(typeof(MlpAttribute)) : draw.Attribute(typeof(NetworkAttribute)), network, "internal sealed partial class {0};"));
        return source.ToString();
    }

    private string Declaration(string kind, string name, string type)
    {
        List<string> attributes = [kind];
        if (!kind.StartsWith("Mlp", StringComparison.Ordinal) || IsHostile())
            attributes.AddRange(Enumerable.Range(0, random.NextInt32(4)).Select(_ => Attribute(IsHostile() ? Pick(Attributes) : Pick(Layers))));
        if (!kind.StartsWith("Mlp", StringComparison.Ordinal))
            attributes.Add("Linear(4)");
        return $"\n{(IsHostile() ? Pick("[assembly: ", "[return: ", "[type: ", "[") : "[")}{string.Join(Pick(", ", "]\n["), attributes)}]\n"
            + (IsHostile() ? Pick(Targets) : type).Replace("{0}", name, StringComparison.Ordinal) + "\n";
    }

    private string Attribute(Type type)
    {
        string name = type.Name.Split('`')[0].Replace("Attribute", "", StringComparison.Ordinal);
        int arity = type.GetGenericArguments().Length + (IsHostile() ? random.NextInt32(3) - 1 : 0);
        string types = string.Join(", ", Enumerable.Range(0, Math.Max(0, arity)).Select(_ => IsHostile() ? Pick(Types) : Pick("A", "B", "C")));

        List<string> arguments = [.. type.GetConstructors()[0].GetParameters().Where(_ => !IsHostile()).Select(parameter => Value(parameter.ParameterType))];
        foreach (PropertyInfo property in type.GetProperties().Where(static property => property.CanWrite))
        {
            for (int times = IsHostile() ? 2 : 1; times > 0 && (property.Name == "Input" || Chance(0.4)); times--)
                arguments.Add($"{property.Name} = {Value(property.PropertyType)}");
        }

        if (IsHostile())
            arguments.Add(Pick("1", "Missing = 1", "outputs: 3", "count: -1", "Shortcut = ", "Name", "TypeId = 1"));
        return $"{name}{(types.Length > 0 ? $"<{types}>" : "")}({string.Join(", ", arguments)})";
    }

    private string Value(Type type)
    {
        if (IsHostile())
            return Chance(0.7) ? Pick(Hostile[type.IsEnum ? typeof(Enum) : type]) : Pick(Nonsense);
        return type.IsEnum ? $"{type.Name}.{Pick(Enum.GetNames(type))}"
            : type == typeof(bool) ? Pick("false", "true")
            : type == typeof(float) ? Pick("0.25f", "0.5f")
            : type == typeof(double) ? Pick("0.25", "0.5f")
            : Pick("1", "2", "3", "4", "4", "4");
    }

    private bool IsHostile() => Chance(HostileShare);

    private bool Chance(double probability) => random.NextSingle() < probability;

    private T Pick<T>(params T[] choices) => choices[random.NextInt32(choices.Length)];
}
