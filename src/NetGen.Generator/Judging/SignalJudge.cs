using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Judging;

/// <summary>
/// Finds what stands in the way of a network's training. Forwards and backwards the signal passes the same weights, so that where both
/// leave their range one is the echo of the other: there is at most one finding of size. Its cause, an initialiser whose exchange alone
/// would mend it, comes before gradients, and these before activations.
/// </summary>
internal sealed class SignalJudge(SignalThresholds thresholds, CancellationToken cancellation)
{
    // More would not be read, and each trial runs the pass.
    private const int MaxRemedies = 4;

    // The initialisers that keep the size of a signal through some activation. Uniform ones have the variance of the normal ones.
    private static readonly ImmutableArray<Init> Inits = ImmutableArray.Create(
        Init.KaimingNormal, Init.LeCunNormal, Init.XavierNormal, Init.Orthogonal);

    public IEnumerable<SignalFinding> Find(NetworkSpec spec)
    {
        ExpectedNetwork network = ExpectedNetwork.Of(spec, cancellation);
        SignalFinding? ofSize =
            FindUnsuitedInit(spec, network) ?? FindUnreached(spec, network) ?? FindGradients(network) ?? FindActivations(network);
        if (ofSize is { } size)
            yield return size;
        if (FindCosine(network) is { } cosine)
            yield return cosine;
    }

    /// <summary>The first few remedies after which there is nothing to find: two changes at once only where neither is enough.</summary>
    public IReadOnlyList<Remedy> Choose(NetworkSpec spec, IEnumerable<Remedy> candidates)
    {
        List<Remedy> chosen = [];
        foreach (Remedy remedy in candidates.TakeWhile(_ => chosen.Count < MaxRemedies))
        {
            bool isMore = remedy is Remedy.Both both && (chosen.Contains(both.First) || chosen.Contains(both.Second));
            NetworkSpec mended = remedy.ApplyTo(spec);
            // Units behind a matrix of ones are all the same, which the theory does not follow.
            bool hasOnes = mended.AllLayers.Any(static layer => layer is ProductSpec { Init: Init.Ones });
            if (!isMore && !hasOnes && !Find(mended).Any())
                chosen.Add(remedy);
        }

        return chosen;
    }

    /// <summary>
    /// The least slope of LeakyReLUs with which inputs stay as different as is asked for, or null where none does it.
    /// </summary>
    /// <param name="mended">What becomes of the network with a slope.</param>
    public float? SolveSlope(Func<float, NetworkSpec> mended) => LeakySlope.Solve(
        mended, Math.Min(LeakySlope.Target, thresholds[SignalThreshold.IndistinguishableInputs]), cancellation);

    /// <summary>Whether a network keeps the size of its signal as well as with an initialiser that suits it.</summary>
    public bool KeepsSize(NetworkSpec spec) =>
        ExpectedNetwork.Of(spec, cancellation).Drift?.Value < Math.Sqrt(thresholds[SignalThreshold.UnsuitedInit]);

    private static SignalFinding Found(DiagnosticDescriptor descriptor, string layer, params string[] values) =>
        new(descriptor, layer, EquatableArray.Of([layer, .. values]));

    // The initialiser is found by trial: which one suits the activations, in their order and at their depth, only the pass knows.
    private SignalFinding? FindUnsuitedInit(NetworkSpec spec, ExpectedNetwork network)
    {
        double limit = thresholds[SignalThreshold.UnsuitedInit];
        if (!network.IsChain || network.Drift is not { } drift || !(drift.Value > limit))
            return null;

        IEnumerable<(Init Init, double Drift)> trials = Inits.Select(init => (init, DriftWith(init)));
        // Initialisers that are the same in this network differ by rounding at most.
        (Init init, double left) = trials.Aggregate(static (best, next) => next.Drift < best.Drift * (1 - 1e-9) ? next : best);
        return left < Math.Sqrt(limit)
            ? Found(
                DiagnosticDescriptors.UnsuitedInit, network.NameOf(drift.Layer), List(Activations(spec), "Linear"),
                List(spec.AllLayers.OfType<ProductSpec>().Select(static product => "Init." + product.Init), ""),
                SignalNumber.Text(drift.Value), init.ToString(), SignalNumber.Text(left)) with { SuitedInit = init }
            : null;

        double DriftWith(Init init)
        {
            NetworkSpec changed = spec.With(layer => layer is ProductSpec product ? product with { Init = init } : layer);
            return ExpectedNetwork.Of(changed, cancellation).Drift?.Value ?? double.PositiveInfinity;
        }
    }

