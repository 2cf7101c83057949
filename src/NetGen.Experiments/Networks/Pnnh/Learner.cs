namespace NetGen.Experiments.Networks;

/// <summary>What learns in a layer of the hypothesis: <c>W₂ ReLU(W₁ h + b₁) + b₂</c> with <c>W₂ = 0</c> at the start, so that the coder's path is all there is.</summary>
[Block]
[Linear(64), ReLU, Linear(128, Init = Init.Zeros)]
public class Learner;

/// <summary>The same with both weights Kaiming normal: the branch of the plain and the residual network.</summary>
[Block]
[Linear(64), ReLU, Linear(128)]
public class Branch;
