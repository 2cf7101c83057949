using NetGen.Experiments.Networks;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>The coder of a network's layers.</summary>
/// <param name="Letter">Its name in results.</param>
/// <param name="Block">The full name of its block.</param>
/// <param name="Kind">How it was trained alone; null for coder C, which is written down.</param>
internal sealed record CoderChoice(string Letter, string Block, CoderKind? Kind)
{
    public static CoderChoice A { get; } = new("A", typeof(WideCoder).FullName!, CoderKind.A);

    public static CoderChoice B { get; } = new("B", typeof(HalfCoder).FullName!, CoderKind.B);

    public static CoderChoice C { get; } = new("C", typeof(HalfCoder).FullName!, null);

    /// <summary>Whether every layer has one of its own.</summary>
    public bool IsOwn { get; init; }

    public Coder Of(IReadOnlyList<Pretraining> coders, CancellationToken stop) =>
        Kind is null ? Coder.Exact : coders.Single(coder => coder.Kind == Kind).Await(stop);

    /// <summary>
    /// What the coder of a network loses: of rectified normal vectors where it is trained on them, and, for coder C, of what the networks'
    /// first layer hands on. Where layers have coders of their own, the mean over them.
    /// </summary>
    public double Error(ParameterSet parameters, NetworkInfo info, int seed) =>
        Coder.In(parameters, info, Block).Average(coder => Error(coder, seed));

    /// <summary>What a coder loses, likewise.</summary>
    public double Error(Coder coder, int seed) =>
        Kind is null ? CoderError.ByLayer(coder, seed, layers: 1)[0] : CoderError.OfRectifiedNormal(coder, seed);
}
