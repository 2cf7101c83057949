namespace NetGen.Experiments.Networks.Variants;

/// <summary><c>[ReLU(x); ReLU(-x)]</c> through fifty layers of the hypothesis with coder A, and a Linear.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CRelu, Repeat<WideCodedLayer>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class Pnnh50;
