namespace NetGen.Runtime.Tests;

[Block, Linear(7, Init = Init.Identity), Scale(0f)]
internal sealed class TimesZero;

[Block, Linear(7, Init = Init.Identity), Scale(-1f)]
internal sealed class TimesMinusOne;

[Block, RmsNorm, Linear(12), Gelu, Linear(7)]
internal sealed class Branch;

[Network(Input = 7)]
[Use<TimesZero>(Residual = true)]
internal sealed partial class ResidualAroundZero;

[Network(Input = 7)]
[Use<TimesMinusOne>(Residual = true)]
internal sealed partial class ResidualAroundMinus;

[Network(Input = 7)]
[Use<Branch>(Residual = true)]
internal sealed partial class ResidualAroundBranch;
