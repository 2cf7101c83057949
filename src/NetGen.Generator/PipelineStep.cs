namespace NetGen.Generator;

/// <summary>The names of the pipeline's steps, by which the compiler tells what it ran and what it had at hand.</summary>
internal static class PipelineStep
{
    public const string Diagnostics = nameof(Diagnostics);
    public const string Declarations = nameof(Declarations);
    public const string Networks = nameof(Networks);
    public const string NetworkFiles = nameof(NetworkFiles);
    public const string WeightsFiles = nameof(WeightsFiles);
    public const string TrainedFiles = nameof(TrainedFiles);
    public const string Kernels = nameof(Kernels);
}
