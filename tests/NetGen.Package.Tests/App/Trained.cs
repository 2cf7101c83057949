using NetGen;

namespace App;

/// <summary>
/// The network of the short training, with what it has learned, out of a file with characters in its name that mean something else in
/// projects, and in what the compiler is told of them.
/// </summary>
[Weights("trained #1; 100%.safetensors"), Budget(Parameters = 338)]
internal sealed partial class Network;
