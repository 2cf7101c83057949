namespace NetGen;

/// <summary>The memory a network works in, in floats. Every buffer starts at a multiple of 64 bytes.</summary>
public sealed class MemoryPlan
{
    internal MemoryPlan(
        int parameters, int scratch, int trainingPerExample, int teamTrainingPerExample, int predictionPerExample,
        TrainingBuffers training, PredictionBuffers prediction)
    {
        Parameters = parameters;
        Scratch = scratch;
        TrainingPerExample = trainingPerExample;
        TeamTrainingPerExample = teamTrainingPerExample;
        PredictionPerExample = predictionPerExample;
        Training = training;
        Prediction = prediction;
    }

    /// <summary>The length of the parameter slab, and of the gradient slab.</summary>
    public int Parameters { get; }

    /// <summary>What every thread of a training step works in, whatever the batch.</summary>
    public int Scratch { get; }

    /// <summary>
    /// The activations and their gradients in a training step on one thread, for each example of the batch, or of a part of it, where a
    /// large batch goes through the layers part by part.
    /// </summary>
    public int TrainingPerExample { get; }

    /// <summary>The same where threads share the step: more gradients wait for their turn.</summary>
    public int TeamTrainingPerExample { get; }

    /// <summary>The activations of a prediction, for each example: buffers are shared, so depth does not count.</summary>
    public int PredictionPerExample { get; }

    /// <summary>What every thread of a prediction works in, whatever the number of examples.</summary>
    public int PredictionScratch { get; internal init; }

    /// <summary>What there is once for a batch in a training step. It lies in front of the activations.</summary>
    public int TrainingPerBatch { get; internal init; }

    /// <summary>The same in a prediction.</summary>
    public int PredictionPerBatch { get; internal init; }

    /// <summary>
    /// The activations of a sequence that is generated, with the keys and values of all its positions; 0 where the network generates none.
    /// </summary>
    public int GenerationLength { get; internal init; }

    /// <summary>Where input and output of a sequence that is generated lie.</summary>
    internal PredictionBuffers Generation { get; init; }

    /// <summary>How many stages the forward pass has for threads that share it.</summary>
    internal int ForwardStages { get; init; } = 1;

    /// <summary>How many stages the gradients of activations have for them.</summary>
    internal int BackwardStages { get; init; } = 1;

    /// <summary>Whether the positions of inputs lie behind each other, without padding.</summary>
    internal bool PackedInput { get; init; }

    /// <summary>Whether a batch may go through a training step part by part.</summary>
    internal bool GoesInParts { get; init; }

    /// <summary>Where the lengths of sequences lie in a training step and in a prediction; below 0 where nothing asks for them.</summary>
    internal (int Training, int Prediction) Lengths { get; init; } = (-1, -1);

    /// <summary>Where input, output and its gradient lie in a training step.</summary>
    internal TrainingBuffers Training { get; }

    /// <summary>Where input and output lie in a prediction.</summary>
    internal PredictionBuffers Prediction { get; }
}

/// <summary>
/// Where the ends of a training step lie: the buffer of <c>n</c> examples starts at <c>n</c> times the number, in floats.
/// </summary>
/// <param name="Input">The inputs.</param>
/// <param name="Output">The outputs.</param>
/// <param name="OutputGradient">The gradient of the loss with respect to the outputs.</param>
/// <param name="StepKey">Where in the scratch the key of the step lies, or -1 where there is none.</param>
/// <param name="IsRandom">Whether random numbers follow from it.</param>
internal readonly record struct TrainingBuffers(int Input, int Output, int OutputGradient, int StepKey = -1, bool IsRandom = false);

/// <summary>Where the ends of a prediction lie: the buffer of <c>n</c> examples starts at <c>n</c> times the number, in floats.</summary>
/// <param name="Input">The inputs.</param>
/// <param name="Output">The outputs.</param>
internal readonly record struct PredictionBuffers(int Input, int Output);
