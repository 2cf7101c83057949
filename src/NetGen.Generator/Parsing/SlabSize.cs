using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// The length of a network's slabs in floats, from its numbers alone, before a layer is made of them. A decimal holds what the largest
/// numbers give exactly (below 2^94), where a long would overflow.
/// </summary>
internal static class SlabSize
{
    /// <summary>
    /// The most floats that the runtime's slab holds: an array's 0x7FFFFFC7 (<c>Array.MaxLength</c>), less the 15 in which it finds a start
    /// at a cache line.
    /// </summary>
    public const int MaxLength = 0x7FFFFFC7 - 15;

    // Pre-activation, kept derivative, activation, stream, and the gradients of two of them: no layer has more of its values alive at once.
    private const int BuffersPerLayer = 6;

    /// <summary>Weights, biases and all other parameters, in panels of 32 outputs.</summary>
    public static decimal Parameters(IEnumerable<LinearSize> linears) =>
        linears.Sum(static linear =>
            linear.Count * Padded(linear.Outputs) * ((decimal)linear.Inputs * linear.Taps + (linear.Bias ? 1m : 0m)) + linear.Others);

    /// <summary>
    /// At least what a training step on one example takes: its scratch (a transposed panel of weights, or what a convolution works in), the
    /// example itself, its buffers and what it keeps beside them.
    /// </summary>
    public static decimal Activations(Shape example, IReadOnlyList<LinearSize> linears) =>
        linears.Max(static linear => Math.Max(Layout.PanelWidth * Padded(linear.Outputs), linear.Scratch))
        + example.Positions * RowStride(example.Width)
        + linears.Sum(static linear =>
            (decimal)linear.Count * linear.Positions * BuffersPerLayer * RowStride(linear.Outputs) + linear.Kept);

    /// <summary>Reports slabs that are larger than the runtime's.</summary>
    public static void Check(
        Shape example, IReadOnlyList<LinearSize> linears, string network, Location? location, MistakeList mistakes)
    {
        (string Content, string Need, decimal Length)[] slabs =
        [
            ("parameters", "need", Parameters(linears)),
            ("activations", "need about", Activations(example, linears)),
        ];
        (string content, string need, decimal length) = slabs.FirstOrDefault(static slab => slab.Length > MaxLength);
        if (content is not null)
            mistakes.Add(DiagnosticDescriptors.SlabTooLarge, location, MaxLength, content, network, need, length);
    }

    /// <summary>The columns of whole panels. What is longer than a slab would overflow, and fits nowhere, padded or not.</summary>
    public static decimal Padded(int width) => width > MaxLength ? width : Layout.Panels(width) * Layout.PanelWidth;

    /// <summary>The weights of attention, which an example keeps for the backward pass: from every position to every other.</summary>
    public static decimal AttentionWeights(int heads, int positions) => (decimal)heads * positions * RowStride(positions);

    private static decimal RowStride(int width) => width > MaxLength ? width : Layout.RowStride(width);
}
