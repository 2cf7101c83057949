using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads an <c>[Mlp]</c> attribute. Its defaults are those of the attribute's properties.</summary>
internal sealed class MlpParser(AttributeArguments arguments, MistakeList mistakes)
{
    public MlpDeclaration Parse()
    {
        int width = arguments.ParseSize("Width", 64);
        return new MlpDeclaration(
            ParseDepth(), width, arguments.ParseSize("Input", width), arguments.ParseSize("Output", width),
            arguments.Get<bool>("Residual") ?? false,
            arguments.ParseMember("Activation", "ReLU"),
            arguments.ParseMember("Init", Init.KaimingNormal),
            arguments.ParseFinite("InitScale") ?? 1f,
            arguments.Get<bool>("Bias") ?? true)
        {
            InputSignal = InputSignalParser.Parse(arguments, mistakes),
        };
    }

    private int ParseDepth()
    {
        int depth = arguments.ParseSize("Depth", 2);
        if (depth > LayerParser.MaxLayers)
            mistakes.Add(DiagnosticDescriptors.TooDeep, arguments.LocationOf("Depth"), "Depth", LayerParser.MaxLayers, depth);
        return depth;
    }
}
