namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>
/// What is done to vectors that a coder is to give back as they were: it is to learn what they have in common, not each number by itself
/// (Vincent et al. 2010).
/// </summary>
/// <param name="Label">Its name.</param>
internal abstract record CoderNoise(string Label)
{
    /// <summary>Spoils vectors.</summary>
    public abstract void Spoil(Span<float> vectors, SeededRandom random);

    /// <summary>Every number gets a normal one on top.</summary>
    /// <param name="Deviation">Its standard deviation.</param>
    public sealed record Normal(double Deviation) : CoderNoise($"normal noise {Number.Tick(Deviation)}")
    {
        public override void Spoil(Span<float> vectors, SeededRandom random)
        {
            foreach (ref float value in vectors)
                value += (float)(Deviation * random.NextNormal());
        }
    }

    /// <summary>A share of the numbers becomes zero, each by chance.</summary>
    /// <param name="Share">The share.</param>
    public sealed record Mask(float Share) : CoderNoise($"{Number.Percent(Share)} masked")
    {
        public override void Spoil(Span<float> vectors, SeededRandom random)
        {
            foreach (ref float value in vectors)
            {
                if (random.NextSingle(0, 1) < Share)
                    value = 0;
            }
        }
    }
}
