using System.Reflection;

namespace NetGen.JitHealth;

/// <summary>What the just-in-time compiler told of a method.</summary>
internal sealed class CompiledMethod(MethodBase method)
{
    private readonly List<string> callsLeft = [];

    public MethodBase Method => method;

    public string Name => $"{method.DeclaringType!.Name}.{method.Name}"
        + (
            method.IsGenericMethod
                ? $"<{string.Join(", ", method.GetGenericArguments().Select(static argument => argument.ToString()))}>"
                : "");

    public JitTier Tier { get; set; }

    public int InlineCount { get; private set; }

    /// <summary>The calls that should have been inlined and were not, with the compiler's reason.</summary>
    public IReadOnlyList<string> CallsLeft => callsLeft;

    public void Inlined() => InlineCount++;

    public void NotInlined(string type, string name, string reason)
    {
        if (MeantInline(type, name))
            callsLeft.Add($"calls {type}.{name}: {reason}");
    }

    // Overloads are not told apart: they are marked alike. Of a type that is not found, everything is.
    private bool MeantInline(string type, string name)
    {
        string definition = type.Split('[')[0];
        Type? callee = AppDomain.CurrentDomain.GetAssemblies().Prepend(method.Module.Assembly)
            .Select(assembly => assembly.GetType(definition)).FirstOrDefault(static found => found is not null);
        return callee is null || callee.GetMembers(GeneratedMethods.Declared).OfType<MethodBase>().Any(overload =>
            overload.Name == name && overload.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining));
    }
}
