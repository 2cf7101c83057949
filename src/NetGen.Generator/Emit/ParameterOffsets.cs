using NetGen.Generator.Graphs;
using NetGen.Generator.Passes;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Emit;

/// <summary>Where parameters lie in their slab, as named constants.</summary>
internal sealed class ParameterOffsets
{
    private readonly Dictionary<string, string> names = []; // by path
    private readonly IReadOnlyList<string> declarations;

    public ParameterOffsets(Graph forward, ParameterPlan parameters, Identifiers identifiers)
    {
        List<string> declared = [];
        foreach (StoredValue slot in parameters.Slots)
        {
            Node node = forward[slot.Value];
            string name = identifiers.Add(node.Name);
            names.Add(((ParameterValue)node.Operation).Path, name);
            declared.Add($"{name} = {Numbers.Literal(slot.Offset)}");
        }

        declarations = declared;
    }

    /// <summary>The constant for a parameter, and for its gradient.</summary>
    public string this[ParameterValue parameter] => names[parameter.Path];

    public void Write(CodeWriter code)
    {
        code.Line("// Where parameters lie, and their gradients.");
        code.Line($"private const int {string.Join(", ", declarations)};");
        code.Line();
    }
}
