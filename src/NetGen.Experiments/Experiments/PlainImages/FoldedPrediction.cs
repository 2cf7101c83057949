namespace NetGen.Experiments.PlainImages;

/// <summary>What a network of <c>Fold = true</c> becomes for prediction; its type is unknown before it was compiled.</summary>
internal abstract class FoldedPrediction
{
    /// <summary>Folds a network, with the parameters and running statistics of now; null where it has no such method.</summary>
    public static FoldedPrediction? Of<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork
    {
        if (typeof(TNetwork).GetMethod("Fold")?.Invoke(network, []) is not { } folded)
            return null;
        return (FoldedPrediction)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(folded.GetType()), folded)!;
    }

    public abstract NetworkInfo Info { get; }

    public abstract void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    private sealed class Typed<TFolded>(TFolded folded) : FoldedPrediction
        where TFolded : class, INetwork
    {
        public override NetworkInfo Info => TFolded.Info;

        public override void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => folded.Predict(inputs, outputs);
    }
}
