using System.Collections.Immutable;

namespace NetGen.Generator;

/// <summary>A declared type, free of Roslyn types and equal to another when the same code is written for both.</summary>
/// <param name="Type">The type.</param>
/// <param name="Network">The network, or nothing where the declaration is wrong.</param>
internal sealed record Declaration(TypeSpec Type, NetworkSpec? Network)
{
    /// <summary>Writes its code. A wrong declaration gets its public members too, so that its one mistake is its one error.</summary>
    public CompiledNetwork Compile(CancellationToken cancellation) => Network is null
        ? new CompiledNetwork(Type.HintName, ShellEmitter.Emit(Type), Info: null, ImmutableArray<Kernel>.Empty)
        : NetworkCompiler.Compile(Network, cancellation);
}
