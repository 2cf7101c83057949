using NetGen;

namespace App;

/// <summary>The network of the short training, with what it has learned.</summary>
[Weights("trained.safetensors"), Budget(Parameters = 338)]
internal sealed partial class Network;
