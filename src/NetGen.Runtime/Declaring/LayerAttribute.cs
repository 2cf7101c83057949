// Only NetGen calls these constructors, so CLS compliance does not matter.
#pragma warning disable CS3015

namespace NetGen;

/// <summary>
/// A layer of a network or block. Layers are read in the order in which they are written, several to a bracket or one below the other.
/// </summary>
// Structs are let through so that NetGen's own diagnostics, which say what to do, speak instead of the compiler's.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }
}
