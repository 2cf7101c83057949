namespace NetGen.Experiments.Networks.Variants;

/// <summary>One coder A for all layers, trained with them.</summary>
[Block]
[Use<WideCoder>(Shared = true)]
public class TrainedWideCoder;

/// <summary>One coder B or C for all layers, trained with them.</summary>
[Block]
[Use<HalfCoder>(Shared = true)]
public class TrainedHalfCoder;

/// <summary>A layer of the hypothesis with a trained coder A.</summary>
[Block]
[Parallel<Learner, TrainedWideCoder>, ReLU]
public class TrainedWideCodedLayer;

/// <summary>A layer of the hypothesis with a trained coder B or C.</summary>
[Block]
[Parallel<Learner, TrainedHalfCoder>, ReLU]
public class TrainedHalfCodedLayer;

/// <summary>A layer of the hypothesis whose coder, A, is its own.</summary>
[Block]
[Parallel<Learner, WideCoder>, ReLU]
public class OwnCodedLayer;
