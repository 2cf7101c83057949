namespace NetGen.Experiments.Declaring;

/// <summary>How a network begins whose type is only known once it was compiled.</summary>
internal static class Start
{
    /// <summary>A network as it was declared, from a seed.</summary>
    // Where an argument is null, the network starts as it was declared.
    public static TNetwork Of<TNetwork>(int seed)
        where TNetwork : class, INetwork => (TNetwork)Activator.CreateInstance(typeof(TNetwork), seed, null, null)!;
}
