namespace NetGen.Experiments.Networks;

// What it lacks is what the others are said to mend.
#pragma warning disable NETGEN041

/// <summary><c>[ReLU(x); ReLU(-x)]</c> through twenty layers without a coder, and a Linear.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CRelu, Repeat<PlainLayer>(20), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainBranch20;
