namespace NetGen;

/// <summary>
/// Declares a reusable piece of a network, of the layers that follow on the same class. <see cref="UseAttribute{TBlock}"/>,
/// <see cref="RepeatAttribute{TBlock}"/> and <see cref="ParallelAttribute{TFirst, TSecond}"/> place it. Blocks can hold blocks, and lie in
/// other assemblies.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class BlockAttribute : Attribute;
