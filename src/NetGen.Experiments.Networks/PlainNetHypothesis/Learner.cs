namespace NetGen.Experiments.Networks;

/// <summary>
/// What learns in a layer of the hypothesis: <c>W₂ ReLU(W₁ h + b₁) + b₂</c> with <c>W₂ = 0</c> at the start, so that the coder's
/// path is all there is.
/// </summary>
[Block]
[Linear(64), ReLU, Linear(128, Init = Init.Zeros)]
public class Learner;

/// <summary>The same with both weights Kaiming normal: the branch of the plain network.</summary>
[Block]
[Linear(64), ReLU, Linear(128)]
public class Branch;

/// <summary>The branch of the residual network of 20 layers: W₂ starts smaller by 1/√20.</summary>
[Block]
[Linear(64), ReLU, Linear(128, InitScale = 0.2236068f)]
public class Branch20;

/// <summary>The branch of the residual network of 50 layers: W₂ starts smaller by 1/√50.</summary>
[Block]
[Linear(64), ReLU, Linear(128, InitScale = 0.14142136f)]
public class Branch50;

/// <summary>
/// The branch of the residual network that starts at zero: W₂ is drawn and multiplied by 0, so that what is drawn behind it is the same.
/// </summary>
[Block]
[Linear(64), ReLU, Linear(128, InitScale = 0f)]
public class ZeroBranch;
