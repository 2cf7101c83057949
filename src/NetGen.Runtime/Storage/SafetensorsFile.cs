using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// What a safetensors file holds: tensors of 32-bit floats by name, and notes. The format is the one of Hugging Face's library of this
/// name, version 0.4: eight bytes with the length of a header, the header in JSON, and the values of the tensors, little-endian.
/// </summary>
public sealed class SafetensorsFile
{
    // Ordinal order, as the library writes tensors of one type: a file's bytes depend on its content alone.
    private readonly SortedDictionary<string, StoredTensor> tensors = new(StringComparer.Ordinal);

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, StoredTensor> Tensors => tensors;

    /// <summary>
    /// The tensors as they lie in a file: those of larger numbers first, so that each begins at a multiple of its numbers' size, as the
    /// library wants it.
    /// </summary>
    internal IEnumerable<KeyValuePair<string, StoredTensor>> InFileOrder =>
        tensors.OrderByDescending(static pair => pair.Value.Type.Size());

    /// <summary>Notes for whoever reads the file, such as the step of a training.</summary>
    public IDictionary<string, string> Metadata { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Adds a tensor.</summary>
    /// <param name="name">Its name, which no other tensor has.</param>
    /// <param name="shape">Its shape; empty for a single number.</param>
    /// <param name="values">Its values, row by row. They are not copied.</param>
    /// <exception cref="ArgumentException">
    /// The name is taken or <c>__metadata__</c>, the shape is <c>default</c>, or there are not as many values as the shape has.
    /// </exception>
    public void Add(string name, ImmutableArray<int> shape, float[] values) => Add(name, shape, values, NumberType.F32);

    /// <summary>A file with the same notes and tensors, whose values are not copied.</summary>
    internal SafetensorsFile Copy()
    {
        SafetensorsFile copy = new();
        foreach ((string key, string note) in Metadata)
            copy.Metadata[key] = note;
        foreach ((string name, StoredTensor tensor) in tensors)
            copy.tensors[name] = tensor;
        return copy;
    }

    internal void Add(string name, ImmutableArray<int> shape, float[] values, NumberType type)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        if (shape.IsDefault)
            throw new ArgumentException($"{name}: expected a shape, empty for a single number, got the default value.", nameof(shape));
        if (name == SafetensorsHeader.MetadataName)
            throw new ArgumentException(
                $"Expected the name of a tensor, got \"{SafetensorsHeader.MetadataName}\", which stands for the notes.", nameof(name));
        if (TensorShape.Count(shape.Select(static dimension => (long)dimension)) != values.Length)
            throw new ArgumentException(
                $"{name}: expected the values of a shape [{string.Join(", ", shape)}], got {values.Length}.", nameof(values));
        if (!tensors.TryAdd(name, new StoredTensor(type, shape, values)))
            throw new ArgumentException($"Expected a name that no other tensor has, got \"{name}\" again.", nameof(name));
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <returns>All that is in it.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="InvalidDataException">
    /// It is no safetensors file, it is damaged, or it holds numbers that are neither 32-bit floats nor
    /// 64-bit whole numbers.
    /// </exception>
    /// <exception cref="IOException">
    /// It cannot be read: it is not there, it is a folder or a pipe, or this process may not read it.
    /// </exception>
    public static SafetensorsFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SafetensorsReader.Read(path);
    }

    /// <summary>
    /// Writes a file. It stands under its name when it is whole; until then, and if anything fails, what was there before stays. Links
    /// are followed; a file that is replaced keeps its mode and, on Linux, its owner; a device or a pipe is written to.
    /// </summary>
    /// <param name="path">Where it will lie. A file of this name is replaced.</param>
    /// <exception cref="ArgumentException">
    /// A note is null; a name, a key or a note is no text, because it has half a surrogate pair; all of them together are more than the
    /// format holds, 100 MB; or the path is empty or ends with <c>.netgen-saving</c>, which stands for files that are not whole yet.
    /// </exception>
    /// <exception cref="IOException">
    /// It cannot be written: it is a folder, its folder is missing or takes no new files, the disk is full, this process may not write
    /// it, or another save to the same path is under way.
    /// </exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ReadOnlyMemory<byte> header = SafetensorsWriter.Header(this);
        WholeFile.Write(path, stream => SafetensorsWriter.Write(header.Span, InFileOrder.Select(static pair => pair.Value), stream));
    }
}
