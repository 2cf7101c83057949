namespace NetGen.Generator.Model;

/// <summary>What a network's inputs are expected to be like, over their elements.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation.</param>
internal readonly record struct InputSignal(float Mean, float Deviation)
{
    public static InputSignal Standard => new(0f, 1f);
}
