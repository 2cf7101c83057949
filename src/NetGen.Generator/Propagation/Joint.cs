using System.Runtime.CompilerServices;

namespace NetGen.Generator.Propagation;

/// <summary>The second moments of two values <c>v</c> and <c>w</c> of a unit.</summary>
/// <param name="Same"><c>E[v(a) w(a)]</c>, for the same input.</param>
/// <param name="Across"><c>E[v(a) w(b)]</c>, for independent ones.</param>
internal readonly record struct Joint(double Same, double Across)
{
    public static Joint operator +(Joint one, Joint other) => new(one.Same + other.Same, one.Across + other.Across);

    public static Joint operator *(double factor, Joint joint) => new(factor * joint.Same, factor * joint.Across);

    /// <summary>By rules that are exact where there are any: independence, linearity, independent factors. Else from drawn units.</summary>
    public static Joint Of(Units v, Units w)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (ReferenceEquals(v, w))
            return new Joint(v.Moments.Square, v.Moments.Overlap);
        if (v.Roots.IsDisjointFrom(w.Roots))
            return Independent(v.Moments.Mean * w.Moments.Mean);
        (Units later, Units earlier) = v.Depth >= w.Depth ? (v, w) : (w, v);
        return later.JointWith(earlier) ?? earlier.JointWith(later) ?? v.Points.JointWith(w.Points);
    }

    /// <summary>The moments of independent values, from the product of their means.</summary>
    public static Joint Independent(double product) => new(product, product);
}
