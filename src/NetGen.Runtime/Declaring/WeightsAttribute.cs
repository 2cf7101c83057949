namespace NetGen;

/// <summary>
/// Puts trained parameters into the assembly, beside <see cref="MlpAttribute"/> or <see cref="NetworkAttribute"/>. The class gets
/// <c>Trained</c>, a network with these parameters that is ready without a file, and <c>CreateTrained()</c>, which makes one of your own.
/// The file is one that <c>Save</c> of a network or a trainer, or another framework, has written, and stands among the
/// project's additional files, from where the build embeds it as read-only data; the compiler holds the names, types and shapes of its
/// tensors against the network.
/// </summary>
/// <param name="path">
/// The end of the file's path in the project: as much of it as tells it from other files, <c>model.safetensors</c> or
/// <c>models/model.safetensors</c>.
/// </param>
/// <example>
/// <code>
/// [Mlp(Width = 64, Depth = 20, Residual = true)]
/// [Weights("resmlp.safetensors")]   // &lt;AdditionalFiles Include="resmlp.safetensors" /&gt; in the project
/// public sealed partial class ResMlp;
///
/// ResMlp.Trained.Predict(inputs, outputs);
/// </code>
/// </example>
// Structs are let through so that NetGen's own diagnostic, which says what to do, speaks instead of the compiler's.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class WeightsAttribute(string path) : Attribute
{
    /// <summary>The end of the file's path in the project.</summary>
    public string Path { get; } = path;
}
