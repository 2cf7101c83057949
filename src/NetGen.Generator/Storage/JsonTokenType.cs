namespace NetGen.Generator.Storage;

/// <summary>What a reader of JSON stands at, as <c>System.Text.Json</c> has it.</summary>
internal enum JsonTokenType
{
    None,
    StartObject,
    EndObject,
    StartArray,
    EndArray,
    PropertyName,
    String,
    Number,
    True,
    False,
    Null,
}
