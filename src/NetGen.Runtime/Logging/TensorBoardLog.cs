using System.Globalization;
using System.Numerics.Tensors;

namespace NetGen;

/// <summary>
/// Writes the numbers of a training to an event file, which TensorBoard shows: <c>tensorboard --logdir FOLDER</c>. A folder holds a run;
/// folders beside each other are shown together. A training that goes on after it was stopped writes a further file. For one caller at a
/// time.
/// </summary>
public sealed class TensorBoardLog : ITrainingLog
{
    // The fields of tensorflow.Event, Summary, Summary.Value and HistogramProto.
    private const int WallTime = 1, Step = 2, FileVersion = 3, Summary = 5, Value = 1, Tag = 1, SimpleValue = 2, Histo = 5;

    private readonly EventFile file;
    private readonly TimeProvider clock;

    /// <summary>Begins a file in a folder.</summary>
    /// <param name="folder">The folder of the run, made if it is not there. What lies in it stays.</param>
    /// <param name="clock">Tells the time of each number; by default, the system's.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public TensorBoardLog(string folder, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        this.clock = clock ?? TimeProvider.System;
        WritableFile.MakeFolder(folder);
        file = Begin(folder, this.clock.GetUtcNow().ToUnixTimeSeconds());
        file.Write(new ProtobufMessage().Add(WallTime, Now()).Add(FileVersion, "brain.Event:2").Bytes);
    }

    /// <inheritdoc/>
    public void Scalar(string tag, double value, long step)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        Write(step, new ProtobufMessage().Add(Tag, tag).Add(SimpleValue, (float)value));
    }

    /// <inheritdoc/>
    public void Histogram(string tag, in ReadOnlyTensorSpan<float> values, long step)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        Distribution distribution = new(values);
        if (distribution.Count == 0)
            return;

        (double Limit, long Count)[] buckets = [.. distribution.Buckets];
        ProtobufMessage histogram = new ProtobufMessage()
            .Add(1, distribution.Least)
            .Add(2, distribution.Greatest)
            .Add(3, (double)distribution.Count)
            .Add(4, distribution.Sum)
            .Add(5, distribution.SumOfSquares)
            .Add(6, [.. buckets.Select(static bucket => bucket.Limit)])
            .Add(7, [.. buckets.Select(static bucket => (double)bucket.Count)]);
        Write(step, new ProtobufMessage().Add(Tag, tag).Add(Histo, histogram));
    }

    /// <summary>Ends the file.</summary>
    public void Dispose() => file.Dispose();

    // TensorBoard takes every file whose name has "tfevents" in it, in the order of their names.
    private static EventFile Begin(string folder, long seconds)
    {
        for (int number = 0; ; number++)
        {
            string path = Path.Join(
                folder, string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{seconds:D10}.{number:D4}.netgen"));
            try
            {
                return new EventFile(path);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another log began in the same second.
            }
        }
    }

    private void Write(long step, ProtobufMessage value) => file.Write(
        new ProtobufMessage().Add(WallTime, Now()).Add(Step, step).Add(Summary, new ProtobufMessage().Add(Value, value)).Bytes);

    private double Now() => clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
}
