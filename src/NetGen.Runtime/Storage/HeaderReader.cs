using System.Collections.Immutable;
#if NETSTANDARD
namespace NetGen.Generator.Storage;
#else
using System.Text.Json;

namespace NetGen;
#endif

/// <summary>
/// Reads the header of a safetensors file: <c>{"name": {"dtype", "shape", "data_offsets"}, …, "__metadata__": {"key": "value", …}}</c>.
/// The compiler compiles this file too, with a reader of JSON of its own, because it may not bring an assembly along.
/// </summary>
internal ref struct HeaderReader
{
    private readonly string path;
    private readonly Dictionary<string, HeaderEntry> entries = [];
    private Utf8JsonReader json;

    private HeaderReader(string path, ReadOnlySpan<byte> header)
    {
        this.path = path;
        json = new Utf8JsonReader(header);
    }

    /// <summary>Reads a header.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="header">Its header.</param>
    /// <param name="metadata">Receives the notes.</param>
    /// <returns>The tensors, each of a shape that fits its range, but in any order and with any ranges.</returns>
    /// <exception cref="InvalidDataException">It is no such header.</exception>
    public static IReadOnlyCollection<HeaderEntry> Read(string path, ReadOnlySpan<byte> header, IDictionary<string, string> metadata)
    {
        try
        {
            return new HeaderReader(path, header).Read(metadata);
        }
        // A string that is no text, such as half of a surrogate pair, is an InvalidOperationException.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}: expected a header in JSON, got something else: {exception.Message}", exception);
        }
    }

    private Dictionary<string, HeaderEntry>.ValueCollection Read(IDictionary<string, string> metadata)
    {
        bool hasMetadata = false;
        Require(JsonTokenType.StartObject, "header");
        while (NextName("header") is { } name)
        {
            if (name == SafetensorsHeader.MetadataName)
            {
                if (hasMetadata)
                    throw Bad(name, "expected once, got it twice");

                hasMetadata = true;
                ReadMetadata(metadata);
            }
            else if (entries.ContainsKey(name))
            {
                throw Bad(Tensor(name), "expected a name that no other tensor has, got it twice");
            }
            else
            {
                entries.Add(name, ReadEntry(name));
            }
        }

        // Throws if anything but white space follows.
        json.Read();
        return entries.Values;
    }

    private void ReadMetadata(IDictionary<string, string> metadata)
    {
        const string Where = SafetensorsHeader.MetadataName;
        Require(JsonTokenType.StartObject, Where);
        while (NextName(Where) is { } key)
        {
            Require(JsonTokenType.String, $"{Where} \"{key}\"");
            if (metadata.ContainsKey(key))
                throw Bad(Where, $"expected \"{key}\" once, got it twice");

            metadata.Add(key, json.GetString()!);
        }
    }

    private HeaderEntry ReadEntry(string name)
    {
        string where = Tensor(name);
        string? type = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        Require(JsonTokenType.StartObject, where);
        while (NextName(where) is { } key)
        {
            switch (key)
            {
                case "dtype" when type is null:
                    Require(JsonTokenType.String, $"{where}, dtype");
                    type = json.GetString()!;
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers($"{where}, shape");
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers($"{where}, data_offsets");
                    break;
                default:
                    throw Bad(where, $"expected dtype, shape and data_offsets, each once, got \"{key}\"");
            }
        }

        if (type is null || shape is null || offsets is null)
            throw Bad(where, "expected dtype, shape and data_offsets, but not all are there");
        if (type is not (nameof(NumberType.F32) or nameof(NumberType.I64)))
            throw Bad(where, $"expected dtype F32 or I64, got {type}");
        if (offsets.Count != 2 || offsets[0] > offsets[1])
            throw Bad(where, $"expected data_offsets [begin, end], got [{string.Join(", ", offsets)}]");

        if (TensorShape.Count(shape) is not { } count)
            throw Bad(where, $"expected at most {TensorShape.MaxCount} values, got shape [{string.Join(", ", shape)}]");

        (long begin, long end) = (offsets[0], offsets[1]);
        NumberType numbers = type == nameof(NumberType.F32) ? NumberType.F32 : NumberType.I64;
        long bytes = (long)count * numbers.Size();
        if (end - begin != bytes)
            throw Bad(where, $"expected {bytes} bytes for shape [{string.Join(", ", shape)}], got data_offsets [{begin}, {end}]");

        return new HeaderEntry(name, numbers, shape.Select(static dimension => (int)dimension).ToImmutableArray(), begin, end);
    }

    private List<long> ReadNumbers(string where)
    {
        List<long> numbers = [];
        Require(JsonTokenType.StartArray, where);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out long number) || number < 0)
                throw Bad(where, "expected whole numbers from 0, got something else");

            numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>The next name of the object that is being read, or null at its end.</summary>
    private string? NextName(string where)
    {
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.PropertyName => json.GetString(),
            JsonTokenType.EndObject => null,
            _ => throw Bad(where, $"expected a name, got {json.TokenType}"),
        };
    }

    private void Require(JsonTokenType expected, string where)
    {
        json.Read();
        if (json.TokenType != expected)
            throw Bad(where, $"expected {expected}, got {json.TokenType}");
    }

    private static string Tensor(string name) => $"tensor \"{name}\"";

    private readonly InvalidDataException Bad(string where, string what) => new($"{path}: {where}: {what}.");
}
