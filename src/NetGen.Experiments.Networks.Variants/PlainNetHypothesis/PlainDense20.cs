namespace NetGen.Experiments.Networks.Variants;

/// <summary><c>[ReLU(x); ReLU(-x)]</c> through twenty layers of a single matrix, and a Linear.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CReLU, Repeat<DenseLayer>(20), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainDense20;
