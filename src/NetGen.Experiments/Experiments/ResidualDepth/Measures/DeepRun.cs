using NetGen.Experiments.Running;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>
/// A training of a network of blocks, with the gradient of its first block at every step that was logged, and of all blocks before and
/// after.
/// </summary>
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
    /// <summary>Below this, 1e-7, the first block's gradient counts as vanished.</summary>
    public const double Vanished = 1e-7;

    /// <summary>The memory that network and trainer took, in bytes.</summary>
    [JsonIgnore]
    public long AllocatedBytes { get; init; }

    /// <summary>The loss of always answering with the mean of the targets.</summary>
    [JsonIgnore]
    public double LossOfMean { get; init; }

    /// <summary>
    /// The logged step at which the gradient falls below what counts as vanished, if there is one. A weight behind zeros has no gradient in
    /// the first step, and gets one from the second on: that is no fall. One that never has any has vanished from the first.
    /// </summary>
    public int? VanishedAt
    {
        get
        {
            List<double> norms = [.. GradientNorms];
            int alive = norms.FindIndex(static norm => !(norm < Vanished));
            int fallen = norms.FindIndex(Math.Max(alive, 0), static norm => norm < Vanished);
            return fallen < 0 ? null : LoggedSteps[fallen];
        }
    }

    /// <summary>The share of the logged steps at which the gradient is in a range.</summary>
    public double ShareOfSteps(double least, double most) => GradientNorms.Average(norm => norm >= least && norm <= most ? 1.0 : 0);

    /// <summary>
    /// The steps whose slope is asked for: the last 200, but none of the first 100, nor of the first half of a short run.
    /// </summary>
    public static int LateSteps(int steps) => Math.Min(200, Math.Max(steps - 100, steps - steps / 2));

    /// <summary>By how much the loss changes in each of the late steps.</summary>
    [JsonIgnore]
    public Slope LateSlope => Slope.Of([.. Losses.TakeLast(LateSteps(Steps)).Select(static loss => (double)loss)]);
}
