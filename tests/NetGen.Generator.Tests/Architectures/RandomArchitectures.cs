using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace NetGen.Generator.Tests;

/// <summary>Networks drawn at random, a seed each, compiled together.</summary>
public static class RandomArchitectures
{
    private static readonly Lazy<GeneratorRun> Generated = new(static () => TellingWhich(Generate));
    private static readonly Lazy<byte[]> Compiled = new(static () => TellingWhich(Compile));
    private static readonly Lazy<Assembly> Loaded = new(static () => Assembly.Load(Compiled.Value));
    private static readonly Lazy<Dictionary<string, NetworkSpec>> Specs = new(static () => Generated.Value.Declarations.ToDictionary(
        static declaration => $"{declaration.Type.Namespace}.{declaration.Type.Name}", static declaration => declaration.Network!));

    /// <summary>The networks.</summary>
    internal static IReadOnlyList<Architecture> All { get; } = [.. RandomSeeds.Or(UsualSeeds.All).Select(Architecture.Draw)];

    internal static Architecture Find(int seed) => All.First(architecture => architecture.Seed == seed);

    /// <summary>What the parser made of a network.</summary>
    internal static NetworkSpec SpecOf(Architecture architecture) => Specs.Value[architecture.Name];

    /// <summary>The class that a network became.</summary>
    internal static Type TypeOf(Architecture architecture) => Loaded.Value.GetType(architecture.Name)!;

    /// <summary>The assembly that all of them make.</summary>
    internal static byte[] Image => Compiled.Value;

    /// <summary>Lets a failure say which network it is about, and how to see it again.</summary>
    internal static void Prove(Architecture architecture, Action<Architecture> proof)
    {
        try
        {
            proof(architecture);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException(
                $"{failure.Message}\n{RandomSeeds.Replay(architecture.Seed, "Random")}\n\n{architecture.Source}", failure);
        }
    }

    // Where not all go together, one by one they tell which it is.
    private static T TellingWhich<T>(Func<IEnumerable<Architecture>, T> make)
    {
        try
        {
            return make(All);
        }
        catch (Exception)
        {
            foreach (Architecture architecture in All)
                Prove(architecture, alone => make([alone]));
            throw;
        }
    }

    private static GeneratorRun Generate(IEnumerable<Architecture> architectures)
    {
        GeneratorRun run = GeneratorRun.Over([.. architectures.Select(static architecture => architecture.Source)]);
        Assert.Empty(run.Reported);
        return run;
    }

    private static byte[] Compile(IEnumerable<Architecture> architectures)
    {
        GeneratorRun run = ReferenceEquals(architectures, All) ? Generated.Value : Generate(architectures);
        using var image = new MemoryStream();
        EmitResult result = run.Output.Emit(image);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return image.ToArray();
    }
}
