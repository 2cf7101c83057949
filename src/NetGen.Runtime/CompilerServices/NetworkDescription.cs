using System.Collections.Immutable;
using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// What the compiler knows of a network, piece by piece. Compiled networks call it, so that a later version may know more without
/// breaking those that were compiled before.
/// </summary>
/// <param name="name">The name of the network's class.</param>
/// <param name="inputShape">The shape of an input.</param>
/// <param name="outputShape">The shape of an output.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkDescription(string name, ImmutableArray<int> inputShape, ImmutableArray<int> outputShape)
{
    private readonly ImmutableArray<LayerInfo>.Builder layers = ImmutableArray.CreateBuilder<LayerInfo>();
    private readonly ImmutableArray<ParameterInfo>.Builder parameters = ImmutableArray.CreateBuilder<ParameterInfo>();
    private readonly ImmutableArray<ParameterInfo>.Builder states = ImmutableArray.CreateBuilder<ParameterInfo>();
    private int? vocabulary;
    private float inputMean;
    private float inputDeviation = 1f;

    /// <summary>Says what inputs are like: their mean and their standard deviation.</summary>
    public void ExpectInput(float mean, float deviation) => (inputMean, inputDeviation) = (mean, deviation);

    /// <summary>Says that inputs are tokens, from 0 to below a number.</summary>
    public void TakeTokens(int vocabulary) => this.vocabulary = vocabulary;

    /// <summary>Adds a layer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="operation">What it computes.</param>
    /// <param name="input">The shape of what comes in.</param>
    /// <param name="output">The shape of what goes out.</param>
    /// <param name="parameters">The number of its parameters.</param>
    /// <param name="flops">The cost of its forward pass.</param>
    /// <param name="inputs">The layers that it reads.</param>
    public void AddLayer(
        string name, string operation, ImmutableArray<int> input, ImmutableArray<int> output, long parameters, long flops,
        ImmutableArray<int> inputs) =>
        layers.Add(new LayerInfo(name, operation, input, output, parameters, flops, inputs));

    /// <summary>Says what is expected of the layer that was added last.</summary>
    public void Expect(double preActivationDeviation, double streamDeviation, double positiveShare, double cosine, double gradientRatio) =>
        layers[^1].Expected = new ExpectedSignal
        {
            PreActivationDeviation = preActivationDeviation,
            StreamDeviation = streamDeviation,
            PositiveShare = positiveShare,
            Cosine = cosine,
            GradientRatio = gradientRatio,
        };

    /// <summary>Says what the layer that was added last computes in a prediction.</summary>
    /// <param name="values">
    /// A line for each value, as in <c>%4 = Linear %2 layers.1.linear.weight : 64</c>: the operation, what it is computed from, the numbers
    /// of the operation, and the shape of the value. <c>x</c> is the network's input, <c>lengths</c> are those of sequences.
    /// </param>
    public void Compute(string values) => layers[^1].Prediction = values;

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="layer">The index of its layer.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="offset">Where it starts in the parameter slab.</param>
    /// <param name="init">How it starts.</param>
    /// <param name="initScale">The factor on its starting values.</param>
    /// <param name="keepsInit">Whether the network's constructor has no say in that.</param>
    /// <param name="initFactor">A further factor on its starting values.</param>
    /// <param name="diagonal">Which diagonal <see cref="Init.Identity"/> puts its ones on.</param>
    /// <param name="frozen">Whether it is never trained.</param>
    /// <param name="blocks">The full names of the blocks it lies in.</param>
    /// <param name="lengthOf">The weight whose lengths, output by output, it starts at, if any.</param>
    public void AddParameter(
        string name, int layer, ImmutableArray<int> shape, int offset, Init init, float initScale,
        bool keepsInit = false, float initFactor = 1f, int diagonal = 0, bool frozen = false, ImmutableArray<string> blocks = default,
        string? lengthOf = null) =>
        parameters.Add(
            new ParameterInfo(name, layer, shape, offset, init, initScale, keepsInit, initFactor, diagonal, frozen, blocks, lengthOf));

    /// <summary>Adds state, which the forward pass of a training step writes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="layer">The index of its layer.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="offset">Where it starts in the parameter slab.</param>
    /// <param name="init">How it starts.</param>
    /// <param name="isCount">Whether it is a number of steps.</param>
    public void AddState(string name, int layer, ImmutableArray<int> shape, int offset, Init init, bool isCount = false) =>
        states.Add(new ParameterInfo(name, layer, shape, offset, init, 1f, frozen: true) { IsState = true, IsCount = isCount });

    /// <summary>Ends with the memory that the network works in, in floats.</summary>
    /// <param name="parameters">The length of the parameter slab.</param>
    /// <param name="scratch">What every thread works in.</param>
    /// <param name="training">
    /// The activations of an example in a step on one thread, and where in them the input, the output and its gradient lie.
    /// </param>
    /// <param name="teamTraining">The activations of an example in a step that threads share.</param>
    /// <param name="prediction">The activations of an example in a prediction, and where in them the input and the output lie.</param>
    /// <param name="stepKey">Where in the scratch the key of the step lies, or -1.</param>
    /// <param name="isRandom">Whether random numbers follow from it.</param>
    /// <param name="packedInput">Whether the positions of inputs lie behind each other without padding.</param>
    /// <param name="inParts">Whether a batch may go through a training step part by part.</param>
    /// <param name="predictionScratch">What every thread of a prediction works in.</param>
    /// <param name="lengths">Where the lengths of sequences go, in a training step and in a prediction; null where nothing asks.</param>
    /// <param name="perBatch">What there is once for a batch, in a training step and in a prediction.</param>
    /// <param name="stages">
    /// The numbers of stages that a forward pass and the gradients of activations have for threads that share them; 0 counts as 1.
    /// </param>
    /// <param name="generation">
    /// The activations of a sequence that is generated position by position, and where in them the input and the output lie.
    /// </param>
    public NetworkInfo WithMemory(
        int parameters, int scratch,
        (int Length, int Input, int Output, int OutputGradient) training, int teamTraining, (int Length, int Input, int Output) prediction,
        int stepKey = -1, bool isRandom = false, bool packedInput = false, bool inParts = false, int predictionScratch = 0,
        (int Training, int Prediction)? lengths = null, (int Training, int Prediction) perBatch = default,
        (int Forward, int Backward) stages = default, (int Length, int Input, int Output) generation = default) =>
        new(name, inputShape, outputShape, layers.DrainToImmutable(), this.parameters.DrainToImmutable(), new MemoryPlan(
            parameters, scratch, training.Length, teamTraining, prediction.Length,
            new TrainingBuffers(training.Input, training.Output, training.OutputGradient, stepKey, isRandom),
            new PredictionBuffers(prediction.Input, prediction.Output))
        {
            PackedInput = packedInput,
            GoesInParts = inParts,
            Lengths = lengths ?? (-1, -1),
            PredictionScratch = predictionScratch,
            TrainingPerBatch = perBatch.Training,
            PredictionPerBatch = perBatch.Prediction,
            GenerationLength = generation.Length,
            Generation = new PredictionBuffers(generation.Input, generation.Output),
            ForwardStages = Math.Max(1, stages.Forward),
            BackwardStages = Math.Max(1, stages.Backward),
        }, inputMean, inputDeviation, states.DrainToImmutable(), vocabulary);
}
