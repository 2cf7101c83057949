using System.Reflection;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.JitHealth;

/// <summary>The methods that were generated into an assembly, generic ones with the type arguments that a trainer gives them.</summary>
internal static class GeneratedMethods
{
    /// <summary>All members that a type declares itself.</summary>
    public const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private const string Namespace = "NetGen.Generated";

    private static readonly Type[] RuntimeStructs = [.. typeof(INetwork).Assembly.GetTypes().Where(static type => type.IsValueType)];

    /// <summary>The width of the vectors that this process computes with, in bits.</summary>
    public static int VectorWidth => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>Those that run more than once: no type initialisers.</summary>
    public static IEnumerable<MethodBase> Of(Assembly assembly) =>
        from type in assembly.GetTypes()
        where type.Namespace == Namespace
        from method in Closed(type).GetMethods(Declared)
        from closed in Closed(method)
        select closed;

    // Kernels are generic over the vectors that they compute with; a process never compiles them for another width.
    private static Type Closed(Type type) => !type.IsGenericTypeDefinition ? type : VectorWidth switch
    {
        512 => type.MakeGenericType(typeof(Simd512), typeof(Vector512<float>)),
        256 => type.MakeGenericType(typeof(Simd256), typeof(Vector256<float>)),
        _ => type.MakeGenericType(typeof(Simd128), typeof(Vector128<float>)),
    };

    private static IEnumerable<MethodBase> Closed(MethodInfo method) =>
        method.IsGenericMethodDefinition ? Arguments(method.GetGenericArguments()).Select(method.MakeGenericMethod) : [method];

    // As many as it takes for every struct of the runtime that meets a parameter's constraints to come once: probes, and what becomes of
    // gradients with each optimizer.
    private static IEnumerable<Type[]> Arguments(Type[] parameters, Type? of = null)
    {
        Type[][] arguments = [.. parameters.Select(parameter => Arguments(parameter, of).ToArray())];
        return Enumerable.Range(0, arguments.Max(static choices => choices.Length))
            .Select(turn => arguments.Select(choices => choices[turn % choices.Length]).ToArray());
    }

    // No struct around itself: one thread's share of a step is never shared again.
    private static IEnumerable<Type> Arguments(Type parameter, Type? of)
    {
        Type[] interfaces = [.. parameter.GetGenericParameterConstraints().Where(static constraint => constraint.IsInterface)];
        return RuntimeStructs.Where(type => type != of && interfaces.All(type.GetInterfaces().Contains)).SelectMany(static type =>
            type.IsGenericTypeDefinition ? Arguments(type.GetGenericArguments(), type).Select(type.MakeGenericType) : [type]);
    }
}
