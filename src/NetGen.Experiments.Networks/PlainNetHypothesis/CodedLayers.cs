namespace NetGen.Experiments.Networks;

/// <summary>One coder A for all layers, never trained with them.</summary>
[Block]
[Use<WideCoder>(Shared = true, Frozen = true)]
public class FrozenWideCoder;

/// <summary>One coder B or C for all layers, never trained with them.</summary>
[Block]
[Use<HalfCoder>(Shared = true, Frozen = true)]
public class FrozenHalfCoder;

/// <summary>A layer of the hypothesis, <c>ReLU(learner(h) + coder(h))</c>, with coder A.</summary>
[Block]
[Parallel<Learner, FrozenWideCoder>, ReLU]
public class WideCodedLayer;

/// <summary>The same with coder B or C.</summary>
[Block]
[Parallel<Learner, FrozenHalfCoder>, ReLU]
public class HalfCodedLayer;
