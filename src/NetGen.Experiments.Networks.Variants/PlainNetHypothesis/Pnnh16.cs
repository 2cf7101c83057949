namespace NetGen.Experiments.Networks.Variants;

// The declared start is not the one it is trained from: its coder is trained or set before.
#pragma warning disable NETGEN037

/// <summary>As <see cref="Pnnh20"/>, with a coder of width 16.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CReLU, Repeat<CodedLayer16>(20), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class Pnnh16;
