using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads a layer over the tokens of a sequence, or over the pixels of an image as if they were some.</summary>
/// <param name="kind">The layer.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="place">Where it stands.</param>
/// <param name="mistakes">Where mistakes go.</param>
internal sealed class SequenceLayerParser(string kind, AttributeArguments arguments, LayerPlace place, MistakeList mistakes)
{
    /// <summary>Whether there are positions, as the layer needs.</summary>
    public bool TakesPositions()
    {
        if (place.Input.IsSequence || place.Input.IsImage)
            return true;
        mistakes.Add(DiagnosticDescriptors.NotASequence, arguments.Location, kind, place.Found, place.Path());
        return false;
    }

    /// <summary>A vector for every token, or null where its length is wrong.</summary>
    public EmbeddingSpec? ParseEmbedding() => arguments.ParsePositionalSize("outputs") is int outputs
        ? new EmbeddingSpec(place.Name, outputs, ParseInit(Init.Normal), ParseScale(1f))
        : null;

    /// <summary>A vector for every position, or null where there are too few.</summary>
    public PositionEmbeddingSpec? ParsePositions()
    {
        if (!TakesPositions())
            return null;
        bool sine = arguments.Get<bool>("Sine") ?? false;
        if (sine && Array.Find(["Positions", "Init", "InitScale"], arguments.IsGiven) is { } learned)
        {
            RejectUseless(learned, "learned vectors beside " + learned, "Sine = true");
            return null;
        }

        int needed = place.Input.Positions;
        int positions = arguments.ParseSize("Positions", needed);
        if (positions >= needed)
            return new PositionEmbeddingSpec(place.Name, positions, sine, ParseInit(Init.Normal), ParseScale(0.02f));
        if (positions > 0)
            mistakes.Add(DiagnosticDescriptors.FewPositions, arguments.LocationOf("Positions"), needed, positions, place.Path());
        return null;
    }

    /// <summary>
    /// Attention, or null where heads do not divide what comes in, there is no order to be causal in, or there are too many positions.
    /// </summary>
    public SelfAttentionSpec? ParseAttention()
    {
        if (arguments.ParsePositionalSize("heads") is not int heads || !TakesPositions())
            return null;

        bool causal = arguments.Get<bool>("Causal") ?? false, rotary = arguments.Get<bool>("Rotary") ?? false;
        int width = place.Input.Width;
        if (width % heads != 0 || rotary && width / heads % 2 != 0)
        {
            string even = rotary ? " in heads of even width, which Rotary turns" : "";
            mistakes.Add(DiagnosticDescriptors.UnevenHeads, arguments.PositionalLocation, width, heads, even, place.Path());
        }
        else if (causal && !place.Input.IsSequence)
        {
            mistakes.Add(DiagnosticDescriptors.CausalImage, arguments.LocationOf("Causal"), place.Found, place.Path());
        }
        else if (SlabSize.AttentionWeights(heads, place.Input.Positions) is > SlabSize.MaxLength and var weights)
        {
            mistakes.Add(DiagnosticDescriptors.SlabTooLarge, arguments.Location, SlabSize.MaxLength, "weights", kind, "need", weights);
        }

        float rotaryBase = arguments.ParseFinite("RotaryBase") ?? 10_000f;
        if (rotaryBase is <= 1 and > float.NegativeInfinity)
            mistakes.Add(DiagnosticDescriptors.BadRotaryBase, arguments.LocationOf("RotaryBase"), rotaryBase);
        else if (!rotary && arguments.IsGiven("RotaryBase"))
            RejectUseless("RotaryBase", "Rotary = true beside RotaryBase", "none");
        return mistakes.Count > 0
            ? null
            : new SelfAttentionSpec(
                place.Name, heads, causal, arguments.Get<bool>("Bias") ?? true, arguments.Get<bool>("Joint") ?? true,
                rotary ? rotaryBase : null, ParseInit(Init.XavierUniform), ParseScale(1f));
    }

    /// <summary>A learned vector in front of the positions, or null where there are none.</summary>
    public ClassTokenSpec? ParseClassToken() =>
        TakesPositions() ? new ClassTokenSpec(place.Name, ParseInit(Init.Normal), ParseScale(0.02f)) : null;

    /// <summary>A gated unit, or null where what comes in has no halves.</summary>
    public SwiGluSpec? ParseGate()
    {
        if (place.Input.Width % 2 == 0)
            return new SwiGluSpec(place.Name);
        mistakes.Add(DiagnosticDescriptors.NoHalves, arguments.Location, place.Input.Width, place.Path());
        return null;
    }

    private void RejectUseless(string argument, string expected, string found) =>
        mistakes.Add(DiagnosticDescriptors.UselessArgument, arguments.LocationOf(argument), expected, found, place.Path());

    private Init ParseInit(Init otherwise) => arguments.ParseMember("Init", otherwise);

    private float ParseScale(float otherwise) => arguments.ParseFinite("InitScale") ?? otherwise;
}
