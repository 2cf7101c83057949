namespace NetGen.Experiments.LeakySlope;

/// <summary>A network of equal layers, as somebody would declare it.</summary>
/// <param name="Task">What it is to do.</param>
/// <param name="Kind">What its layers are.</param>
/// <param name="Depth">How many equal layers it has.</param>
internal sealed record SlopeNetwork(SlopeTask Task, SlopeKind Kind, int Depth)
{
    /// <summary>Its name as a class.</summary>
    public string Name => $"{Kind}{(Task == SlopeTask.Identity ? "Identity" : Task == SlopeTask.Dense ? "Dense" : "Conv")}{Depth}";

    /// <summary>The name of its line.</summary>
    public string Label => Kind switch
    {
        SlopeKind.Plain => "ReLU",
        SlopeKind.Leaky => "LeakyReLU",
        SlopeKind.Residual => "residual",
        SlopeKind.Pnnh => "PNNH, coder C",
        var other => throw new InvalidOperationException($"{other} has no label."),
    };

    public Ink Ink => Kind switch
    {
        SlopeKind.Plain => Ink.Vermillion,
        SlopeKind.Leaky => Ink.Blue,
        SlopeKind.Residual => Ink.Grey,
        SlopeKind.Pnnh => Ink.Green,
        var other => throw new InvalidOperationException($"{other} has no colour."),
    };

    /// <summary>The class of its coder, if it has one.</summary>
    public string Coder => Name + "Coder";

    /// <summary>Its declaration. That of a LeakyReLU is what the compiler makes of the plain one, and not known here.</summary>
    public string Source => Kind switch
    {
        SlopeKind.Plain => Declare($"[Block, {Task.Product(Task.Width)}, ReLU]", Task.Stem),
        SlopeKind.Residual => Declare(
            $"[Block, {Task.Product(Task.Width, FormattableString.Invariant($", InitScale = {1 / MathF.Sqrt(Depth):0.####}f"))}, ReLU]",
            Task.Stem, ", Residual = true"),
        SlopeKind.Pnnh => Declare(
            $"""
            [Block, {Task.Position(Task.Code)}, ReLU, {Task.Position(2 * Task.Code)}]
            public class {Coder};

            [Block, Use<{Coder}>(Shared = true, Frozen = true)]
            public class {Name}FrozenCoder;

            [Block, {Task.Product(Task.Code)}, ReLU, {Task.Product(2 * Task.Code, ", Init = Init.Zeros")}]
            public class {Name}Learner;

            [Block, Parallel<{Name}Learner, {Name}FrozenCoder>, ReLU]
            """,
            Task.CodedStem),
        var other => throw new InvalidOperationException($"{other} has no declaration of its own."),
    };

    private string Declare(string layer, string stem, string around = "") =>
        $"""
        using NetGen;

        {layer}
        public class {Name}Layer;

        [Network({Task.Input})]
        [{stem}Repeat<{Name}Layer>({Depth}{around}), {Task.Head}]
        public sealed partial class {Name};
        """;
}
