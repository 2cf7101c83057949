using System.Diagnostics;
using System.Numerics;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Validators;
using Perfolizer.Horology;

namespace NetGen.Benchmarks.Measuring;

/// <summary>
/// About a second for each benchmark, in this very process, so that the peak is that of the same process, and on one core. Nothing is built
/// anew, and the process' environment, such as <c>DOTNET_EnableAVX512=0</c>, holds.
/// </summary>
internal sealed class QuickConfig : ManualConfig
{
    public QuickConfig()
    {
        Job job = Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            // Many short iterations: what else runs on the machine comes in bursts, and some of them fall in between.
            .WithIterationTime(TimeInterval.FromMilliseconds(2))
            .WithWarmupCount(30)
            .WithIterationCount(100)
            .WithGcForce(false);
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            job = job.WithAffinity(LastCore((nuint)Process.GetCurrentProcess().ProcessorAffinity));

        AddJob(job);
        AddValidator(JitOptimizationsValidator.FailOnError);
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub);
        AddDiagnoser(MemoryDiagnoser.Default, new PeakDiagnoser());
        AddColumn(TargetMethodColumn.Method);
        AddColumnProvider(DefaultColumnProviders.Params);
        AddColumn(
            StatisticColumn.Median, StatisticColumn.Min, WorkColumn.PerElement, WorkColumn.Speed, WorkColumn.ShareOfPeak,
            WorkColumn.BestShareOfPeak);
        AddColumnProvider(DefaultColumnProviders.Metrics);
        WithOrderer(new DeclaredOrder());
        WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(60));
    }

    // The first core has most of the machine's interrupts.
    private static nint LastCore(nuint allowed) => (nint)((nuint)1 << BitOperations.Log2(allowed));
}
