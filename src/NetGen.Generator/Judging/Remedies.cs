using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Judging;

/// <summary>
/// What would mend a network's start. Every remedy is tried on the network, which compiles it again, so that nothing is tried before
/// somebody reads the message or opens the code fixes: a warning that is suppressed costs no trial.
/// </summary>
internal sealed class Remedies
{
    private readonly Lazy<IReadOnlyList<Remedy>> chosen;
    private readonly RemedyCandidates candidates;

    /// <param name="network">The network.</param>
    /// <param name="judge">Judges it, and what becomes of it.</param>
    /// <param name="found">What the judge has found of it.</param>
    public Remedies(DeclaredNetwork network, SignalJudge judge, IEnumerable<SignalFinding> found)
    {
        candidates = new RemedyCandidates(network, judge, [.. found]);
        chosen = new(() => judge.Choose(network.Spec, candidates.All()));
    }

    /// <summary>The first few remedies after which the judge finds nothing.</summary>
    public IReadOnlyList<Remedy> Chosen => chosen.Value;

    /// <summary>What a remedy makes of the texts of files.</summary>
    /// <param name="remedy">One of these.</param>
    /// <param name="compilation">What the network was found in.</param>
    public IEnumerable<(SyntaxTree File, TextChange Change)> Changes(Remedy remedy, Compilation compilation) => remedy.Edits
        .GroupBy(edit => candidates.Attributes[edit.Attribute])
        .SelectMany(edits =>
            new AttributeChange((AttributeSyntax)edits.Key.ApplicationSyntaxReference!.GetSyntax(), compilation).Of([.. edits]));

    /// <summary>The end of a message: the advice, empty where none is known.</summary>
    public override string ToString() =>
        Chosen.Count == 0 ? "" : "; to mend it, " + string.Join(", or ", Chosen.Select(static remedy => remedy.Title));
}
