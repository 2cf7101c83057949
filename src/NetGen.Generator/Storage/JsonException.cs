namespace NetGen.Generator.Storage;

/// <summary>A text is not JSON.</summary>
internal sealed class JsonException(string message) : Exception(message);
