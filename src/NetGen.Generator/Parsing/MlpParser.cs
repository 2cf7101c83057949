using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads an <c>[Mlp]</c> attribute. Its defaults are those of the attribute's properties.</summary>
internal sealed class MlpParser(AttributeArguments arguments, MistakeList mistakes)
{
    public MlpDeclaration Parse()
    {
        int width = arguments.ParseSize("Width", 64);
        string activation = arguments.ParseMember("Activation", "ReLU");
        return new MlpDeclaration(
            ParseDepth(), width, arguments.ParseSize("Input", width), arguments.ParseSize("Output", width),
            arguments.Get<bool>("Residual") ?? false,
            activation,
            arguments.ParseMember("Init", Init.KaimingNormal),
            arguments.ParseFinite("InitScale") ?? 1f,
            arguments.Get<bool>("Bias") ?? true)
        {
            Slope = ParseSlope(activation),
            InputSignal = InputSignalParser.Parse(arguments, mistakes),
        };
    }

    // A slope of -0 becomes 0: they are the same slope.
    private float ParseSlope(string activation)
    {
        if (arguments.ParseFinite("Slope") is not { } slope)
            return LeakyReLU.DefaultSlope;
        if (activation != "LeakyReLU")
            mistakes.Add(
                DiagnosticDescriptors.UselessArgument, arguments.LocationOf("Slope"), "Activation.LeakyReLU beside Slope",
                "Activation." + activation, "[Mlp]");
        return slope + 0f;
    }

    private int ParseDepth()
    {
        int depth = arguments.ParseSize("Depth", 2);
        if (depth > LayerParser.MaxLayers)
            mistakes.Add(DiagnosticDescriptors.TooDeep, arguments.LocationOf("Depth"), "Depth", LayerParser.MaxLayers, depth);
        return depth;
    }
}
