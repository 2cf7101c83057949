using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;
using MeasuredMetric = BenchmarkDotNet.Reports.Metric;

namespace NetGen.Benchmarks.Measuring;

/// <summary>
/// Measures the peak of fused multiply-adds on the thread of the benchmark, right before and right after its iterations, and keeps the
/// better one.
/// </summary>
internal sealed class PeakDiagnoser : IDiagnoser
{
    private readonly Dictionary<BenchmarkCase, double> peaks = [];

    public static IMetricDescriptor Peak { get; } = new PeakMetric();

    public IEnumerable<string> Ids => [nameof(PeakDiagnoser)];

    public IEnumerable<IExporter> Exporters => [];

    public IEnumerable<IAnalyser> Analysers => [];

    public RunMode GetRunMode(BenchmarkCase benchmarkCase) => RunMode.NoOverhead;

    public void Handle(HostSignal signal, DiagnoserActionParameters parameters)
    {
        if (signal is HostSignal.BeforeActualRun or HostSignal.AfterActualRun)
            peaks[parameters.BenchmarkCase] = Math.Max(FmaPeak.Measure(), peaks.GetValueOrDefault(parameters.BenchmarkCase));
    }

    public IEnumerable<MeasuredMetric> ProcessResults(DiagnoserResults results) =>
        peaks.TryGetValue(results.BenchmarkCase, out double peak) ? [new MeasuredMetric(Peak, peak)] : [];

    public void DisplayResults(ILogger logger)
    {
    }

    public IEnumerable<ValidationError> Validate(ValidationParameters validationParameters) => [];

    private sealed class PeakMetric : IMetricDescriptor
    {
        public string Id => nameof(PeakDiagnoser);

        public string DisplayName => "Peak, GFLOP/s";

        public string Legend => "Fused multiply-adds in registers on the same core, before or after the benchmark";

        public string NumberFormat => "F1";

        public UnitType UnitType => UnitType.Dimensionless;

        public string Unit => "GFLOP/s";

        public bool TheGreaterTheBetter => true;

        public int PriorityInCategory => 0;

        public bool GetIsAvailable(MeasuredMetric metric) => true;
    }
}
