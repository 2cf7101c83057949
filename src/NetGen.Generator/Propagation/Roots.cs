namespace NetGen.Generator.Propagation;

/// <summary>A set of the independent random numbers of a unit that its values are functions of: each is a bit.</summary>
internal readonly struct Roots
{
    private readonly ulong[]? bits;

    private Roots(ulong[] bits) => this.bits = bits;

    private ulong[] Bits => bits ?? [];

    public static Roots Of(int root)
    {
        ulong[] bits = new ulong[root / 64 + 1];
        bits[root / 64] = 1ul << root % 64;
        return new Roots(bits);
    }

    public Roots Union(Roots other)
    {
        (ulong[] longer, ulong[] shorter) = Bits.Length >= other.Bits.Length ? (Bits, other.Bits) : (other.Bits, Bits);
        if (shorter.Length == 0)
            return new Roots(longer);
        ulong[] union = (ulong[])longer.Clone();
        for (int i = 0; i < shorter.Length; i++)
            union[i] |= shorter[i];
        return new Roots(union);
    }

    public bool IsDisjointFrom(Roots other)
    {
        for (int i = 0; i < Math.Min(Bits.Length, other.Bits.Length); i++)
        {
            if ((Bits[i] & other.Bits[i]) != 0)
                return false;
        }

        return true;
    }
}
