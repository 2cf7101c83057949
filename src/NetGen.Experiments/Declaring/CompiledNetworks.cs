using System.Diagnostics;
using System.Reflection;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Declaring;

/// <summary>The classes of networks that were declared while the program runs.</summary>
internal sealed class CompiledNetworks
{
    private readonly Dictionary<string, Type> classes = [];

    /// <summary>The class of a network that was compiled, by its name.</summary>
    public Type this[string name] => classes[name];

    /// <summary>Compiles networks together.</summary>
    /// <param name="what">The networks, in words.</param>
    /// <param name="names">Their names.</param>
    /// <param name="sources">Files of C# that declare them, and the blocks that they are made of.</param>
    /// <param name="display">Shows which compiler is at work.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="InvalidOperationException">A declaration is wrong.</exception>
    public CompilationCost Add(
        string what, IEnumerable<string> names, IReadOnlyList<string> sources, IRunDisplay display, CancellationToken stop)
    {
        Stopwatch clock = Stopwatch.StartNew();
        (Assembly networks, long length) = display.Show(
            $"Compiling {what}", at => NetworkCompilation.Compile(sources, stop, at), stop);
        foreach (string name in names)
            classes[name] = networks.GetType(name, throwOnError: true)!;
        return new CompilationCost(what, clock.Elapsed.TotalSeconds, length);
    }
}
