namespace NetGen.Experiments.Networks.Variants;

// It lacks what the others have, which is said to mend it.
#pragma warning disable NETGEN041

/// <summary><c>[ReLU(x); ReLU(-x)]</c> through fifty layers of a single matrix, and a Linear.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CReLU, Repeat<DenseLayer>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainDense50;
