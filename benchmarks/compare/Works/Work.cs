namespace NetGen.Compare.Works;

/// <summary>Something that several sides can do and whose time is compared.</summary>
internal abstract class Work(string name, string network, int batch)
{
    /// <summary>What is typed to choose it, and its row in the tables.</summary>
    public string Name { get; } = name;

    /// <summary>The name of the network, here and in <c>pytorch/networks.py</c>.</summary>
    public string Network { get; } = network;

    /// <summary>The number of examples.</summary>
    public int Batch { get; } = batch;

    /// <summary>The group of works that share a table.</summary>
    public abstract WorkGroup Group { get; }

    /// <summary>How the optimizer is called in <c>pytorch/worker.py</c>; empty where nothing is trained.</summary>
    public virtual string Optimizer => "";

    /// <summary>How the loss is called in <c>pytorch/worker.py</c>; empty where nothing is trained.</summary>
    public virtual string Loss => "";

    /// <summary>Floating-point operations of the matrix products; a multiply-add counts as two.</summary>
    public abstract double Flops { get; }

    /// <summary>
    /// Bytes of parameters, and of what the optimizer remembers of them, that are read and written where no cache holds them.
    /// </summary>
    public abstract double Traffic { get; }

    /// <summary>
    /// The numbers that a side's answers may differ by, relative to <see cref="Difference"/>: what rounding in another order makes of them.
    /// </summary>
    public abstract double Tolerance { get; }

    /// <summary>What every side starts from: the parameters by name, <c>input</c>, and <c>target</c> where something is trained.</summary>
    public abstract SafetensorsFile Start();

    /// <summary>The work as NetGen does it.</summary>
    /// <exception cref="NotSupportedException">It cannot be done on so many threads.</exception>
    public abstract Subject NetGen(SafetensorsFile start, int threads);

    /// <summary>How far two sides' answers are apart.</summary>
    public abstract double Difference(ReadOnlySpan<float> answers, ReadOnlySpan<float> others);

    protected static string Version { get; } = typeof(INetwork).Assembly.GetName().Version!.ToString(3);

    /// <summary>Numbers from U(-1, 1), the same in every run.</summary>
    protected static float[] Uniform(int count, long seed)
    {
        SeededRandom random = new(seed);
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
            value = random.NextSingle(-1, 1);
        return values;
    }

    protected static SafetensorsFile FileOf(INetwork network, NetworkInfo info, float[] input, int batch)
    {
        SafetensorsFile file = new();
        foreach (Parameter parameter in network.Parameters)
            file.Add($"parameters.{parameter.Name}", parameter.Shape, parameter.ToArray());
        file.Add("input", [batch, .. info.InputShape], input);
        return file;
    }

    protected static void Load(INetwork network, SafetensorsFile start)
    {
        foreach (Parameter parameter in network.Parameters)
            parameter.CopyFrom(start.Tensors[$"parameters.{parameter.Name}"].Values);
    }

    /// <summary>The largest difference, relative to the largest answer.</summary>
    protected static double RelativeToLargest(ReadOnlySpan<float> answers, ReadOnlySpan<float> others)
    {
        double difference = 0, largest = 0;
        for (int i = 0; i < answers.Length; i++)
        {
            // Not-a-number is no agreement.
            double apart = Math.Abs((double)answers[i] - others[i]);
            difference = double.IsNaN(apart) ? double.PositiveInfinity : Math.Max(difference, apart);
            largest = Math.Max(largest, Math.Abs((double)answers[i]));
        }

        return difference / largest;
    }
}
