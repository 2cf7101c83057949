namespace NetGen.Data;

/// <summary>
/// The binary format of CIFAR-10 and CIFAR-100: records of one or two labels and 32 x 32 reds, greens and blues, each a plane. Files have
/// neither a header nor a length; what is wrong shows in their size and in labels.
/// </summary>
/// <param name="LabelLimits">How many values each label of a record may have; the last one is the class.</param>
/// <param name="Classes">What the classes are called.</param>
internal sealed record CifarFormat(int[] LabelLimits, IReadOnlyList<string> Classes)
{
    private const int Side = 32;
    private const int Plane = Side * Side;

    private static readonly ImageShape shape = new(Side, Side, 3);

    private int RecordLength => LabelLimits.Length + shape.Length;

    /// <summary>Reads files, one behind the other.</summary>
    /// <exception cref="ArgumentException">No file is named.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is no such file.</exception>
    public ImageSet Read(IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
            throw new ArgumentException("Expected at least one file, got none.", nameof(paths));

        ReadOnlyMemory<byte>[] contents = [.. paths.Select(DataFile.Read)];
        for (int i = 0; i < contents.Length; i++)
            RequireRecords(paths[i], contents[i].Span);

        int count = contents.Sum(content => content.Length / RecordLength);
        byte[] pixels = new byte[(long)count * shape.Length];
        int[] labels = new int[count];
        int image = 0;
        foreach (ReadOnlyMemory<byte> content in contents)
        {
            for (ReadOnlySpan<byte> records = content.Span; !records.IsEmpty; records = records[RecordLength..], image++)
            {
                labels[image] = records[LabelLimits.Length - 1];
                Interleave(records.Slice(LabelLimits.Length, shape.Length), pixels.AsSpan(image * shape.Length, shape.Length));
            }
        }

        return new ImageSet(shape, Classes, pixels, labels);
    }

    private void RequireRecords(string path, ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty || content.Length % RecordLength != 0)
        {
            throw new InvalidDataException(
                $"{path}: expected records of {RecordLength} bytes each, for {Classes.Count} classes, got {content.Length} bytes, "
                + $"{content.Length / RecordLength} records and {content.Length % RecordLength} bytes.");
        }

        for (int record = 0; record < content.Length / RecordLength; record++)
        {
            for (int i = 0; i < LabelLimits.Length; i++)
            {
                byte label = content[record * RecordLength + i];
                if (label >= LabelLimits[i])
                {
                    throw new InvalidDataException(
                        $"{path}: expected {(i == LabelLimits.Length - 1 ? "labels" : "coarse labels")} from 0 to {LabelLimits[i] - 1}, "
                        + $"got {label} for image {record}.");
                }
            }
        }
    }

    private static void Interleave(ReadOnlySpan<byte> planes, Span<byte> pixels)
    {
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            ReadOnlySpan<byte> plane = planes.Slice(channel * Plane, Plane);
            for (int i = 0; i < plane.Length; i++)
                pixels[i * shape.Channels + channel] = plane[i];
        }
    }
}
