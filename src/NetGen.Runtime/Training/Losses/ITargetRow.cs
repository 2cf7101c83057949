using NetGen.CompilerServices;

namespace NetGen;

/// <summary>A row of targets that is read in vectors, the last of which may go past its end.</summary>
/// <typeparam name="TTarget">What targets are written as.</typeparam>
/// <typeparam name="TSelf">The row itself.</typeparam>
internal interface ITargetRow<TTarget, TSelf>
    where TSelf : allows ref struct
{
    /// <summary>A row of many.</summary>
    /// <param name="targets">The targets of all rows.</param>
    /// <param name="row">Which row.</param>
    /// <param name="width">The number of outputs of a row.</param>
    /// <param name="rest">16 floats that the row may use until the next.</param>
    static abstract TSelf Of(ReadOnlySpan<TTarget> targets, int row, int width, Span<float> rest);

    /// <summary>Whether a row does not count.</summary>
    /// <param name="targets">The targets of all rows.</param>
    /// <param name="row">Which row.</param>
    /// <param name="ignored">The label of rows that do not count.</param>
    static abstract bool IsIgnored(ReadOnlySpan<TTarget> targets, int row, int? ignored);
    /// <summary>The targets from a column on; what lies past the end is any number.</summary>
    TVector Load<TSimd, TVector>(int column)
        where TSimd : ISimd<TVector>
        where TVector : struct;
}
