namespace NetGen;

/// <summary>
/// A file with the parameters of a network, and perhaps what an optimizer remembers of them. No part of it is used before all of it is
/// checked.
/// </summary>
internal sealed class NetworkFile(string path, string network)
{
    /// <summary>What the names of an optimizer's tensors begin with.</summary>
    public const string OptimizerPrefix = "optimizer.";

    /// <summary>What the names of the user's own tensors and notes begin with.</summary>
    public const string NotesPrefix = "notes.";

    private readonly SafetensorsFile content = SafetensorsFile.Load(path);

    /// <summary>Puts parameters into a file to be saved.</summary>
    public static SafetensorsFile Of(IEnumerable<Parameter> tensors)
    {
        SafetensorsFile file = new();
        foreach (Parameter tensor in tensors)
            file.Add(tensor.Name, tensor.StoredShape, tensor.ToArray(), tensor.StoredType);
        return file;
    }

    /// <summary>Puts what the user wants to keep beside the parameters into a file to be saved.</summary>
    public static void AddNotes(SafetensorsFile file, SafetensorsFile? notes)
    {
        foreach ((string key, string note) in notes?.Metadata ?? new Dictionary<string, string>())
            file.Metadata[NotesPrefix + key] = note;
        foreach ((string name, StoredTensor tensor) in notes?.Tensors ?? new Dictionary<string, StoredTensor>())
            file.Add(NotesPrefix + name, tensor.Shape, tensor.Values.ToArray(), tensor.Type);
    }

    /// <summary>What <see cref="AddNotes"/> put there.</summary>
    public SafetensorsFile Notes()
    {
        SafetensorsFile notes = new();
        foreach ((string key, string note) in content.Metadata.Where(static note => IsNote(note.Key)))
            notes.Metadata[key[NotesPrefix.Length..]] = note;
        foreach ((string name, StoredTensor tensor) in content.Tensors.Where(static tensor => IsNote(tensor.Key)))
            notes.Add(name[NotesPrefix.Length..], tensor.Shape, tensor.Values.ToArray(), tensor.Type);
        return notes;
    }

    /// <summary>A note, or null where there is none.</summary>
    public string? Note(string key) => content.Metadata.TryGetValue(key, out string? note) ? note : null;

    /// <summary>Checks that the tensors are there, and no others but the user's notes.</summary>
    /// <param name="tensors">What is expected.</param>
    /// <param name="leaveAside">Other tensors may be there if their names begin with this.</param>
    /// <exception cref="InvalidDataException">One is missing, of another shape or unknown.</exception>
    public void Require(IReadOnlyCollection<Parameter> tensors, string? leaveAside = null)
    {
        Parameter[] missing = [.. tensors.Where(tensor => !content.Tensors.ContainsKey(tensor.Name))];
        if (missing.Length > 0)
            throw Bad($"expected all tensors of {network}, but there is no {Names(missing.Select(static tensor => tensor.Name))}");

        foreach (Parameter tensor in tensors)
        {
            StoredTensor stored = content.Tensors[tensor.Name];
            if (stored.Type != tensor.StoredType)
                throw Bad($"tensor \"{tensor.Name}\": expected dtype {tensor.StoredType} of {network}, got {stored.Type}");

            if (!stored.Shape.AsSpan().SequenceEqual(tensor.StoredShape.AsSpan()))
            {
                throw Bad(
                    $"tensor \"{tensor.Name}\": expected shape [{string.Join(", ", tensor.StoredShape)}] of {network}, "
                    + $"got [{string.Join(", ", stored.Shape)}]");
            }
        }

        string[] unknown =
        [
            .. content.Tensors.Keys
                .Except(tensors.Select(static tensor => tensor.Name))
                .Where(static name => !IsNote(name))
                .Where(name => leaveAside is null || !name.StartsWith(leaveAside, StringComparison.Ordinal)),
        ];
        if (unknown.Length > 0)
            throw Bad($"expected no other tensors than those of {network}, got {Names(unknown)}");
    }

    /// <summary>Copies tensors that were checked to their places.</summary>
    public void CopyTo(IEnumerable<Parameter> tensors)
    {
        foreach (Parameter tensor in tensors)
            tensor.CopyFrom(content.Tensors[tensor.Name].Values);
    }

    public InvalidDataException Bad(string what) => new($"{path}: {what}.");

    private static bool IsNote(string name) => name.StartsWith(NotesPrefix, StringComparison.Ordinal);

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(static name => $"\"{name}\""));
}
