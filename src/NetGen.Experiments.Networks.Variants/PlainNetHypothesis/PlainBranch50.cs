namespace NetGen.Experiments.Networks.Variants;

// It lacks what the others have, which is said to mend it.
#pragma warning disable NETGEN041

/// <summary><c>[ReLU(x); ReLU(-x)]</c> through fifty layers without a coder, and a Linear.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CReLU, Repeat<PlainLayer>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainBranch50;
