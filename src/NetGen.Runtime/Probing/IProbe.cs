using System.Numerics.Tensors;

namespace NetGen;

/// <summary>
/// Sees the tensors of a network as they arise in a forward and a backward pass. Implement it as a struct: passes are compiled for each
/// probe, and for one that does not observe the just-in-time compiler deletes every call.
/// </summary>
public interface IProbe
{
    /// <summary>Whether the probe wants to see anything. A constant: what it guards is compiled only where it is true.</summary>
    static abstract bool Observes { get; }

    /// <summary>Takes a look at a tensor. Its memory belongs to the pass: copy what is to be kept.</summary>
    /// <param name="observation">What the tensor is.</param>
    /// <param name="layer">The index of the layer in <see cref="NetworkInfo.Layers"/>.</param>
    /// <param name="name">The name of the layer, or of the parameter.</param>
    /// <param name="values">
    /// Its values: <c>[rows, width]</c>, with a row for each token or pixel of sequences and images; or <c>[out, in]</c> for a weight,
    /// <c>[out, in, height, width]</c> for that of a convolution and <c>[out]</c> for a bias; or what <see cref="Observation"/> says of
    /// attention, head by head.
    /// </param>
    void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values);
}
