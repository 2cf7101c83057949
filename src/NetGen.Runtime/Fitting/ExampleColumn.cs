namespace NetGen;

/// <summary>One kind of values of examples, such as their inputs: as many for each.</summary>
internal sealed class ExampleColumn<T>
    where T : unmanaged
{
    private readonly string name;
    private readonly int width;

    /// <exception cref="ArgumentException">They are not as many for each example.</exception>
    public ExampleColumn(int count, ReadOnlyMemory<T> values, string name)
    {
        (width, int rest) = Math.DivRem(values.Length, count);
        if (rest != 0 || width == 0)
            throw new ArgumentException($"{name}: expected as many for each of {count} examples, got {values.Length}.", name);
        Values = values;
        this.name = name;
    }

    public ReadOnlyMemory<T> Values { get; }

    /// <summary>Some neighbouring examples.</summary>
    public ReadOnlySpan<T> Slice(int start, int count) => Values.Span.Slice(start * width, count * width);

    /// <summary>Copies examples together.</summary>
    /// <param name="rows">Which ones.</param>
    /// <param name="buffer">Where to, made long enough where it is not.</param>
    public ReadOnlySpan<T> Gather(ReadOnlySpan<int> rows, ref T[] buffer)
    {
        if (buffer.Length < rows.Length * width)
            buffer = new T[rows.Length * width];
        for (int row = 0; row < rows.Length; row++)
            Slice(rows[row], 1).CopyTo(buffer.AsSpan(row * width));
        return buffer.AsSpan(0, rows.Length * width);
    }

    /// <summary>Some of the examples, copied.</summary>
    public ExampleColumn<T> Rows(ReadOnlySpan<int> rows)
    {
        T[] values = [];
        Gather(rows, ref values);
        return new ExampleColumn<T>(rows.Length, values, name);
    }
}
