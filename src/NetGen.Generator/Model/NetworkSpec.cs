namespace NetGen.Generator;

/// <summary>
/// A declared network as the parser hands it on: valid, free of Roslyn types, equal to another when their code is the same.
/// </summary>
/// <param name="Type">The class it was declared on.</param>
/// <param name="InputWidth">The length of an input vector.</param>
/// <param name="Layers">Its layers, from the input to the output.</param>
internal sealed record NetworkSpec(TypeSpec Type, int InputWidth, EquatableArray<LayerSpec> Layers);

/// <summary>A layer as it was declared.</summary>
/// <param name="Name">Its path, such as <c>layers.3.linear</c>; parameters are named after it.</param>
internal abstract record LayerSpec(string Name);

/// <summary>A dense layer, <c>y = x Wᵀ + b</c>.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Outputs">The number of its outputs.</param>
/// <param name="Bias">Whether there is a <c>b</c>.</param>
/// <param name="Init">The member of the runtime's <c>Init</c> by which the weight starts.</param>
/// <param name="InitScale">The factor on its starting values.</param>
internal sealed record LinearSpec(string Name, int Outputs, bool Bias, string Init, float InitScale) : LayerSpec(Name);

/// <summary>An activation.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Function">The member of the runtime's <c>Activation</c>.</param>
internal sealed record ActivationSpec(string Name, string Function) : LayerSpec(Name);

/// <summary>Layers that belong together, with or without a residual connection around them.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Layers">What stands in it.</param>
/// <param name="Residual">Whether its input is added to its result.</param>
/// <param name="Title">The name of its class, or nothing for one that shows as what stands in it.</param>
internal sealed record BlockSpec(string Name, EquatableArray<LayerSpec> Layers, bool Residual, string? Title = null) : LayerSpec(Name);

/// <summary>Blocks on the same input, whose results are added.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Branches">The blocks.</param>
/// <param name="Residual">Whether the input is added too.</param>
internal sealed record ParallelSpec(string Name, EquatableArray<BlockSpec> Branches, bool Residual) : LayerSpec(Name);
