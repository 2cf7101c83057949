using System.Globalization;

namespace NetGen.Generator;

/// <summary>An operation that a routine of the runtime computes: no kernel takes it along.</summary>
internal abstract record RoutineOperation : Operation
{
    /// <summary>The method in <c>NetGen.CompilerServices</c>.</summary>
    public abstract string Routine { get; }

    /// <summary>The names of the method's parameters for the inputs, in their order.</summary>
    public abstract EquatableArray<string> InputNames { get; }

    /// <summary>The method's arguments behind <c>rows</c>: by default the width of the first input.</summary>
    public virtual IEnumerable<string> Numbers(IReadOnlyList<Shape> inputs, Shape result) => [Literal(inputs[0].Width)];

    /// <summary>The right-hand side of its formula in comments.</summary>
    public abstract string Describe(IReadOnlyList<string> inputs);

    private protected static string Literal(int number) => number.ToString(CultureInfo.InvariantCulture);
}
