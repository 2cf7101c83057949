using System.Numerics.Tensors;

namespace NetGen;

/// <summary>Hands everything on to several logs, which stay their makers'.</summary>
internal sealed class SeveralLogs(IReadOnlyList<ITrainingLog> logs) : ITrainingLog
{
    public void Scalar(string tag, double value, long step)
    {
        foreach (ITrainingLog log in logs)
            log.Scalar(tag, value, step);
    }

    public void Histogram(string tag, in ReadOnlyTensorSpan<float> values, long step)
    {
        foreach (ITrainingLog log in logs)
            log.Histogram(tag, values, step);
    }

    public void Dispose()
    {
    }
}
