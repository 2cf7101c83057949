namespace NetGen.Experiments.Networks.Variants;

// The declared start is not the one it is trained from: its coder is trained or set before.
#pragma warning disable NETGEN037

/// <summary><c>[ReLU(x); ReLU(-x)]</c> through fifty layers of the hypothesis with coder B or C, and a Linear.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CReLU, Repeat<HalfCodedLayer>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PnnhHalf50;
