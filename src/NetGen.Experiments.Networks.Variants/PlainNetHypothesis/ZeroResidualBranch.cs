namespace NetGen.Experiments.Networks.Variants;

/// <summary>As <see cref="ResidualBranch20"/>, with branches that start at zero.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CReLU, Repeat<ZeroResidualLayer>(20), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ZeroResidualBranch20;

/// <summary>As <see cref="ResidualBranch50"/>, with branches that start at zero.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CReLU, Repeat<ZeroResidualLayer>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ZeroResidualBranch50;
