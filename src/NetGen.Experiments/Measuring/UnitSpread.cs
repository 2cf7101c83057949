namespace NetGen.Experiments.Measuring;

/// <summary>
/// How much rows differ from each other, whatever they have in common: a bias that is the same for every row does not count.
/// </summary>
internal static class UnitSpread
{
    /// <summary>The standard deviation of each column over the rows, as a root mean square over the columns.</summary>
    /// <param name="values">Rows, one after another.</param>
    /// <param name="width">The length of a row.</param>
    public static double StdBetweenRows(ReadOnlySpan<float> values, int width)
    {
        int rows = values.Length / width;
        double variances = 0;
        for (int column = 0; column < width; column++)
        {
            // Taken from the first row's value: equal rows then give exactly zero.
            double sum = 0;
            double squares = 0;
            for (int row = 1; row < rows; row++)
            {
                double difference = (double)values[row * width + column] - values[column];
                sum += difference;
                squares += difference * difference;
            }

            variances += Math.Max(0, squares / rows - sum / rows * (sum / rows));
        }

        return Math.Sqrt(variances / width);
    }
}
