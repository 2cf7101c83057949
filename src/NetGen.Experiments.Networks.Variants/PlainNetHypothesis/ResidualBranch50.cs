namespace NetGen.Experiments.Networks.Variants;

// Its branches start as the plain network's do, so that only the connection differs.
#pragma warning disable NETGEN038

/// <summary><c>[ReLU(x); ReLU(-x)]</c> through fifty layers with a residual connection in the place of the coder, and a Linear.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CReLU, Repeat<ResidualLayer50>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ResidualBranch50;
