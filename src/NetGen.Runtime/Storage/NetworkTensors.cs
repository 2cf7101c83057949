#if NETSTANDARD
namespace NetGen.Generator.Storage;
#else
namespace NetGen;
#endif

/// <summary>
/// Holds the tensors of a file against those of a network, for the compiler that sees a header and for the runtime that loads a file: both
/// compile this file.
/// </summary>
internal static class NetworkTensors
{
    /// <summary>What the names of an optimizer's tensors begin with.</summary>
    public const string OptimizerPrefix = "optimizer.";

    /// <summary>What the names of the user's own tensors and notes begin with.</summary>
    public const string NotesPrefix = "notes.";

    private const int ShownNames = 3;

    /// <summary>Says how a file differs from what is expected: in the first tensor that does, and how many more do.</summary>
    /// <param name="network">The network, for the message.</param>
    /// <param name="expected">The tensors that are to be there.</param>
    /// <param name="found">Those of the file.</param>
    /// <param name="leaveAside">Other tensors than the user's own may be there if their names begin with this.</param>
    /// <returns>What was expected and what came, or null where they agree.</returns>
    public static string? FindDifference(
        string network, IReadOnlyCollection<TensorShape> expected, IReadOnlyDictionary<string, TensorShape> found, string? leaveAside)
    {
        string[] missing = [.. expected.Select(static tensor => tensor.Name).Where(name => !found.ContainsKey(name))];
        if (missing.Length > 0)
            return $"expected all tensors of {network}, but there is no {Names(missing)}";

        string[] others = [.. expected.Select(tensor => Compare(network, tensor, found[tensor.Name])).OfType<string>()];
        if (others.Length > 0)
            return others.Length == 1 ? others[0] : $"{others[0]}, and {others.Length - 1} more of another type or shape";

        HashSet<string> known = [.. expected.Select(static tensor => tensor.Name)];
        string[] unknown =
        [
            .. found.Keys
                .Where(name => !known.Contains(name) && !IsNote(name))
                .Where(name => leaveAside is null || !name.StartsWith(leaveAside, StringComparison.Ordinal))
                .OrderBy(static name => name, StringComparer.Ordinal),
        ];
        return unknown.Length > 0 ? $"expected no other tensors than those of {network}, got {Names(unknown)}" : null;
    }

    /// <summary>Whether a tensor or a note is the user's own.</summary>
    public static bool IsNote(string name) => name.StartsWith(NotesPrefix, StringComparison.Ordinal);

    private static string? Compare(string network, TensorShape expected, TensorShape found)
    {
        if (found.Type != expected.Type)
            return $"tensor \"{expected.Name}\": expected dtype {expected.Type} of {network}, got {found.Type}";
        return found.Dimensions.SequenceEqual(expected.Dimensions)
            ? null
            : $"tensor \"{expected.Name}\": expected shape [{string.Join(", ", expected.Dimensions)}] of {network}, "
                + $"got [{string.Join(", ", found.Dimensions)}]";
    }

    private static string Names(string[] names)
    {
        string shown = string.Join(", ", names.Take(ShownNames).Select(static name => $"\"{name}\""));
        return names.Length <= ShownNames ? shown : $"{shown} and {names.Length - ShownNames} more";
    }
}
