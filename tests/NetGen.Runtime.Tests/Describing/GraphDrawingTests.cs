using System.Collections.Immutable;

namespace NetGen.Runtime.Tests;

public sealed class GraphDrawingTests
{
    // x -> 0 -> 1 -> 2, and 2 adds what 0 hands on; branches 3 and 4 read 2, and 4 adds 3.
    private static readonly NetworkInfo Branched = Network(
        Layer("0", "Linear(x)", -1), Layer("1.0", "Gelu(Linear(x))", 0), Layer("1.1", "residual + Linear(x)", 1, 0),
        Layer("2.0.0", "Tanh(x)", 2),
        Layer("2.1.0", "branch + Linear(x)", 2, 3));

    [Fact]
    public void Mermaid_draws_a_node_for_a_layer_and_a_line_for_what_it_reads() => Assert.Equal(
        """
        flowchart TB
            input(["input · 8"])
            layer0["0<br/>Linear(x)<br/>8 → 8 · parameters: 1,072"]
            layer1["1.0<br/>Gelu(Linear(x))<br/>8 → 8 · parameters: 1,072"]
            layer2["1.1<br/>residual + Linear(x)<br/>8 → 8 · parameters: 1,072"]
            layer3["2.0.0<br/>Tanh(x)<br/>8 → 8 · parameters: 1,072"]
            layer4["2.1.0<br/>branch + Linear(x)<br/>8 → 8 · parameters: 1,072"]
            output(["output · 8"])
            input --> layer0
            layer0 --> layer1
            layer1 --> layer2
            layer0 --> layer2
            layer2 --> layer3
            layer2 --> layer4
            layer3 --> layer4
            layer4 --> output

        """, Branched.ToMermaid());

    [Fact]
    public void Dot_draws_a_node_for_a_layer_and_a_line_for_what_it_reads() => Assert.Equal(
        """
        digraph "Net" {
            node [shape=box]
            input [label="input · 8", shape=oval]
            layer0 [label="0\nLinear(x)\n8 → 8 · parameters: 1,072"]
            layer1 [label="1.0\nGelu(Linear(x))\n8 → 8 · parameters: 1,072"]
            layer2 [label="1.1\nresidual + Linear(x)\n8 → 8 · parameters: 1,072"]
            layer3 [label="2.0.0\nTanh(x)\n8 → 8 · parameters: 1,072"]
            layer4 [label="2.1.0\nbranch + Linear(x)\n8 → 8 · parameters: 1,072"]
            output [label="output · 8", shape=oval]
            input -> layer0
            layer0 -> layer1
            layer1 -> layer2
            layer0 -> layer2
            layer2 -> layer3
            layer2 -> layer4
            layer3 -> layer4
            layer4 -> output
        }

        """, Branched.ToDot());

    [Fact]
    public void Equal_layers_in_a_row_are_drawn_once_with_their_number()
    {
        NetworkInfo network = Network(
            [.. Enumerable.Range(0, 4096).Select(static i => Layer($"layers.{i}", "x + ReLU(Linear(x))", i - 1))]);

        Assert.Equal(
            """
            flowchart TB
                input(["input · 8"])
                subgraph repeated0["4,096 ×"]
                    layer0["layers.0 .. layers.4095<br/>x + ReLU(Linear(x))<br/>8 → 8 · parameters: 1,072"]
                end
                output(["output · 8"])
                input --> layer0
                layer0 --> output

            """, network.ToMermaid());
    }