    // A learned factor that starts at 0 gets a gradient itself, and then lets the gradients of its branch through.
    private SignalFinding? FindUnreached(NetworkSpec spec, ExpectedNetwork network) =>
        network.IsUnreached && !spec.AllLayers.Any(static layer => layer.Around is { HasParameters: true })
            ? Found(
                DiagnosticDescriptors.VanishingGradient, network.NameOf(0),
                SignalNumber.Text(thresholds[SignalThreshold.VanishingGradient]), "the output", SignalNumber.Text(0))
            : null;

    private SignalFinding? FindGradients(ExpectedNetwork network) => FindOutside(
        network, network.Gradients(),
        DiagnosticDescriptors.VanishingGradient, SignalThreshold.VanishingGradient,
        DiagnosticDescriptors.ExplodingGradient, SignalThreshold.ExplodingGradient);

    private SignalFinding? FindActivations(ExpectedNetwork network) => FindOutside(
        network, network.Deviations(),
        DiagnosticDescriptors.DyingActivations, SignalThreshold.DyingActivations,
        DiagnosticDescriptors.ExplodingActivations, SignalThreshold.ExplodingActivations);

    private SignalFinding? FindOutside(
        ExpectedNetwork network, IEnumerable<SignalRatio> ratios,
        DiagnosticDescriptor tooSmall, SignalThreshold least, DiagnosticDescriptor tooLarge, SignalThreshold most)
    {
        SignalRatio[] ordered = [.. ratios.Where(static ratio => !double.IsNaN(ratio.Value)).OrderBy(static ratio => ratio.Value)];
        if (ordered.Length == 0)
            return null;
        if (ordered[0].Value < thresholds[least])
            return Outside(ordered[0], tooSmall, least);
        SignalRatio last = ordered[ordered.Length - 1];
        return last.Value > thresholds[most] ? Outside(last, tooLarge, most) : null;

        SignalFinding Outside(SignalRatio ratio, DiagnosticDescriptor descriptor, SignalThreshold threshold) => Found(
            descriptor, network.NameOf(ratio.Layer), SignalNumber.Text(thresholds[threshold]),
            ratio.Reference < 0 ? "the input" : $"'{network.NameOf(ratio.Reference)}'", SignalNumber.Text(ratio.Value));
    }

    private SignalFinding? FindCosine(ExpectedNetwork network) =>
        network.LastCosine is { } cosine && cosine.Value > thresholds[SignalThreshold.IndistinguishableInputs]
            ? Found(
                DiagnosticDescriptors.IndistinguishableInputs, network.NameOf(cosine.Layer),
                SignalNumber.Text(thresholds[SignalThreshold.IndistinguishableInputs]), SignalNumber.Cosine(cosine.Value))
            : null;

    private static IEnumerable<string> Activations(NetworkSpec spec) => spec.AllLayers.Select(static layer => layer switch
    {
        ActivationSpec { Function.Name: var name } => name,
        PReLUSpec => "PReLU",
        CReLUSpec { Function.Name: var name } => name,
        _ => null,
    }).OfType<string>();

    private static string List(IEnumerable<string> names, string otherwise) =>
        string.Join(", ", names.Distinct().DefaultIfEmpty(otherwise));
}
