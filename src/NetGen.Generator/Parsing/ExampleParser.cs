using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Reads what an example is: a vector of <c>Input</c> numbers, a sequence of <c>Length</c> such vectors, an image of <c>Height</c> by
/// <c>Width</c> pixels that have <c>Input</c> channels each, or <c>Length</c> tokens of a <c>Vocabulary</c>.
/// </summary>
internal static class ExampleParser
{
    // Tokens are kept as floats: all whole numbers up to here are some.
    private const int MostTokens = 1 << 24;

    /// <returns>Its shape, or null where it has none.</returns>
    public static Shape? Parse(AttributeArguments arguments, string network, MistakeList mistakes)
    {
        if (arguments.IsGiven("Vocabulary"))
            return ParseTokens(arguments, mistakes);

        int input = arguments.ParseRequiredSize("Input");
        (bool length, bool height, bool width) = (arguments.IsGiven("Length"), arguments.IsGiven("Height"), arguments.IsGiven("Width"));
        if (length && (height || width))
            Reject(
                arguments, mistakes, "Length", "either Length, for sequences, or Height and Width, for images",
                height ? "Length beside Height" : "Length beside Width");
        else if (height != width)
            Reject(
                arguments, mistakes, height ? "Height" : "Width", "Height and Width, for images", height ? "Height alone" : "Width alone");
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
    }

    private static Shape? ParseTokens(AttributeArguments arguments, MistakeList mistakes)
    {
        int vocabulary = arguments.ParseSize("Vocabulary", 1);
        if (Array.Find(["Input", "Height", "Width", "InputMean", "InputStd"], arguments.IsGiven) is { } other)
            Reject(arguments, mistakes, other, "Vocabulary and Length alone, for sequences of tokens", "Vocabulary beside " + other);
        else if (!arguments.IsGiven("Length"))
            Reject(arguments, mistakes, "Vocabulary", "Length beside Vocabulary, for sequences of tokens", "Vocabulary alone");
        else if (vocabulary > MostTokens)
            Reject(
                arguments, mistakes, "Vocabulary", $"a Vocabulary of at most {Shape.Number(MostTokens)}", Shape.Number(vocabulary));
        int length = arguments.ParseSize("Length", 1);
        return vocabulary < 1 || length < 1 ? null : Shape.Tokens(length, vocabulary);
    }

    private static void Reject(AttributeArguments arguments, MistakeList mistakes, string argument, string expected, string found) =>
        mistakes.Add(DiagnosticDescriptors.ExampleDimensions, arguments.LocationOf(argument), expected, found);
}
