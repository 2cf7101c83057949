using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace NetGen.Generator.Tests;

/// <summary>
/// What the compiler expects of networks at their start, against what generated networks do. The expected values hold in the limit of
/// infinite width: layers have 512 units.
/// </summary>
public abstract class SignalPropagationTests
{
    private static readonly string[] OfSums = ["ReLU(residual", "ReLU(Conv2d(x) + f", "ReLU(MaxPool2d("];
    private static readonly Lazy<StartingNetworks> Networks = new(static () => new StartingNetworks());

    private protected static TheoryData<string> NamesOf(IEnumerable<DeclaredStart> starts) =>
        [.. starts.Select(static start => start.Name)];

    protected static void AssertStartsAsExpected(string name)
    {
        StartingNetworks networks = Networks.Value;
        NetworkInfo info = networks.InfoOf(name);
        SignalMeasurement measured = networks.Measure(name);
        List<string> wrong = [];
        for (int layer = 0; layer < info.Layers.Length; layer++)
        {
            ExpectedSignal expected = info.Layers[layer].Expected;
            MeasuredLayer seen = measured.Layers[layer];
            int behind = info.Layers.Length - 1 - layer;
            Check(
                "std of z", expected.PreActivationDeviation, seen.PreActivationDeviation,
                Math.Abs(seen.PreActivationDeviation / expected.PreActivationDeviation - 1) <= 0.05);
            Check(
                "std of stream", expected.StreamDeviation, seen.StreamDeviation,
                Math.Abs(seen.StreamDeviation / expected.StreamDeviation - 1) <= 0.05);
            // Not of what the Linear or the convolution makes, but of what the activation is applied to.
            double positive = OfSums.Any(sum => info.Layers[layer].Operation.Contains(sum, StringComparison.Ordinal))
                ? seen.PositiveStreamShare
                : seen.PositiveShare;
            Check("share above 0", expected.PositiveShare, positive, Math.Abs(positive - expected.PositiveShare) <= 0.02);
            Check("cosine", expected.Cosine, seen.Cosine, Math.Abs(seen.Cosine - expected.Cosine) <= 0.02);
            double ratio = measured.GradientRatio(layer);
            if (!double.IsNaN(ratio))
                Check(
                    "|dL/dz|", expected.GradientRatio, ratio,
                    expected.GradientRatio == ratio
                        || Math.Abs(Math.Log10(ratio / expected.GradientRatio)) <= 0.05 * Math.Max(1, behind / 10.0));

            void Check(string what, double expects, double sees, bool isClose)
            {
                if (!isClose)
                    wrong.Add($"{info.Layers[layer].Name} {info.Layers[layer].Operation}: {what} is {sees:G4}, expected {expects:G4}");
            }
        }

        Assert.True(wrong.Count == 0, $"{name}:\n{string.Join("\n", wrong)}");
    }
}

/// <summary>Networks of vectors.</summary>
[Trait("Speed", "Slow")]
public sealed class VectorStartTests : SignalPropagationTests
{
    public static TheoryData<string> Names => NamesOf(DeclaredStart.OfVectors);

    [Theory]
    [MemberData(nameof(Names))]
    public void Network_starts_as_expected(string name) => AssertStartsAsExpected(name);
}

/// <summary>Networks of images.</summary>
[Trait("Speed", "Slow")]
public sealed class ImageStartTests : SignalPropagationTests
{
    public static TheoryData<string> Names => NamesOf(ImageStarts.All);

    [Theory]
    [MemberData(nameof(Names))]
    public void Network_starts_as_expected(string name) => AssertStartsAsExpected(name);
}

/// <summary>Networks of sequences.</summary>
[Trait("Speed", "Slow")]
public sealed class SequenceStartTests : SignalPropagationTests
{
    public static TheoryData<string> Names => NamesOf(SequenceStarts.All);

    [Theory]
    [MemberData(nameof(Names))]
    public void Network_starts_as_expected(string name) => AssertStartsAsExpected(name);
}

/// <summary>The networks whose start is measured, compiled together in memory and loaded.</summary>
internal sealed class StartingNetworks
{
    private readonly Assembly assembly;

    public StartingNetworks()
    {
        GeneratorRun run = GeneratorRun.Over(DeclaredStart.Source);
        Assert.Empty(run.Reported);
        using var image = new MemoryStream();
        EmitResult result = run.Output.Emit(image);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Error));
        assembly = Assembly.Load(image.ToArray());
    }

    internal NetworkInfo InfoOf(string name) => (NetworkInfo)TypeOf(name).GetProperty("Info")!.GetValue(null)!;

    internal SignalMeasurement Measure(string name) => (SignalMeasurement)typeof(SignalMeasurement).GetMethod(nameof(SignalMeasurement.Of))!
        .MakeGenericMethod(TypeOf(name))
        .Invoke(
            null, BindingFlags.DoNotWrapExceptions, null, [StartOf(name).Seeds, StartOf(name).Rows], null)!;

    private static DeclaredStart StartOf(string name) => DeclaredStart.All.Single(start => start.Name == name);

    private Type TypeOf(string name) => assembly.GetType(name)!;
}
