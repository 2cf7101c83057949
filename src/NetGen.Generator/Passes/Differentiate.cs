using System.Collections.Immutable;
using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>
/// Adds the backward graph, in reverse mode: walks the nodes from the output to the input and lets every operation add its derivative.
/// A value that was used several times gets the sum of what comes back from its uses.
/// </summary>
internal static class Differentiate
{
    public static TrainingGraph Run(Graph forward)
    {
        var graph = new GraphBuilder(forward);
        bool[] leadsToParameter = LeadsToParameter(forward);
        int?[] gradients = new int?[forward.Nodes.Count];
        Node output = forward[forward.Output];
        int outputGradient = graph.Add(new Given(output.Shape!), "d" + output.Name, output.Layer);
        gradients[forward.Output] = outputGradient;

        for (int value = forward.Nodes.Count - 1; value >= 0; value--)
        {
            Node node = forward[value];
            if (gradients[value] is not int upstream)
                continue;
            for (int i = 0; i < node.Inputs.Count; i++)
            {
                int input = node.Inputs[i];
                if (!leadsToParameter[input])
                    continue;
                int gradient = node.Operation.Gradient(graph, value, i, upstream);
                gradients[input] = gradients[input] is int other
                    ? graph.Add(new Add(), "d" + forward[input].Name, node.Layer, other, gradient)
                    : gradient;
            }
        }

        ImmutableArray<ParameterGradient>.Builder parameters = ImmutableArray.CreateBuilder<ParameterGradient>();
        for (int value = 0; value < forward.Nodes.Count; value++)
        {
            if (forward[value].Operation is ParameterValue && gradients[value] is int gradient)
                parameters.Add(new ParameterGradient(value, gradient));
        }

        return new TrainingGraph(
            forward with { Nodes = graph.ToNodes() }, outputGradient, parameters.ToImmutable(),
            forward.Layers.Select(layer => gradients[layer.PreActivation] ?? -1).ToEquatableArray());
    }

    // Only these values need gradients: there is no use in the gradient with respect to the network's input.
    private static bool[] LeadsToParameter(Graph graph)
    {
        bool[] leads = new bool[graph.Nodes.Count];
        for (int value = 0; value < leads.Length; value++)
        {
            Node node = graph[value];
            leads[value] = node.Operation is ParameterValue { Frozen: false }
                || node.Operation.PassesGradients && node.Inputs.Any(input => leads[input]);
        }

        return leads;
    }
}
