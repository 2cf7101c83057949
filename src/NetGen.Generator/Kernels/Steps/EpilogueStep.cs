namespace NetGen.Generator.Kernels;

/// <summary>
/// Something done to every element of a kernel's result while it is still in registers. The set is small and closed; a file for each holds
/// its operand, its formula and the code that it writes.
/// </summary>
internal abstract record EpilogueStep
{
    /// <summary>Its part of the kernel's name.</summary>
    public abstract string Name { get; }

    /// <summary>What it reads or writes beside the element, if anything.</summary>
    public virtual OperandSlot? Operand => null;

    /// <summary>Whether it changes the element, and does not only keep or store something.</summary>
    public virtual bool Computes => true;

    /// <summary>The step without what it keeps for the backward pass.</summary>
    public virtual EpilogueStep WithoutKeeping => this;

    /// <summary>Whether it reads or writes a bit for every element.</summary>
    public virtual bool UsesBits => false;

    /// <summary>Whether it is a polynomial: some hundred instructions, too many to be written out for every sum of a tile.</summary>
    public virtual bool IsPolynomial => false;

    /// <summary>About how many calls its code has for two vectors, which the just-in-time compiler inlines.</summary>
    public virtual int Calls => 6;

    /// <summary>Whether its code has locals.</summary>
    public virtual bool HasLocals => false;

    /// <summary>Adds it to the maths of a kernel.</summary>
    /// <param name="formula">The maths so far.</param>
    /// <param name="operand">The name of its operand; empty if it has none.</param>
    public abstract void Describe(Formula formula, string operand);

    /// <summary>Writes it for two vectors, <c>v0</c> and <c>v1</c>.</summary>
    /// <param name="epilogue">Where to write.</param>
    /// <param name="operand">The name of its operand; empty if it has none.</param>
    public abstract void Write(EpilogueWriter epilogue, string operand);
}
