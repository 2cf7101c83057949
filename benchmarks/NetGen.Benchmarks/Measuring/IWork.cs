namespace NetGen.Benchmarks.Measuring;

/// <summary>A parameter of a benchmark that says how much work one call does.</summary>
public interface IWork
{
    /// <summary>
    /// The multiplications and additions of its matrix products, two for each multiply-add; what is fused behind them and padding do not
    /// count.
    /// </summary>
    double Flops => 0;

    /// <summary>How many numbers it goes over, where that is its measure.</summary>
    int Elements => 0;
}
