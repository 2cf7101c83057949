namespace NetGen.Experiments.Networks.Variants;

// The declared start is not the one it is trained from: its coder is trained or set before.
#pragma warning disable NETGEN037

/// <summary>As <see cref="PnnhHalf20"/>, with a coder that is trained with the layers that share it.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CReLU, Repeat<TrainedHalfCodedLayer>(20), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PnnhHalfTrained20;
