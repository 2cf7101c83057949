namespace NetGen;

/// <summary>
/// A file with the parameters of a network, and perhaps what an optimizer remembers of them. No part of it is used before all of it is
/// checked.
/// </summary>
/// <param name="path">Where it comes from, for messages.</param>
/// <param name="network">The name of the network.</param>
/// <param name="content">What is in it.</param>
internal sealed class NetworkFile(string path, string network, SafetensorsFile content)
{
    public NetworkFile(string path, string network)
        : this(path, network, SafetensorsFile.Load(path))
    {
    }

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
            file.Metadata[NetworkTensors.NotesPrefix + key] = note;
        foreach ((string name, StoredTensor tensor) in notes?.Tensors ?? new Dictionary<string, StoredTensor>())
            file.Add(NetworkTensors.NotesPrefix + name, tensor.Shape, tensor.Values.ToArray(), tensor.Type);
    }

    /// <summary>What <see cref="AddNotes"/> put there.</summary>
    public SafetensorsFile Notes()
    {
        SafetensorsFile notes = new();
        foreach ((string key, string note) in content.Metadata.Where(static note => NetworkTensors.IsNote(note.Key)))
            notes.Metadata[key[NetworkTensors.NotesPrefix.Length..]] = note;
        foreach ((string name, StoredTensor tensor) in content.Tensors.Where(static tensor => NetworkTensors.IsNote(tensor.Key)))
            notes.Add(name[NetworkTensors.NotesPrefix.Length..], tensor.Shape, tensor.Values.ToArray(), tensor.Type);
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
        TensorShape[] expected =
            [.. tensors.Select(static tensor => new TensorShape(tensor.Name, tensor.StoredType, tensor.StoredShape))];
        Dictionary<string, TensorShape> found = content.Tensors.ToDictionary(
            static pair => pair.Key, static pair => new TensorShape(pair.Key, pair.Value.Type, pair.Value.Shape));
        if (NetworkTensors.FindDifference(network, expected, found, leaveAside) is { } difference)
            throw Bad(difference);
    }

    /// <summary>Loads the parameters of a network, all or none, and leaves aside what an optimizer remembers.</summary>
    /// <exception cref="InvalidDataException">Its tensors are not those of the network.</exception>
    public void LoadInto(ParameterSet parameters)
    {
        Require(parameters, leaveAside: NetworkTensors.OptimizerPrefix);
        CopyTo(parameters);
    }

    /// <summary>Copies tensors that were checked to their places.</summary>
    public void CopyTo(IEnumerable<Parameter> tensors)
    {
        foreach (Parameter tensor in tensors)
            tensor.CopyFrom(content.Tensors[tensor.Name].Values);
    }

    public InvalidDataException Bad(string what) => new($"{path}: {what}.");
}
