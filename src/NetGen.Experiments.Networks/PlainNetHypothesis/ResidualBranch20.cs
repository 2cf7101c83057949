namespace NetGen.Experiments.Networks;

// Its branches start as the plain network's do, so that only the connection differs.
#pragma warning disable NETGEN040

/// <summary><c>[ReLU(x); ReLU(-x)]</c> through twenty layers with a residual connection in the place of the coder, and a Linear.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CReLU, Repeat<ResidualLayer20>(20), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ResidualBranch20;