    [Fact]
    public void Repetitions_of_repetitions_are_frames_in_frames()
    {
        // Linear, then three times: two residual blocks of two layers, and a layer behind them.
        List<LayerInfo> layers = [Layer("0", "Linear(x)", -1)];
        for (int stage = 0; stage < 3; stage++)
        {
            for (int block = 0; block < 2; block++)
            {
                int before = layers.Count - 1;
                layers.Add(Layer($"1.{stage}.0.{block}.0", "Gelu(Linear(x))", before));
                layers.Add(Layer($"1.{stage}.0.{block}.1", "residual + Linear(x)", before + 1, before));
            }

            layers.Add(Layer($"1.{stage}.1", "Tanh(Linear(x))", layers.Count - 1));
        }

        Assert.Equal(
            """
            digraph "Net" {
                node [shape=box]
                input [label="input · 8", shape=oval]
                layer0 [label="0\nLinear(x)\n8 → 8 · parameters: 1,072"]
                subgraph cluster_repeated0 { label="3 ×"
                    subgraph cluster_repeated1 { label="2 ×"
                        layer1 [label="1.0.0.0.0 .. 1.2.0.1.0\nGelu(Linear(x))\n8 → 8 · parameters: 1,072"]
                        layer2 [label="1.0.0.0.1 .. 1.2.0.1.1\nresidual + Linear(x)\n8 → 8 · parameters: 1,072"]
                    }
                    layer5 [label="1.0.1 .. 1.2.1\nTanh(Linear(x))\n8 → 8 · parameters: 1,072"]
                }
                output [label="output · 8", shape=oval]
                input -> layer0
                layer0 -> layer1
                layer1 -> layer2
                layer0 -> layer2
                layer2 -> layer5
                layer5 -> output
            }

            """, Network([.. layers]).ToDot());
    }

    // The first is drawn by itself, so that the line from it has an end; the second is the last of two and stands for both.
    [Theory]
    [InlineData(0, "layer0", "1 .. 2")]
    [InlineData(1, "layer0", "0 .. 1")]
    public void A_layer_that_is_read_from_afar_ends_a_repetition_or_has_no_part_in_it(int read, string from, string repeated)
    {
        string drawn =
            Network(
            [.. Enumerable.Range(0, 3).Select(static i => Layer($"{i}", "Linear(x)", i - 1)), Layer("3", "residual + Linear(x)", 2, read)])
            .ToMermaid();

        Assert.Contains($"    {from} --> layer3\n", drawn, StringComparison.Ordinal);
        Assert.Contains($"\"{repeated}<br/>", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Branches_are_not_taken_for_repetitions() => Assert.DoesNotContain(
        "×",
        Network(Layer("0", "Linear(x)", -1), Layer("1.0", "Linear(x)", 0), Layer("1.1", "Linear(x)", 0), Layer("2", "Linear(x)", 1, 2))
            .ToMermaid(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Use<\"Σ\">", "Use#60;#34;Σ#34;#62;")]
    [InlineData("a[1] & #35; `b` _c_ *d*", "a#91;1#93; #38; #35;35#59; #96;b#96; #95;c#95; #42;d#42;")]
    [InlineData("tab\tnew\nline\\n", "tab#9;new#10;line#92;n")]
    [InlineData("𝛔 🙂", "𝛔 #128578;")]
    public void Mermaid_escapes_what_it_would_read_as_markup(string operation, string escaped) =>
        Assert.Contains($"[\"0<br/>{escaped}<br/>", Network(Layer("0", operation, -1)).ToMermaid(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Use<\"Σ\">", "Use<\\\"Σ\\\">")]
    [InlineData("a\\", "a\\\\")]
    [InlineData("&lt; \\N", "&amp;lt; \\\\N")]
    public void Dot_escapes_what_it_would_read_as_markup(string operation, string escaped) =>
        Assert.Contains($"[label=\"0\\n{escaped}\\n", Network(Layer("0", operation, -1)).ToDot(), StringComparison.Ordinal);

    [Fact]
    public void A_layer_without_parameters_tells_its_widths_alone() =>
        Assert.Contains(
            "Tanh(x)<br/>8 → 8\"]", Network(new LayerInfo("0", "Tanh(x)", [8], [8], 0, 8, [-1])).ToMermaid(), StringComparison.Ordinal);

    private static LayerInfo Layer(string name, string operation, params ImmutableArray<int> inputs) =>
        new(name, operation, [8], [8], 1072, 2136, inputs);

    private static NetworkInfo Network(params ImmutableArray<LayerInfo> layers) =>
        new("Net", [8], [8], layers, [], new MemoryPlan(0, 0, 0, 0, 0, default, default));
}
