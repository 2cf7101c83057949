using System.Numerics.Tensors;
using System.Text.Json;

namespace NetGen;

/// <summary>
/// Writes the numbers of a training as lines of JSON: <c>{"step":120,"tag":"loss/training","value":0.31}</c>, and for a histogram
/// <c>"count"</c>, <c>"min"</c>, <c>"max"</c>, <c>"mean"</c>, <c>"deviation"</c> and <c>"buckets"</c>, each an upper limit and a count;
/// those that hold nothing are left out.
/// What is not finite is a text, <c>"NaN"</c> or <c>"Infinity"</c>. For one caller at a time.
/// </summary>
public sealed class JsonLinesLog : ITrainingLog
{
    private readonly FileStream file;
    private readonly WriterLock? writerLock;

    /// <summary>Goes on at the end of a file, or begins it. A last line that is not whole stays and is ended.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written, or another log writes it, of this process or of another.</exception>
    public JsonLinesLog(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        file = WritableFile.Open(path, FileMode.Append);
        try
        {
            if (!WholeFile.IsRegular(file))
                return;
            writerLock = Lock(path);
            // The log before it may have grown until now.
            file.Seek(0, SeekOrigin.End);
            if (!EndsWithLine(path))
                file.WriteByte((byte)'\n');
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Scalar(string tag, double value, long step)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        Write(step, tag, json => JsonNumbers.Write(json, "value", value));
    }

    /// <inheritdoc/>
    public void Histogram(string tag, in ReadOnlyTensorSpan<float> values, long step)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        Distribution distribution = new(values);
        if (distribution.Count == 0)
            return;

        double mean = distribution.Sum / distribution.Count;
        double variance = distribution.SumOfSquares / distribution.Count - mean * mean;
        Write(step, tag, json =>
        {
            json.WriteNumber("count", distribution.Count);
            json.WriteNumber("min", distribution.Least);
            json.WriteNumber("max", distribution.Greatest);
            json.WriteNumber("mean", mean);
            json.WriteNumber("deviation", Math.Sqrt(Math.Max(0, variance)));
            json.WriteStartArray("buckets");
            foreach ((double limit, long count) in distribution.Buckets.Where(static bucket => bucket.Count > 0))
            {
                json.WriteStartArray();
                json.WriteNumberValue(limit);
                json.WriteNumberValue(count);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Ends the file.</summary>
    public void Dispose()
    {
        file.Dispose();
        writerLock?.Dispose();
    }

    // Under the name of what links lead to: a log under another name of the file is another log of it.
    private static WriterLock Lock(string path) => WriterLock.Take(
        ExclusiveFile.Beside(FinalTarget.Of(Path.GetFullPath(path)), WriterLock.Suffix),
        path,
        "expected a file that no other log writes, got one that another log writes, of this process or of another");

    private static bool EndsWithLine(string path)
    {
        using FileStream content = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (content.Length == 0)
            return true;

        content.Seek(-1, SeekOrigin.End);
        return content.ReadByte() == '\n';
    }

    // A line is written at once: a program that is killed leaves none that is not whole, unless the disk was full or lost power.
    private void Write(long step, string tag, Action<Utf8JsonWriter> content)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            json.WriteNumber("step", step);
            json.WriteString("tag", tag);
            content(json);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        file.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
        file.Flush();
    }
}
