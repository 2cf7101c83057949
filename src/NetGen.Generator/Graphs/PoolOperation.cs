using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>What a window makes of an image, channel by channel.</summary>
/// <param name="Window">The window, and the image that it moves over.</param>
internal abstract record PoolOperation(PoolWindow Window) : RoutineOperation
{
    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override string Notation() =>
        $"{GetType().Name} kernel={Literal(Window.Kernel)} stride={Literal(Window.Stride)} padding={Literal(Window.Padding)}";

    public override Shape InferShape(IReadOnlyList<Shape> inputs) =>
        Replace(inputs[0], (Window.Height, Window.Width), (Window.Rows.Places, Window.Columns.Places));

    // A comparison or an addition for each pixel of each window.
    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => result.Count * Window.Kernel * Window.Kernel;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result)
    {
        int[] numbers = [Window.Height, Window.Width, Window.Kernel, Window.Stride, Window.Padding];
        return [$"new PoolWindow({string.Join(", ", numbers.Select(Literal))})", Literal(inputs[0].Width)];
    }

    /// <summary>The places of the window from top to bottom, and from left to right.</summary>
    private protected (WindowAxis Rows, WindowAxis Columns) Axes => (
        new WindowAxis(Window.Height, Window.Rows.Places, Window.Kernel, Window.Stride, Window.Padding),
        new WindowAxis(Window.Width, Window.Columns.Places, Window.Kernel, Window.Stride, Window.Padding));

    /// <summary>The shape of an image of other sides.</summary>
    private protected static Shape Replace(Shape image, (int Height, int Width) from, (int Height, int Width) to) =>
        image.IsImage && (image.Dimensions[0], image.Dimensions[1]) == from
            ? Shape.Example(to.Height, to.Width, image.Width)
            : throw new ShapeException($"{image} is no image of {Literal(from.Height)} × {Literal(from.Width)}.");
}

/// <summary>The gradient with respect to the image that a window moves over, from that with respect to what it makes.</summary>
/// <param name="Window">The window, and the image that it moves over.</param>
internal abstract record PoolGradientOperation(PoolWindow Window) : PoolOperation(Window)
{
    public override string Notation() => NoNotation();

    public override Shape InferShape(IReadOnlyList<Shape> inputs) =>
        Replace(inputs[0], (Window.Rows.Places, Window.Columns.Places), (Window.Height, Window.Width));

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => inputs[0].Count * Window.Kernel * Window.Kernel;
}
