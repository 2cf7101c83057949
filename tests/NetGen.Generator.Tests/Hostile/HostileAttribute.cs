using System.Reflection;

namespace NetGen.Generator.Tests;

/// <summary>Attributes of the language with arguments that are mostly right.</summary>
internal sealed class HostileAttribute(Dice dice)
{
    /// <summary>All that can be written.</summary>
    public static readonly Type[] All =
    [
        .. typeof(LayerAttribute).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Attribute)) && type is { IsPublic: true, IsAbstract: false })
            .OrderBy(static type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>Those of layers.</summary>
    public static readonly Type[] Layers = [.. All.Where(static type => type.IsSubclassOf(typeof(LayerAttribute)))];

    // Sizes are small or beyond all bounds: what lies between is legal and takes its time.
    private static readonly Dictionary<Type, string[]> Hostile = new()
    {
        [typeof(int)] =
        [
            "0", "-1", "-0", "int.MinValue", "int.MaxValue", "4097", "1 << 24", "0x7FFFFFC7", "(int)Init.Ones", "'a'", "(byte)3",
            "(short)-1", "int.MaxValue + 1",
            "unchecked(int.MaxValue + 1)", "2147483648", "-2147483649", "3L", "3u", "99999999999999999999",
        ],
        [typeof(float)] =
        [
            "float.NaN", "-float.NaN", "float.PositiveInfinity", "float.NegativeInfinity", "0f", "-0f", "-1f", "1f", "1.0000001f",
            "float.Epsilon", "float.MinValue",
            "float.MaxValue", "1e39f", "1e99", "0.5", "0.5m", "1 / 0", "0f / 0f", "1f / 0", "int.MinValue", "'a'",
        ],
        [typeof(double)] =
        [
            "double.NaN", "double.PositiveInfinity", "double.NegativeInfinity", "0.0", "-0.0", "-1.0", "1.0", "0.99999999999", "1e-300",
            "1e300", "double.MinValue", "double.Epsilon",
            "0.5f", "0.5m", "1", "-1", "1.0 / 0", "0.0 / 0", "int.MinValue", "'a'",
        ],
        [typeof(long)] =
        [
            "0", "-1", "1L", "int.MaxValue + 1L", "long.MinValue", "long.MaxValue", "9223372036854775808", "ulong.MaxValue", "3.0",
            "1 / 0L",
        ],
        [typeof(string)] =
        [
            "\"\"", "\"/\"", "\"..\"", "\"a\\0b\"", "\"\\uD800\"", "\"\\n\"", "\"/dev/zero\"", "null", "default", "nameof(Net)", 
            "\"</c>\"", "'a'",
        ],
        [typeof(bool)] = ["0", "1", "!true", "\"true\"", "true & false", "true | null", "default(bool)"],
        [typeof(Enum)] =
        [
            "(Init)99", "(Init)(-1)", "(Shortcut)int.MaxValue", "(Shortcut)(-1)", "(Activation)9", "Init.Missing", "Shortcut.", "0", "1",
            "Activation.ReLU", "Init.Ones", "Shortcut.Streams", "Shortcut.None | Shortcut.Gated",
        ],
    };

    // What an example is. Which of these arguments stand together decides on it, so that drawn one by one they would mostly be wrong.
    private static readonly string[][] Examples =
        [["Input"], ["Input", "Length"], ["Input", "Height", "Width"], ["Vocabulary", "Length"]];

    private static readonly string[] Nonsense =
    [
        "null", "default", "\"text\"", "typeof(int)", "typeof(Missing)", "new[] { 1 }", "new object()", "Missing", "Missing.Value",
        "Net.Size", "nameof(Net)", "1 / 0", "()", "(1, 2)", "-", "",
        "$\"{1}\"", "3 +", "true ? 1 : 2", "stackalloc int[2]", "out _", "ref Net", "x => x", "await 1", "..", "@", "'", "\"", "int", "A",
        "this", "base", "throw null", "1 switch { _ => 2 }",
    ];

    private static readonly string[] Types =
    [
        "Missing", "Missing.Type", "A.Missing", "int", "string", "string?", "object", "dynamic", "void", "int[]", "int*", "(int, int)",
        "Net", "Use<A>", "List<A>", "List<>", "", "T", "A<int>", "A?",
        "global::NetGen.LinearAttribute", "INetwork", "Init", "A.B", "1", "null", "nint", "delegate*<void>", "Span<int>", "var", "_",
        "Enum", "typeof(A)", "B[]", "in A",
    ];

    /// <summary>An attribute as it is written between brackets.</summary>
    public string Draw(Type type)
    {
        string name = type.Name.Split('`')[0].Replace("Attribute", "", StringComparison.Ordinal);
        int arity = type.GetGenericArguments().Length + (dice.IsHostile() ? dice.Below(3) - 1 : 0);
        string types = string.Join(", ", Enumerable.Range(0, Math.Max(0, arity))
            .Select(_ => dice.IsHostile() ? dice.Pick(Types) : dice.Pick("A", "B", "C")));

        List<string> arguments = [.. type.GetConstructors()[0].GetParameters().Where(_ => !dice.IsHostile())
            .Select(parameter => parameter.Name == "count" ? dice.Mostly("2", Hostile[typeof(int)]) : Value(parameter.ParameterType))];
        string[] example = dice.Pick(Examples);
        foreach (PropertyInfo property in type.GetProperties().Where(static property => property.CanWrite))
        {
            bool saysExample = type == typeof(NetworkAttribute) && Examples.Any(names => names.Contains(property.Name));
            bool isGiven = saysExample ? example.Contains(property.Name) != dice.IsHostile() : property.Name == "Input" || dice.Chance(0.4);
            for (int times = !isGiven ? 0 : dice.IsHostile() ? 2 : 1; times > 0; times--)
                arguments.Add($"{property.Name} = {Value(property.PropertyType)}");
        }

        if (dice.IsHostile())
            arguments.Add(dice.Pick("1", "Missing = 1", "outputs: 3", "count: -1", "Shortcut = ", "Name", "TypeId = 1"));
        return $"{name}{(types.Length > 0 ? $"<{types}>" : "")}({string.Join(", ", arguments)})";
    }

    private string Value(Type type)
    {
        if (dice.IsHostile())
            return dice.Chance(0.7) ? dice.Pick(Hostile[type.IsEnum ? typeof(Enum) : type]) : dice.Pick(Nonsense);
        return type.IsEnum ? $"{type.Name}.{dice.Pick(Enum.GetNames(type))}"
            : type == typeof(bool) ? dice.Pick("false", "true")
            : type == typeof(float) ? dice.Pick("0.25f", "0.5f")
            : type == typeof(double) ? dice.Pick("0.25", "0.5f")
            : type == typeof(long) ? dice.Pick("1", "1000", "1_000_000_000L")
            : type == typeof(string) ? dice.Pick("\"a.safetensors\"", "\"b/a.safetensors\"")
            : dice.Pick("1", "2", "3", "4", "4", "4");
    }
}
