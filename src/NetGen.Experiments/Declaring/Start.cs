namespace NetGen.Experiments.Declaring;

/// <summary>How a network begins whose type is only known once it was compiled.</summary>
internal static class Start
{
    /// <summary>A network from a seed, as it was declared.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="init">How all weights start instead; if null, as they were declared.</param>
    public static TNetwork Of<TNetwork>(int seed, Init? init = null)
        where TNetwork : class, INetwork => (TNetwork)Activator.CreateInstance(typeof(TNetwork), seed, init, null)!;
}
