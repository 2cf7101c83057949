using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

// Tokens, positions, and attention among them.
internal sealed partial class Lower
{
    private int? lengths;
    private int uncounted;

    /// <summary>How many positions each example has, where sequences are of several lengths.</summary>
    private int[] Lengths()
    {
        for (; lengths is int before && uncounted > 0; uncounted--)
            lengths = graph.Add(new OneMore(), $"lengths{Number}", layers.Count - 1, before);
        return lengths is int known ? [known] : [];
    }

    private void AddEmbedding(EmbeddingSpec embedding, string layer)
    {
        Begin(layer, "Embedding(x)");
        int vectors = AddParameter(
            embedding, $"E{Number}", "weight", Shape.Of(shape.Vocabulary, embedding.Outputs), embedding.Init, embedding.InitScale);
        Append(new Embed(), $"z{Number}", vectors);
        shape = embedding.ShapeBehind(shape);
        Current = Current with { PreActivation = value, Activation = value, Stream = value };
    }

    private void AddPositions(PositionEmbeddingSpec positions)
    {
        if (positions.Sine)
        {
            Append(new AddSines(), $"h{Number}");
        }
        else
        {
            int vectors = AddParameter(
                positions, $"P{Number}", "weight", Shape.Of(positions.Positions, shape.Width), positions.Init, positions.InitScale);
            Append(new AddPositions(), $"h{Number}", vectors);
        }

        Describe($"{Current.Operation} + positions");
    }

    private void AddClassToken(ClassTokenSpec token)
    {
        int vector = AddParameter(token, $"c{Number}", "weight", Shape.Of(shape.Width), token.Init, token.InitScale);
        Append(new Prepend(), $"h{Number}", vector);
        shape = token.ShapeBehind(shape);
        uncounted++;
        Describe($"ClassToken({Current.Operation})");
    }

    // One layer projects and attends, the next projects what it found.
    private void AddAttention(SelfAttentionSpec attention, string layer)
    {
        Begin(layer + ".in_proj", "Linear(x)");
        int width = shape.Width;
        if (attention.Joint)
            Append(new MatMul(TransposeA: false, TransposeB: true), $"z{Number}", Weight("W", "in_proj_weight", 3 * width));
        else
            ProjectApart();
        if (attention.Bias)
            Append(new AddBias(), $"z{Number}", Bias("in_proj_bias", 3 * width));
        Current = Current with { PreActivation = value, Activation = value, Stream = value };
        if (attention.RotaryBase is float rotaryBase)
            Append(new Rotate(attention.Heads, rotaryBase), $"r{Number}");

        // Who never attends to what is behind never attends to what is behind the end.
        Append(new Attend(attention.Heads, attention.Causal), $"h{Number}", attention.Causal ? [] : Lengths());
        if (trains)
            graph.AddOnce(new Kept((Attend)graph[value].Operation, 0), $"ph{Number}", layers.Count - 1, value);
        Current = Current with { Operation = "Attention(Linear(x))", Activation = value, Stream = value };

        Begin(layer + ".out_proj", "Linear(x)");
        Append(new MatMul(TransposeA: false, TransposeB: true), $"z{Number}", Weight("W", "out_proj.weight", width));
        if (attention.Bias)
            Append(new AddBias(), $"z{Number}", Bias("out_proj.bias", width));
        Current = Current with { PreActivation = value, Activation = value, Stream = value };

        int Weight(string name, string role, int outputs) => AddParameter(
            attention, $"{name}{Number}", role, Shape.Of(outputs, width), attention.Init, attention.InitScale, keepsInit: false,
            initFactor: initFactor);

        int Bias(string role, int outputs) =>
            AddParameter(attention, $"b{Number}", role, Shape.Of(outputs), Init.Zeros, 1f);

        void ProjectApart()
        {
            int input = value;
            value = graph.Add(
                new Concatenate(3), $"z{Number}", layers.Count - 1, Project("q", input), Project("k", input), Project("v", input));
        }

        int Project(string part, int input) => graph.Add(
            new MatMul(TransposeA: false, TransposeB: true), $"{part}{Number}", layers.Count - 1, input,
            Weight("W" + part, part + "_proj_weight", width));
    }
}
