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
        ProductSpec? product = null;
        LayerSpec[] layers = [.. network.AllLayers];
        foreach (LayerSpec layer in layers.Take(layers.Length - 1))
        {
            if (IsRectifier(layer, slope))
            {
                rectifiers.Add(layer);
                if (product is not null)
                    products.Add(product);
            }

            product = layer switch
            {
                ProductSpec own => own,
                BlockSpec or DropoutSpec or ScaleSpec or PoolSpec or GlobalAvgPoolSpec or FlattenSpec => product,
                _ => null,
            };
        }

        return new HiddenRectifiers(rectifiers, products);
    }

    private static bool IsRectifier(LayerSpec layer, float slope) =>
        layer is ActivationSpec { Function: PiecewiseLinear { Below: >= 0 and var own } } && own < slope;
}
