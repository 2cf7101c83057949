using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Reads what an example is: a vector of <c>Input</c> numbers, a sequence of <c>Length</c> such vectors, or an image of <c>Height</c> by
/// <c>Width</c> pixels that have <c>Input</c> channels each.
/// </summary>
internal static class ExampleParser
{
    /// <returns>Its shape, or null where it has none.</returns>
    public static Shape? Parse(AttributeArguments arguments, string network, MistakeList mistakes)
    {
        int input = arguments.ParseRequiredSize("Input");
        (bool length, bool height, bool width) = (arguments.IsGiven("Length"), arguments.IsGiven("Height"), arguments.IsGiven("Width"));
        if (length && (height || width))
            Reject(
                "Length", "either Length, for sequences, or Height and Width, for images",
                height ? "Length beside Height" : "Length beside Width");
        else if (height != width)
            Reject(height ? "Height" : "Width", "Height and Width, for images", height ? "Height alone" : "Width alone");
        int[] dimensions = height || width ? [arguments.ParseSize("Height", 1), arguments.ParseSize("Width", 1), input]
            : length ? [arguments.ParseSize("Length", 1), input]
            : [input];
        if (dimensions.Any(static dimension => dimension < 1))
            return null;

        // In decimal: the product of three numbers may be more than a long holds.
        decimal count = dimensions.Aggregate(1m, static (product, dimension) => product * dimension);
        if (count <= SlabSize.MaxLength)
            return Shape.Example(dimensions);
        mistakes.Add(DiagnosticDescriptors.SlabTooLarge, arguments.Location, SlabSize.MaxLength, "input", network, "needs", count);
        return null;

        void Reject(string argument, string expected, string found) =>
            mistakes.Add(DiagnosticDescriptors.ExampleDimensions, arguments.LocationOf(argument), expected, found);
    }
}
