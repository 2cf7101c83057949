using NetGen;

namespace Browser;

/// <summary>A network that learns to hand on what it gets.</summary>
internal abstract class Pupil
{
    public const int Width = 16, Rows = 32;

    public static Pupil Of<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork => new Pupil<TNetwork>(network);

    /// <summary>Takes a step.</summary>
    /// <returns>The loss before it.</returns>
    public abstract float Step(ReadOnlySpan<float> batch);

    /// <summary>The norm of the gradient that reaches each layer, <c>dL/dz</c>.</summary>
    public abstract double[] Gradients(ReadOnlySpan<float> batch);
}

internal sealed class Pupil<TNetwork>(TNetwork network) : Pupil
    where TNetwork : class, INetwork
{
    private readonly Trainer<TNetwork, Adam, MeanSquaredError> trainer =
        network.CreateTrainer(new Adam(3e-3f), Loss.MeanSquaredError, Rows);

    public override float Step(ReadOnlySpan<float> batch) => trainer.Step(batch, batch);

    public override double[] Gradients(ReadOnlySpan<float> batch)
    {
        double[] norms = new double[TNetwork.Info.Layers.Length];
        GradientNorms probe = new(norms);
        trainer.Inspect(batch, batch, ref probe);
        return norms;
    }
}
