using System.Numerics.Tensors;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Muon (Jordan 2024), for the weights of hidden layers: the step that SGD with Nesterov momentum would take, with all its singular values
/// brought near 1 by five steps of Newton and Schulz, times the root of <c>max(1, out / in)</c>:
/// <c>b ← μ b + g</c>, <c>p ← p - lr λ p - lr √max(1, out / in) orthogonal(g + μ b)</c>. All vectors, and the weights of groups that are
/// <see cref="ParameterGroup.Elementwise"/>, are updated by AdamW: the field's practice for the first and the last layer of a network. The
/// weight of a convolution counts as the matrix of its outputs by all inputs of all taps.
/// </summary>
public struct Muon : IOptimizer
{
    private readonly double weightDecay;
    private Sgd momentum;
    private AdamW others;
    private float rate;
    private float shrink;

    /// <summary>Muon with a learning rate of 0.02.</summary>
    public Muon()
        : this(0.02f)
    {
    }

    /// <summary>Muon with a learning rate of your choice.</summary>
    /// <param name="learningRate">The learning rate of weights, finite, not below 0.</param>
    /// <param name="momentum">The momentum <c>μ</c>, from 0 (none) to below 1.</param>
    /// <param name="nesterov">
    /// Whether to look ahead along the velocity, which needs momentum; else <c>b</c> takes the place of <c>g + μ b</c>.
    /// </param>
    /// <param name="weightDecay">The decoupled weight decay <c>λ</c> of weights, finite, not below 0.</param>
    /// <param name="others">
    /// What updates all other parameters; by default Jordan's choice, <c>new AdamW(3e-4f, 0.9, 0.95, 1e-10, weightDecay: 0)</c>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="nesterov"/> without momentum.</exception>
    public Muon(float learningRate, float momentum = 0.95f, bool nesterov = true, double weightDecay = 0, AdamW? others = null)
    {
        LearningRate = learningRate;
        this.momentum = new Sgd(1f, momentum, nesterov);
        this.weightDecay = OptimizerArguments.CheckedWeightDecay(weightDecay);
        this.others = others ?? new AdamW(3e-4f, 0.9, 0.95, 1e-10, weightDecay: 0);
    }

    /// <summary>The learning rate of weights in the steps to come, finite, not below 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public float LearningRate
    {
        readonly get;
        set => field = OptimizerArguments.CheckedLearningRate(value, nameof(LearningRate));
    }

    /// <summary>
    /// What updates all other parameters. Schedules and groups multiply its learning rate as they do <see cref="LearningRate"/>.
    /// </summary>
    public AdamW Others
    {
        readonly get => others;
        set => others = value;
    }

    /// <inheritdoc/>
    /// <remarks>Of a weight, the first is the velocity <c>b</c>, and the second stays zero; of other parameters they are AdamW's.</remarks>
    public readonly int StateCount => 2;

    /// <inheritdoc/>
    public static bool TakesWhole(ReadOnlySpan<int> shape) => shape.Length > 1;

    /// <inheritdoc/>
    public static long ScratchLength(ReadOnlySpan<int> shape) =>
        Layout.Length(shape) + NewtonSchulz.ScratchLength(Layout.Outputs(shape), Layout.FanIn(shape));

    /// <inheritdoc/>
    public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null)
    {
        momentum.BeginStep(step);
        others.BeginStep(step, learningRateFactor, weightDecay);
        double learningRate = LearningRate * learningRateFactor;
        rate = (float)learningRate;
        shrink = (float)(1 - learningRate * (weightDecay ?? this.weightDecay));
    }

    /// <inheritdoc/>
    public readonly void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states) =>
        others.Update(parameters, gradients, states);

    /// <inheritdoc/>
    public readonly void UpdateWhole(WholeTensor tensor)
    {
        int outputs = Layout.Outputs(tensor.Shape), inputs = Layout.FanIn(tensor.Shape);
        Span<float> parameters = tensor.Parameters;
        // From zero and with a learning rate of 1, SGD comes to the step itself.
        Span<float> step = tensor.Scratch[..parameters.Length];
        step.Clear();
        momentum.Update(step, tensor.Gradients, tensor.States);
        NewtonSchulz.Orthogonalize(step, outputs, inputs, tensor.Scratch[parameters.Length..]);

        float scale = (float)(rate * Math.Sqrt(Math.Max(1, (double)outputs / inputs)));
        // One rounding for each element, so the same bits on every vector width.
        TensorPrimitives.Multiply(parameters, shrink, parameters);
        MultiplyAdd.Run(scale, step, parameters, parameters);
    }
}
