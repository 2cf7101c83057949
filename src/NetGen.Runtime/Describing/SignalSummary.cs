using System.Globalization;

namespace NetGen;

/// <summary>What the compiler expects of the layers of a network at the declared start, as text.</summary>
internal static class SignalSummary
{
    public static string Of(NetworkInfo network)
    {
        List<string[]> rows = [["layer", "std of z", "std of stream", "z > 0", "cosine of two inputs", "|dL/dz| to the last"]];
        foreach (LayerInfo layer in network.Layers)
        {
            ExpectedSignal expected = layer.Expected;
            rows.Add(
            [
                layer.Name,
                Number(expected.PreActivationDeviation, "G3"),
                Number(expected.StreamDeviation, "G3"),
                Number(expected.PositiveShare, "F2"),
                Number(expected.Cosine, "F3"),
                Number(expected.GradientRatio, "G3"),
            ]);
        }

        return AlignedText.Of(rows, words: 1);
    }

    private static string Number(double number, string format) =>
        double.IsNaN(number) ? "-" : number.ToString(format, CultureInfo.InvariantCulture);
}
