using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Judging;

/// <summary>
/// The hidden ReLUs and LeakyReLUs of a network that have less than some slope. A ReLU at the output says what an answer may be.
/// </summary>
/// <param name="Layers">These.</param>
/// <param name="Products">The products that they are applied to, with no norm between.</param>
internal sealed record HiddenRectifiers(IReadOnlyList<LayerSpec> Layers, IReadOnlyList<ProductSpec> Products)
{
    public static HiddenRectifiers Below(float slope, NetworkSpec network)
    {
        List<LayerSpec> rectifiers = [];
        List<ProductSpec> products = [];
        LayerSpec last = network.AllLayers.Last();
        Walk(network.Layers, []);
        return new HiddenRectifiers(rectifiers, products);

        // From the products whose sum comes in to those whose sum goes out.
        IReadOnlyList<ProductSpec> Walk(IEnumerable<LayerSpec> layers, IReadOnlyList<ProductSpec> front)
        {
            foreach (LayerSpec layer in layers)
            {
                if (!ReferenceEquals(layer, last) && IsRectifier(layer, slope))
                {
                    rectifiers.Add(layer);
                    products.AddRange(front);
                }

                front = layer switch
                {
                    ProductSpec own => [own],
                    BlockSpec block => Walk(block.Layers, front),
                    ParallelSpec parallel => [.. parallel.Branches.SelectMany(branch => Walk(branch.Layers, front))],
                    DropoutSpec or ScaleSpec or PoolSpec or GlobalAvgPoolSpec or FlattenSpec => front,
                    _ => [],
                };
            }

            return front;
        }
    }

    private static bool IsRectifier(LayerSpec layer, float slope) =>
        layer is ActivationSpec { Function: PiecewiseLinear { Below: >= 0 and var own } } && own < slope;
}
