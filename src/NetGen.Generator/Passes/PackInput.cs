using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>
/// Leaves an image or a sequence as it comes in, pixel behind pixel without padding, where all that reads it are products, which take a
/// pixel number by number. An image of three channels is read where it lies then, and takes 3 floats a pixel instead of 16. A vector has
/// its padding once for an example, which is little.
/// </summary>
internal static class PackInput
{
    public static Graph Run(Graph forward)
    {
        Shape shape = forward[forward.Input].Shape!;
        bool hasPadding = shape.Positions > 1 && Layout.RowStride(shape.Width) != shape.Width;
        bool isRead = forward.Nodes.All(node => !node.Inputs.Contains(forward.Input) || IsProductOf(node, forward.Input));

        // A probe would see rows of the input.
        bool isShown = forward.Layers.Any(layer =>
            layer.PreActivation == forward.Input || layer.Activation == forward.Input || layer.Stream == forward.Input);
        if (!hasPadding || !isRead || isShown)
            return forward;

        return forward with
        {
            Nodes = forward.Nodes
                .Select((node, value) => value == forward.Input ? node with { Operation = new Given(shape) { IsPacked = true } } : node)
                .ToEquatableArray(),
        };
    }

    private static bool IsProductOf(Node node, int input) =>
        node is { Operation: MatMul or Conv2d } && node.Inputs[0] == input && node.Inputs[1] != input;
}
