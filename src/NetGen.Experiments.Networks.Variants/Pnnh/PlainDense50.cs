namespace NetGen.Experiments.Networks.Variants;

// What it lacks is what the others are said to mend.
#pragma warning disable NETGEN041

/// <summary><c>[ReLU(x); ReLU(-x)]</c> through fifty layers of a single matrix, and a Linear.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CRelu, Repeat<DenseLayer>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainDense50;
