using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graphs;
using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Parsing;

/// <summary>Reads a layer that places no blocks. Its defaults are those of the attribute's properties.</summary>
internal static class SimpleLayerParser
{
    public static LayerSpec? Parse(string kind, AttributeArguments arguments, LayerPlace place, MistakeList mistakes)
    {
        string name = place.Name;
        ImageLayerParser image = new(kind, arguments, place, mistakes);
        SequenceLayerParser sequence = new(kind, arguments, place, mistakes);
        switch (kind)
        {
            case "Linear":
                return arguments.ParsePositionalSize("outputs") is int outputs
                    ? new LinearSpec(
                        name, outputs, arguments.Get<bool>("Bias") ?? true, arguments.ParseMember("Init", Init.KaimingNormal),
                        arguments.ParseFinite("InitScale") ?? 1f)
                    {
                        Gain = GainParser.Parse(arguments, place, mistakes),
                    }
                    : null;
            case "Conv2d":
                return image.ParseConvolution();
            case "RmsNorm":
                return new NormSpec(
                    name, Centered: false, ParseEpsilon(arguments, 1e-6f, mistakes), arguments.Get<bool>("Gain") ?? true, Bias: false);
            case "LayerNorm":
                return new NormSpec(
                    name, Centered: true, ParseEpsilon(arguments, 1e-5f, mistakes),
                    arguments.Get<bool>("Gain") ?? true, arguments.Get<bool>("Bias") ?? true);
            case "GroupNorm":
                return image.ParseGroupNorm(ParseEpsilon(arguments, 1e-5f, mistakes));
            case "MaxPool2d" or "AvgPool2d":
                return image.ParsePool();
            case "GlobalAvgPool":
                return image.TakesImage() ? new GlobalAvgPoolSpec(name) : null;
            case "Flatten":
                return image.TakesImage() ? new FlattenSpec(name) : null;
            case "PatchEmbedding":
                return image.ParsePatches();
            case "Embedding":
                return sequence.ParseEmbedding();
            case "PositionEmbedding":
                return sequence.ParsePositions();
            case "SelfAttention":
                return sequence.ParseAttention();
            case "ClassToken":
                return sequence.ParseClassToken();
            case "FirstToken":
                return sequence.TakesPositions() ? new FirstTokenSpec(name) : null;
            case "MeanPool":
                return sequence.TakesPositions() ? new MeanPoolSpec(name) : null;
            case "SwiGLU":
                return sequence.ParseGate();
            case "BatchNorm1d" or "BatchNorm2d":
                RequireRank(kind, arguments, place, mistakes);
                return new BatchNormSpec(
                    name, ParseEpsilon(arguments, 1e-5f, mistakes), ParseMomentum(arguments, place, mistakes),
                    arguments.Get<bool>("Affine") ?? true);
            case "Dropout":
                return arguments.GetPositional<double>() is { } probability
                    ? ParseDropout(name, (float)probability, arguments, mistakes)
                    : null;
            case "Scale":
                return arguments.ParsePositionalFinite("factor") is { } factor ? ParseScale(factor, arguments, place, mistakes) : null;
            case "LeakyReLU":
                // A slope of -0 becomes 0: they are the same slope.
                return arguments.ParsePositionalFinite("slope") is { } slope ? new ActivationSpec(name, new LeakyReLU(slope + 0f)) : null;
            case "PReLU":
                return new PReLUSpec(name, arguments.ParseFinite("InitialSlope") ?? 0.25f);
            case "CReLU" or "NCReLU":
                return new CReLUSpec(name, new CReLU(Signed: kind == "NCReLU"));
            default:
                return new ActivationSpec(name, ActivationFunction.Named(kind));
        }
    }

    private static ScaleSpec ParseScale(float factor, AttributeArguments arguments, LayerPlace place, MistakeList mistakes)
    {
        bool learned = arguments.Get<bool>("Learned") ?? false, perChannel = arguments.Get<bool>("PerChannel") ?? false;
        if (perChannel && !learned)
            mistakes.Add(
                DiagnosticDescriptors.UselessArgument, arguments.LocationOf("PerChannel"), "Learned = true beside PerChannel = true",
                "a factor that is not learned", place.Path());
        return new ScaleSpec(place.Name, factor, learned, perChannel);
    }

    private static float ParseEpsilon(AttributeArguments arguments, float otherwise, MistakeList mistakes)
    {
        float epsilon = arguments.Get<float>("Epsilon") ?? otherwise;
        if (!(epsilon > 0) || float.IsInfinity(epsilon))
            mistakes.Add(DiagnosticDescriptors.BadEpsilon, arguments.LocationOf("Epsilon"), epsilon);
        return epsilon;
    }

    private static float ParseMomentum(AttributeArguments arguments, LayerPlace place, MistakeList mistakes)
    {
        float momentum = arguments.Get<float>("Momentum") ?? 0.1f;
        if (!(momentum >= 0 && momentum <= 1))
        {
            mistakes.Add(
                DiagnosticDescriptors.BatchNormArgument, arguments.LocationOf("Momentum"), "Momentum to be from 0 to 1",
                Numbers.Shortest(momentum), place.Path());
        }

        return momentum;
    }

    private static void RequireRank(string kind, AttributeArguments arguments, LayerPlace place, MistakeList mistakes)
    {
        bool isImage = place.Input.IsImage;
        if (kind == "BatchNorm2d" != isImage)
        {
            string expected = isImage
                ? "vectors or sequences for BatchNorm1d (images go to BatchNorm2d)"
                : "images for BatchNorm2d (vectors and sequences go to BatchNorm1d)";
            mistakes.Add(DiagnosticDescriptors.BatchNormArgument, arguments.Location, expected, place.Found, place.Path());
        }
    }

    private static DropoutSpec ParseDropout(string name, float probability, AttributeArguments arguments, MistakeList mistakes)
    {
        if (!(probability >= 0 && probability < 1))
            mistakes.Add(DiagnosticDescriptors.BadProbability, arguments.PositionalLocation, probability);
        return new DropoutSpec(name, probability);
    }
}
