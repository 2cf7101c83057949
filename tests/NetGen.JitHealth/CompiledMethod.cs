using System.Collections.Concurrent;
using System.Reflection;

namespace NetGen.JitHealth;

/// <summary>What the just-in-time compiler told of a method.</summary>
internal sealed class CompiledMethod(MethodBase method)
{
    // The same calls are left in many methods, and reflection is slow.
    private static readonly ConcurrentDictionary<(Assembly Of, string Type, string Name), bool> MeantInlines = [];

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
    private bool MeantInline(string type, string name) => MeantInlines.GetOrAdd((method.Module.Assembly, type, name), static callee =>
    {
        string definition = callee.Type.Split('[')[0];
        Type? found = AppDomain.CurrentDomain.GetAssemblies().Prepend(callee.Of)
            .Select(assembly => assembly.GetType(definition)).FirstOrDefault(static type => type is not null);
        return found is null || found.GetMembers(GeneratedMethods.Declared).OfType<MethodBase>().Any(overload =>
            overload.Name == callee.Name && overload.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining));
    });
}
