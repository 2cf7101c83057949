using NetGen.Experiments.Running;

namespace NetGen.Experiments.Measuring;

/// <summary>A training of a network of blocks, with the gradient of its first block at every step that was logged, and of all blocks before and after.</summary>
/// <param name="Setup">The name of its variant.</param>
/// <param name="Network">The name of its network.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="MeanLoss">The loss over all training examples after the last step.</param>
/// <param name="LoggedSteps">The steps, from 1, at which the gradient was measured.</param>
/// <param name="GradientNorms">The Frobenius norm of the gradient of the first block's first weight at those steps.</param>
/// <param name="Start">The blocks before the first step.</param>
/// <param name="End">The blocks after the last step.</param>
internal sealed record DeepRun(
    string Setup,
    string Network,
    int Seed,
    int Steps,
    IReadOnlyList<float> Losses,
    [property: JsonPropertyOrder(1)] float MeanLoss,
    [property: JsonPropertyOrder(3)] IReadOnlyList<int> LoggedSteps,
    [property: JsonPropertyOrder(3)] IReadOnlyList<double> GradientNorms,
    [property: JsonPropertyOrder(4)] IReadOnlyList<BlockRow> Start,
    [property: JsonPropertyOrder(4)] IReadOnlyList<BlockRow> End)
    : TrainingRun(Setup, Network, Seed, Steps, Losses)
{
    /// <summary>Below this the first block's gradient counts as vanished.</summary>
    public const double Vanished = 1e-7;

    /// <summary>The memory that network and trainer held, in bytes.</summary>
    [JsonIgnore]
    public long HeldBytes { get; init; }

    /// <summary>The loss of always answering with the mean of the targets.</summary>
    [JsonIgnore]
    public double LossOfMean { get; init; }

    /// <summary>The logged step from which on the gradient has vanished, if there is one: a weight behind zeros has no gradient in the first step alone.</summary>
    public int? VanishedAt
    {
        get
        {
            int alive = GradientNorms.ToList().FindLastIndex(static norm => !(norm < Vanished)) + 1;
            return alive < LoggedSteps.Count ? LoggedSteps[alive] : null;
        }
    }

    /// <summary>By how much the loss changes in a step of the last half of the training: the slope of the straight line of least squares.</summary>
    [JsonIgnore]
    public double LateSlope
    {
        get
        {
            float[] late = [.. Losses.Skip(Steps / 2)];
            double middle = (late.Length - 1) / 2.0;
            double squares = late.Select((_, step) => (step - middle) * (step - middle)).Sum();
            return squares == 0 ? 0 : late.Select((loss, step) => (step - middle) * loss).Sum() / squares;
        }
    }
}
