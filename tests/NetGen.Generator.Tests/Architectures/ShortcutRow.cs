namespace NetGen.Generator.Tests;

/// <summary>A kind of shortcut that can be drawn.</summary>
/// <param name="Name">The member of <c>Shortcut</c>.</param>
/// <param name="Draw">Draws one.</param>
internal sealed record ShortcutRow(string Name, Func<ArchitectureDraw, DrawnShortcut> Draw)
{
    /// <summary>Every kind of the language has its row.</summary>
    public static IReadOnlyList<ShortcutRow> All { get; } =
    [
        new(nameof(Shortcut.None), static draw => new NoShortcut()),

        // x + f(x)
        Joining(nameof(Shortcut.Identity), static _ => passage => Vectors.Add(passage.X, passage.Y)),

        // x + a f(x), a = 1/sqrt(n)
        Joining(nameof(Shortcut.Scaled), static factor => passage =>
            Vectors.Add(passage.X, Vectors.Scale(factor ?? (float)(1 / Math.Sqrt(passage.Count)), passage.Y)), takesFactor: true),

        // x + α f(x)
        Joining(
            nameof(Shortcut.ReZero), static _ => passage => Vectors.Add(passage.X, Vectors.Scale(passage.Parameter("alpha")[0], passage.Y)),
            takesFactor: true),

        // x + γ ⊙ f(x)
        Joining(
            nameof(Shortcut.LayerScale),
            static _ => passage => Vectors.Add(passage.X, Vectors.Multiply(passage.Parameter("gamma"), passage.Y)), takesFactor: true),

        // g ⊙ f(x) + (1 - g) ⊙ x, g = σ(W x + b)
        Joining(nameof(Shortcut.Gated), static _ => passage =>
        {
            double[] z = Vectors.Add(Vectors.Apply(passage.Parameter("gate.weight"), passage.Input), passage.Parameter("gate.bias"));
            double[] gate = [.. z.Select(static element => ActivationReference.Value("Sigmoid", element))];
            return Vectors.Add(Vectors.Multiply(gate, passage.Y), Vectors.Multiply([.. gate.Select(static g => 1 - g)], passage.X));
        }),

        // LayerNorm(a x + f(x)), a = n^(1/4)
        Joining(nameof(Shortcut.DeepNorm), static factor => passage =>
        {
            double[] sum = Vectors.Add(Vectors.Scale(factor ?? (float)Math.Pow(passage.Count, 0.25), passage.X), passage.Y);
            return Vectors.Add(
                Vectors.Multiply(passage.Parameter("norm.weight"), Vectors.Standardize(sum, 1e-5f)), passage.Parameter("norm.bias"));
        }, takesFactor: true),

        new(nameof(Shortcut.Streams), static draw =>
        {
            int? streams = draw.Chance(0.7) ? draw.Count() : null;
            return new StreamsShortcut(streams ?? 4, "Shortcut = Shortcut.Streams" + (streams is null ? "" : $", StreamCount = {streams}"));
        }),
    ];

    private static ShortcutRow Joining(string name, Func<float?, Func<Passage, double[]>> join, bool takesFactor = false) =>
        new(name, draw =>
    {
        float? factor = takesFactor && draw.Chance(0.5) ? draw.Factor() : null;
        bool projects = draw.Chance(0.4);
        string kind = name == nameof(Shortcut.Identity) && draw.Chance(0.7) ? "Residual = true" : $"Shortcut = Shortcut.{name}";
        string text = kind + (factor is float a ? $", ShortcutFactor = {Numbers.Literal(a)}" : "")
            + (projects ? ", Projection = true" : "");
        return new JoiningShortcut(name, text, join(factor), projects);
    });
}
