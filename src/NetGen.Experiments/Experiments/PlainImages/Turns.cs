namespace NetGen.Experiments.PlainImages;

/// <summary>What networks do in turn while it is measured how long that takes.</summary>
/// <param name="Trainer">What trains, to be disposed of behind them.</param>
/// <param name="Step">A step of training.</param>
/// <param name="Predict">A prediction.</param>
/// <param name="PredictFolded">A prediction of what the network is folded to; null where it does not fold.</param>
internal sealed record Turns(IDisposable Trainer, Action Step, Action Predict, Action? PredictFolded) : IDisposable
{
    /// <summary>All that there is to do, in this order.</summary>
    public IEnumerable<Action> Work => PredictFolded is null ? [Step, Predict] : [Step, Predict, PredictFolded];

    public void Dispose() => Trainer.Dispose();
}
