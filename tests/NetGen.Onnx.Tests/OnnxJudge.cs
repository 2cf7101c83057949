using System.Reflection;

namespace NetGen.Onnx.Tests;

/// <summary>Holds what ONNX Runtime computes of a saved network against what the network predicts.</summary>
internal static class OnnxJudge
{
    /// <summary>How far outputs may be apart, relative to the greatest: both sum up floats, each in an order of its own.</summary>
    public const double Tolerance = 1e-5;

    private static readonly MethodInfo Typed =
        typeof(OnnxJudge).GetMethod(nameof(DeviationOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static readonly int[] BatchSizes = [1, 2, 7];

    /// <param name="network">The class of the network.</param>
    /// <param name="seed">The seed of parameters and examples.</param>
    /// <returns>The greatest difference of an output, relative to the greatest output.</returns>
    public static double Deviation(Type network, int seed) => (double)Typed.MakeGenericMethod(network)
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Draw(network, seed), seed], null)!;

    private static INetwork Draw(Type network, int seed) => (INetwork)Activator.CreateInstance(network, seed, null, null)!;

    private static double DeviationOf<TNetwork>(TNetwork network, int seed)
        where TNetwork : class, INetwork
    {
        SeededRandom random = new(seed);
        Scatter(network, random);
        using TemporaryFolder folder = new();
        string path = folder.File("network.onnx");
        network.SaveOnnx(path);
        using OnnxModel model = new(path);
        bool[] lengths = model.TakesLengths ? [false, true] : [false];
        return BatchSizes.Max(rows => lengths.Max(hasLengths =>
            Compare(network, model, Examples.Draw(TNetwork.Info, rows, hasLengths, random))));
    }

    private static double Compare<TNetwork>(TNetwork network, OnnxModel model, Examples examples)
        where TNetwork : class, INetwork
    {
        float[] expected = new float[examples.Rows * TNetwork.Info.OutputLength];
        network.Predict(examples.Inputs, expected);
        float[] found = model.Run(TNetwork.Info, examples);
        int[] counted = [.. Enumerable.Range(0, expected.Length).Where(output => examples.Counts(TNetwork.Info, output))];
        double difference = counted.Max(output => Math.Abs((double)expected[output] - found[output]));
        double size = counted.Max(output => Math.Abs((double)expected[output]));
        return difference == 0 ? 0 : difference / size;
    }

    // What starts at zero or one is drawn, so that it makes a difference.
    private static void Scatter<TNetwork>(TNetwork network, SeededRandom random)
        where TNetwork : class, INetwork
    {
        foreach (ParameterInfo vector in TNetwork.Info.Parameters.Where(static parameter => parameter.Shape.Length == 1))
            network.Parameters[vector.Name].CopyFrom(Examples.Normal(random, vector.Count));
        foreach (ParameterInfo state in TNetwork.Info.States)
        {
            network.Parameters[state.Name]
                .CopyFrom([.. Examples.Normal(random, state.Count).Select(static x => 0.5f + MathF.Abs(x))]);
        }
    }
}
