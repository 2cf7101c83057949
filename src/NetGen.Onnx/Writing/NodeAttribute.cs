using NetGen.Onnx.Format;
using static NetGen.Onnx.Format.AttributeProto.Types;

namespace NetGen.Onnx.Writing;

/// <summary>Attributes of nodes.</summary>
internal static class NodeAttribute
{
    public static AttributeProto Of(string name, long value) => new() { Name = name, Type = AttributeType.Int, I = value };

    public static AttributeProto Of(string name, float value) => new() { Name = name, Type = AttributeType.Float, F = value };

    public static AttributeProto Of(string name, long[] values) => new() { Name = name, Type = AttributeType.Ints, Ints = { values } };
}
