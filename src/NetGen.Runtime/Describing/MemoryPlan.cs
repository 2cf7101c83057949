using System.ComponentModel;

namespace NetGen;

/// <summary>The memory a network works in, in floats. Every buffer starts at a multiple of 64 bytes.</summary>
/// <param name="Parameters">The length of the parameter slab, and of the gradient slab.</param>
/// <param name="Scratch">What every thread of a training step works in, whatever the batch.</param>
/// <param name="TrainingPerRow">The activations and their gradients in a training step on one thread, for each row of the batch.</param>
/// <param name="TeamTrainingPerRow">The same where threads share the step: more gradients wait for their turn.</param>
/// <param name="PredictionPerRow">The activations of a prediction, for each row: buffers are shared, so depth does not count.</param>
/// <param name="Training">Where input, output and its gradient lie in a training step.</param>
/// <param name="Prediction">Where input and output lie in a prediction.</param>
public sealed record MemoryPlan(
    int Parameters,
    int Scratch,
    int TrainingPerRow,
    int TeamTrainingPerRow,
    int PredictionPerRow,
    [property: EditorBrowsable(EditorBrowsableState.Never)] TrainingBuffers Training,
    [property: EditorBrowsable(EditorBrowsableState.Never)] PredictionBuffers Prediction);

/// <summary>Where the ends of a training step lie: the buffer of <c>n</c> rows starts at <c>n</c> times the number, in floats.</summary>
/// <param name="Input">The input vectors.</param>
/// <param name="Output">The output vectors.</param>
/// <param name="OutputGradient">The gradient of the loss with respect to the output vectors.</param>
/// <param name="RandomKey">Where in the scratch the key of the step's random numbers lies, or -1 where there are none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TrainingBuffers(int Input, int Output, int OutputGradient, int RandomKey = -1);

/// <summary>Where the ends of a prediction lie: the buffer of <c>n</c> rows starts at <c>n</c> times the number, in floats.</summary>
/// <param name="Input">The input vectors.</param>
/// <param name="Output">The output vectors.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PredictionBuffers(int Input, int Output);
