using System.Collections.Immutable;
using System.ComponentModel;

namespace NetGen;

/// <summary>A parameter of a network.</summary>
/// <param name="name">Its name, such as <c>layers.3.linear.weight</c>.</param>
/// <param name="layer">The index of its layer in <see cref="NetworkInfo.Layers"/>.</param>
/// <param name="shape">Its shape: <c>[out, in]</c> for a weight, <c>[out]</c> for a bias.</param>
/// <param name="offset">Where it starts in the parameter slab, in floats, a multiple of 16 (64 bytes).</param>
/// <param name="init">How it starts, unless the constructor says otherwise.</param>
/// <param name="initScale">The factor on its starting values, unless the constructor says otherwise.</param>
public sealed class ParameterInfo(string name, int layer, ImmutableArray<int> shape, int offset, Init init, float initScale)
{
    /// <summary>Its name, such as <c>layers.3.linear.weight</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The index of its layer in <see cref="NetworkInfo.Layers"/>.</summary>
    public int Layer { get; } = layer;

    /// <summary>Its shape: <c>[out, in]</c> for a weight, <c>[out]</c> for a bias.</summary>
    public ImmutableArray<int> Shape { get; } = shape;

    /// <summary>Where it starts in the parameter slab, in floats, a multiple of 16 (64 bytes).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int Offset { get; } = offset;

    /// <summary>How it starts, unless the constructor says otherwise.</summary>
    public Init Init { get; } = init;

    /// <summary>The factor on its starting values, unless the constructor says otherwise.</summary>
    public float InitScale { get; } = initScale;

    /// <summary>The number of its values, padding not counted.</summary>
    public int Count { get; } = shape.Aggregate(1, static (product, dimension) => product * dimension);

    /// <summary>The same place in a slab under another name.</summary>
    internal ParameterInfo Renamed(string name) => new(name, Layer, Shape, Offset, Init, InitScale);
}
