using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>Residual connections: what goes around a block, and how it is joined with what comes out of it.</summary>
internal sealed partial class Lower
{
    /// <summary>Adds a block and what goes around it.</summary>
    /// <param name="layer">The block.</param>
    /// <param name="shortcut">What goes around it, if anything does.</param>
    /// <param name="addInside">Adds the block.</param>
    /// <param name="straight">What goes around it, in words.</param>
    private void AddAround(LayerSpec layer, ShortcutSpec? shortcut, Action addInside, string straight)
    {
        if (shortcut is null)
        {
            addInside();
            return;
        }

        if (shortcut.Kind == ShortcutKind.Streams)
        {
            AddStreams(layer, shortcut, addInside);
            return;
        }

        int input = value;
        Shape inputShape = shape;
        float outside = initFactor;
        initFactor = rules.BranchInitFactorOf(shortcut) ?? initFactor;
        addInside();
        initFactor = outside;
        if (value == input)
            Continue(layer.Name);

        int branch = value;
        bool projects = shortcut.Projects && inputShape != shape;
        int stream = projects ? AddProjection(layer, input, inputShape) : input;
        value = branch;
        AddShortcut(layer, shortcut, stream, input, inputShape, straight, projects);
    }

    private int AddProjection(LayerSpec layer, int input, Shape inputShape)
    {
        AddBridge(layer, "projection", input, inputShape, bias: null);
        return value;
    }

    // A product from what goes into a block to the shape of what comes out: a Linear, or with a stride a convolution of single pixels.
    private void AddBridge(LayerSpec layer, string role, int input, Shape inputShape, float? bias)
    {
        (int outputs, int stride) = (shape.Width, inputShape.StrideTo(shape)!.Value);
        ProductSpec bridge = stride == 1
            ? new LinearSpec(layer.Name, outputs, bias is not null, Init.LeCunNormal, 1f)
            : new Conv2dSpec(layer.Name, outputs, Kernel: 1, stride, Padding: 0, bias is not null, Init.LeCunNormal, 1f);
        value = input;
        shape = inputShape;
        AddProduct(
            bridge with { ParameterPath = $"{layer.ParameterPath}.{role}", Frozen = layer.Frozen },
            $"{layer.Name}.{role}", factor: 1f, keepsInit: true, bias);
    }

    /// <summary>Joins what comes out of a block with what goes around it.</summary>
    /// <param name="layer">The block.</param>
    /// <param name="shortcut">How.</param>
    /// <param name="stream">What goes around it, as long as what comes out.</param>
    /// <param name="input">What went in.</param>
    /// <param name="inputShape">Its shape.</param>
    /// <param name="straight">What goes around it, in words.</param>
    /// <param name="projects">Whether the stream went through a projection, which is the current layer then.</param>
    private void AddShortcut(
        LayerSpec layer, ShortcutSpec shortcut, int stream, int input, Shape inputShape, string straight, bool projects)
    {
        string computed = projects ? "f" : Current.Operation;
        string around = projects ? Current.Operation : straight;
        switch (shortcut.Kind)
        {
            case ShortcutKind.Identity:
                Join(stream);
                Describe($"{around} + {computed}");
                break;
            case ShortcutKind.Scaled:
                Append(new Scale(rules.FactorOf(shortcut)), $"f{Number}");
                Join(stream);
                Describe($"{around} + {LayerDescription.Text(rules.FactorOf(shortcut))}·{computed}");
                break;
            case ShortcutKind.ReZero:
                Append(
                    new ScaleBy(), $"f{Number}",
                    AddParameter(layer, $"α{Number}", "alpha", Shape.Of(1), Init.Ones, rules.FactorOf(shortcut)));
                Join(stream);
                Describe($"{around} + α·{computed}");
                break;
            case ShortcutKind.LayerScale:
                Append(
                    new ScaleBy(), $"f{Number}",
                    AddParameter(layer, $"γ{Number}", "gamma", Shape.Of(shape.Width), Init.Ones, rules.FactorOf(shortcut)));
                Join(stream);
                Describe($"{around} + γ⊙{computed}");
                break;
            case ShortcutKind.Gated:
                AddGate(layer, stream, input, inputShape);
                break;
            case ShortcutKind.DeepNorm:
                int scaled = graph.Add(new Scale(rules.FactorOf(shortcut)), $"a·h{Number}", layers.Count - 1, stream);
                Join(scaled);
                Describe($"{LayerDescription.Text(rules.FactorOf(shortcut))}·{around} + {computed}");
                NormSpec norm = new(layer.Name, Centered: true, 1e-5f, Gain: true, Bias: true)
                {
                    ParameterPath = layer.ParameterPath + ".norm",
                    Frozen = layer.Frozen,
                };
                AddNorm(norm, layer.Name + ".norm");
                break;
            default:
                throw new InvalidOperationException($"{shortcut} has no lowering.");
        }
    }

    // g ⊙ f(x) + (1 - g) ⊙ x = x + g ⊙ (f(x) - x)
    private void AddGate(LayerSpec layer, int stream, int input, Shape inputShape)
    {
        const float CarryBias = -2f;
        int carried = graph.Add(new Scale(-1f), $"-x{Number}", layers.Count - 1, stream);
        int change = graph.Add(new Add(), $"f{Number}", layers.Count - 1, carried, value);
        AddBridge(layer, "gate", input, inputShape, CarryBias);
        Activate("Sigmoid", () => Append(new Sigmoid(), $"g{Number}"));
        string gate = Current.Operation;
        Append(new Multiply(), $"f{Number}", change);
        Join(stream);
        Describe($"r + {gate}⊙(f - r)");
    }

    // H' = A H + β f(α H): the block reads one stream at the start, a different one in every repetition, and all streams keep what
    // they have.
    private void AddStreams(LayerSpec layer, ShortcutSpec shortcut, Action addInside)
    {
        int streams = shortcut.Streams;
        Begin(layer.Name + ".streams", "Mix(x)");
        if (shortcut.Repetition == 0)
            Append(new Spread(streams, 1f), $"H{Number}");
        int all = value;
        int read = AddParameter(
            layer, $"α{Number}", "alpha", Shape.Of(1, streams), Init.Identity, 1f, diagonal: shortcut.Repetition % streams);
        Append(new Mix(Transposed: false), $"u{Number}", read);
        Current = Current with { PreActivation = value, Activation = value, Stream = value };
        addInside();

        int mix = AddParameter(layer, $"A{Number}", "mix", Shape.Of(streams, streams), Init.Identity, 1f);
        int write = AddParameter(layer, $"β{Number}", "beta", Shape.Of(streams, 1), Init.Ones, 1f);
        int kept = graph.Add(new Mix(Transposed: false), $"K{Number}", layers.Count - 1, all, mix);
        Append(new Mix(Transposed: false), $"B{Number}", write);
        Join(kept, $"H{Number}");
        Describe("streams + " + Current.Operation);
        if (shortcut.IsLast)
            Append(new Collect(streams, 1f / streams), $"h{Number}");
    }
}
