namespace NetGen.Generator.Propagation;

/// <summary>A mean over positions, and over inputs or units, that is taken away.</summary>
/// <param name="Share">The share of a unit in it: 1 for its own mean, <c>1 / n</c> for that of <c>n</c> units.</param>
/// <param name="Positions">The positions of an example, or infinity for those of a large batch.</param>
internal readonly record struct Centering(double Share, double Positions)
{
    /// <summary>What is left of second moments, without what all units have in common.</summary>
    // With the mean μ of n units over P positions: E[(v - μ) w] = E[v w] - E[μ w], and of the n units only v itself knows of w.
    public Joint Of(Joint joint, double elsewhere) => new(
        joint.Same - Share * Within(joint, elsewhere), joint.Across - Share * elsewhere);

    /// <summary>The average over all pairs of positions of an example: two of them are to each other as those of two inputs are.</summary>
    public double Within(Joint joint, double elsewhere) => elsewhere + (joint.Same - joint.Across) / Positions;
}
