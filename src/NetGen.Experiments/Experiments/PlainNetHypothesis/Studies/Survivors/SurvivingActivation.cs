using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>
/// An activation <c>f</c>, and which pre-activations survive it: those of which it keeps more than a share,
/// <c>|f(z)| > share · |z|</c>. For each activation here that is a half-line or an interval, as <c>f(z)/z</c> rises or falls with <c>z</c>
/// or <c>|z|</c>.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Declared">How it is declared.</param>
/// <param name="Ink">The colour of its lines.</param>
/// <param name="Half">What survives it if a half is to be kept.</param>
/// <param name="Tenth">What survives it if a tenth is to be kept.</param>
/// <param name="Reason">Why.</param>
internal sealed record SurvivingActivation(
    string Name, string Declared, Ink Ink, SurvivorSet Half, SurvivorSet Tenth, string Reason)
{
    // Φ⁻¹(0.1), and the solutions of tanh(t) = t/2 and tanh(t) = t/10.
    private const double TenthOfNormal = -1.2815515655446004;
    private const double HalfOfTanh = 1.9150080481545842;
    private const double TenthOfTanh = 9.9999999587769272;

    public static IReadOnlyList<SurvivingActivation> All { get; } =
    [
        new("ReLU", "ReLU", Ink.Vermillion, SurvivorSet.Positive, SurvivorSet.Positive, "it keeps all of z > 0 and nothing of others"),
        new(
            "LeakyReLU", "LeakyReLU(0.01f)", Ink.Grey, SurvivorSet.Positive, SurvivorSet.Positive,
            "it keeps all of z > 0 and a hundredth of others"),
        new(
            "PReLU", "PReLU", Ink.Green, SurvivorSet.Positive, new SurvivorSet.Everything(),
            "it keeps all of z > 0 and, at the start, a quarter of others: more than a tenth"),
        new(
            "GELU", "Gelu", Ink.Blue, SurvivorSet.Positive, new SurvivorSet.HalfLine(TenthOfNormal),
            "it keeps the share Φ(z): a half from 0 on, a tenth from -1.28 on"),
        new(
            "Tanh", "Tanh", Ink.Purple, new SurvivorSet.Interval(HalfOfTanh), new SurvivorSet.Interval(TenthOfTanh),
            "it keeps the share tanh(z)/z: a half below |z| = 1.92, a tenth below |z| = 10"),
    ];
}
