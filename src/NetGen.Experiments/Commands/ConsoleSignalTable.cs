using Spectre.Console;

namespace NetGen.Experiments.Commands;

/// <summary>What the compiler expects of the layers of a network at the declared start.</summary>
internal static class ConsoleSignalTable
{
    public static void Show(NetworkInfo network, IAnsiConsole console)
    {
        string title = string.Create(
            CultureInfo.InvariantCulture,
            $"expected at the start, if layers are wide, for inputs of mean {network.InputMean:G4} "
                + $"and standard deviation {network.InputStandardDeviation:G4}");
        Table signals = new Table { Title = new TableTitle(title) }.RoundedBorder().AddColumn("layer");
        foreach (string column in new[] { "std of z", "std of stream", "z > 0", "cosine of two inputs", "|dL/dz| to the last" })
            signals.AddColumn(new TableColumn(column).RightAligned());
        foreach (LayerInfo layer in network.Layers)
        {
            ExpectedSignal expected = layer.Expected;
            signals.AddRow(
                layer.Name,
                Text(expected.PreActivationDeviation, "G3"),
                Text(expected.StreamDeviation, "G3"),
                Text(expected.PositiveShare, "F2"),
                Text(expected.Cosine, "F3"),
                Text(expected.GradientRatio, "G3"));
        }

        console.Write(signals);
    }

    private static string Text(double number, string format) =>
        double.IsNaN(number) ? "-" : number.ToString(format, CultureInfo.InvariantCulture);
}
