namespace NetGen.Experiments.Networks.Variants;

/// <summary>A quarter as wide as what it codes.</summary>
[Block]
[Linear(32, Init = Init.Orthogonal), ReLU, Linear(128, Init = Init.Orthogonal)]
public class Coder32;

/// <summary>An eighth as wide as what it codes.</summary>
[Block]
[Linear(16, Init = Init.Orthogonal), ReLU, Linear(128, Init = Init.Orthogonal)]
public class Coder16;

/// <summary>One coder of width 32 for all layers, never trained with them.</summary>
[Block]
[Use<Coder32>(Shared = true, Frozen = true)]
public class FrozenCoder32;

/// <summary>One coder of width 16 for all layers, never trained with them.</summary>
[Block]
[Use<Coder16>(Shared = true, Frozen = true)]
public class FrozenCoder16;

/// <summary>A layer of the hypothesis with a coder of width 32.</summary>
[Block]
[Parallel<Learner, FrozenCoder32>, ReLU]
public class CodedLayer32;

/// <summary>A layer of the hypothesis with a coder of width 16.</summary>
[Block]
[Parallel<Learner, FrozenCoder16>, ReLU]
public class CodedLayer16;
