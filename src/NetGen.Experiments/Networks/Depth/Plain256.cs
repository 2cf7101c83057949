namespace NetGen.Experiments.Networks;

/// <summary>50 blocks of 256-1024-256 one behind the other: <c>x = f(x)</c>.</summary>
[Network(Input = 2)]
[Linear(256, Init = Init.LeCunNormal), Repeat<FeedForward256>(50), Linear(1, Init = Init.LeCunNormal)]
public sealed partial class Plain256;
