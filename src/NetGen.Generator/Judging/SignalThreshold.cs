using System.Collections.Immutable;

namespace NetGen.Generator.Judging;

/// <summary>A bound that a user can move in an <c>.editorconfig</c>.</summary>
/// <param name="Option">Its name there.</param>
/// <param name="Default">The bound where the user gives none.</param>
/// <param name="Above">The greatest number that is too small.</param>
/// <param name="Below">The least number that is too large.</param>
internal sealed record SignalThreshold(string Option, double Default, double Above, double Below)
{
    public static readonly SignalThreshold VanishingGradient = Share("netgen_vanishing_gradient", 1e-4);
    public static readonly SignalThreshold ExplodingGradient = Multiple("netgen_exploding_gradient", 1e4);
    public static readonly SignalThreshold DyingActivations = Share("netgen_dying_activations", 1e-4);
    public static readonly SignalThreshold ExplodingActivations = Multiple("netgen_exploding_activations", 1e3);
    public static readonly SignalThreshold IndistinguishableInputs = Share("netgen_indistinguishable_inputs", 0.98);
    public static readonly SignalThreshold UnsuitedInit = Multiple("netgen_unsuited_init", 10);

    /// <summary>All there are.</summary>
    public static readonly ImmutableArray<SignalThreshold> All = ImmutableArray.Create(
        VanishingGradient, ExplodingGradient, DyingActivations, ExplodingActivations, IndistinguishableInputs, UnsuitedInit);

    /// <summary>In words, what a number must be.</summary>
    public string Range => double.IsInfinity(Below) ? "above 1" : "above 0 and below 1";

    /// <summary>Whether a number lies in the range.</summary>
    public bool Admits(double number) => number > Above && number < Below;

    private static SignalThreshold Share(string option, double otherwise) => new(option, otherwise, 0, 1);

    private static SignalThreshold Multiple(string option, double otherwise) => new(option, otherwise, 1, double.PositiveInfinity);
}
