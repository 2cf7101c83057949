namespace NetGen.Experiments.Networks;

/// <summary>A layer without a way round its branch: <c>ReLU(branch(h))</c>.</summary>
[Block]
[Use<Branch>, ReLU]
public class PlainLayer;

/// <summary>A layer with one, <c>ReLU(h + branch(h))</c>, among 20.</summary>
[Block]
[Use<Branch20>(Residual = true), ReLU]
public class ResidualLayer20;

/// <summary>The same among 50.</summary>
[Block]
[Use<Branch50>(Residual = true), ReLU]
public class ResidualLayer50;

/// <summary>The same with a branch that starts at zero.</summary>
[Block]
[Use<ZeroBranch>(Residual = true), ReLU]
public class ZeroResidualLayer;

/// <summary>A layer of a single matrix, <c>ReLU(W h + b)</c>: as wide, and with as many parameters to within half a percent.</summary>
[Block]
[Linear(128), ReLU]
public class DenseLayer;
