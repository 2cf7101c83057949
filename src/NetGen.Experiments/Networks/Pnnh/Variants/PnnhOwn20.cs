namespace NetGen.Experiments.Networks.Variants;

/// <summary>As <see cref="Pnnh20"/>, with a coder of its own for every layer, trained with it.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[CRelu, Repeat<OwnCodedLayer>(20), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PnnhOwn20;
