using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// What a safetensors file holds: tensors of 32-bit floats by name, and notes. The format is that of Hugging Face's library of this name, version 0.4:
/// eight bytes with the length of a header, the header in JSON, and the values of the tensors, little-endian.
/// </summary>
public sealed class SafetensorsFile
{
    /// <summary>The name in the header that stands for the notes, and so for no tensor.</summary>
    internal const string MetadataName = "__metadata__";

    // Ordinal order, as the library writes tensors of one type: a file's bytes depend on its content alone.
    private readonly SortedDictionary<string, StoredTensor> tensors = new(StringComparer.Ordinal);

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, StoredTensor> Tensors => tensors;

    /// <summary>Notes for whoever reads the file, such as the step of a training.</summary>
    public IDictionary<string, string> Metadata { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Adds a tensor.</summary>
    /// <param name="name">Its name, which no other tensor has.</param>
    /// <param name="shape">Its shape; empty for a single number.</param>
    /// <param name="values">Its values, row by row. They are not copied.</param>
    /// <exception cref="ArgumentException">
    /// The name is taken or <c>__metadata__</c>, the shape is <c>default</c>, or there are not as many values as the shape has.
    /// </exception>
    public void Add(string name, ImmutableArray<int> shape, float[] values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        if (shape.IsDefault)
            throw new ArgumentException($"{name}: expected a shape, empty for a single number, got the default value.", nameof(shape));
        if (name == MetadataName)
            throw new ArgumentException($"Expected the name of a tensor, got \"{MetadataName}\", which stands for the notes.", nameof(name));
        // In double precision the product cannot overflow, and it is exact as far as arrays go.
        if (shape.Any(static dimension => dimension < 0) || shape.Aggregate(1.0, static (product, dimension) => product * dimension) != values.Length)
            throw new ArgumentException($"{name}: expected the values of a shape [{string.Join(", ", shape)}], got {values.Length}.", nameof(values));
        if (!tensors.TryAdd(name, new StoredTensor(shape, values)))
            throw new ArgumentException($"Expected a name that no other tensor has, got \"{name}\" again.", nameof(name));
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <returns>All that is in it.</returns>
    /// <exception cref="InvalidDataException">It is no safetensors file, it is damaged, or it holds numbers that are not 32-bit floats.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SafetensorsFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SafetensorsReader.Read(path);
    }

    /// <summary>Writes a file. It stands under its name when it is whole; until then, and if anything fails, what was there before stays.</summary>
    /// <param name="path">Where it will lie. A file of this name is replaced.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.Write(path, stream => SafetensorsWriter.Write(this, stream));
    }
}
