using System.Numerics.Tensors;

namespace NetGen;

/// <summary>
/// Takes down the numbers of a training as it goes on: <see cref="TensorBoardLog"/> for TensorBoard, <see cref="JsonLinesLog"/> for
/// everything else. <see cref="TrainerFitting.Fit"/> writes to it, a <see cref="LogProbe"/> does, and so can you.
/// </summary>
public interface ITrainingLog : IDisposable
{
    /// <summary>Takes down a number.</summary>
    /// <param name="tag">What it is, such as <c>loss/training</c>; what stands in front of the slash groups charts.</param>
    /// <param name="value">The number.</param>
    /// <param name="step">The step of the training.</param>
    void Scalar(string tag, double value, long step);

    /// <summary>Takes down how values are distributed.</summary>
    /// <param name="tag">What they are, such as <c>gradient/layers.3</c>.</param>
    /// <param name="values">The values, of any shape. What is not finite is left out.</param>
    /// <param name="step">The step of the training.</param>
    void Histogram(string tag, in ReadOnlyTensorSpan<float> values, long step);
}
