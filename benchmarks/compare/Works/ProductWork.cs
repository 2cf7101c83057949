using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen.Compare.Works;

/// <summary>
/// The product of a batch with a weight matrix, <c>x Wᵀ</c>, from and to memory that suits the side. NetGen's kernel adds a bias as well.
/// </summary>
internal sealed class ProductWork<TNetwork>(string name, Func<TNetwork> create, int batch) : Work(name, TNetwork.Info.Name, batch)
    where TNetwork : class, INetwork
{
    private static NetworkInfo Info => TNetwork.Info;

    public override WorkGroup Group => WorkGroup.Product;

    public override double Flops => 2.0 * Batch * Info.InputWidth * Info.OutputWidth;

    public override double Tolerance => 1e-5;

    public override double Traffic => 1.0 * sizeof(float) * Info.ParameterCount;

    public override SafetensorsFile Start() => FileOf(create(), Info, Uniform(Batch * Info.InputWidth, seed: 1), Batch);

    public override Subject NetGen(SafetensorsFile start, int threads)
    {
        if (threads > 1)
            throw new NotSupportedException("a kernel is for one thread");

        TNetwork network = create();
        Load(network, start);
        MemoryPlan memory = Info.Memory;
        Slab scratch = new(memory.PredictionScratch);
        Slab activations = new(memory.PredictionPerExample * Batch);
        Buffer(activations, memory.Prediction.Input, Info.InputWidth).CopyFrom(start.Tensors["input"].Values);
        TNetwork.Infer(ref network.Parameters.Origin, ref scratch.Origin, ref activations.Origin, RowRange.All(Batch));
        float[] outputs = new float[Batch * Info.OutputWidth];
        Buffer(activations, memory.Prediction.Output, Info.OutputWidth).CopyTo(outputs);
        return new Subject(Version, "", outputs, count =>
        {
            for (int i = 0; i < count; i++)
                TNetwork.Infer(ref network.Parameters.Origin, ref scratch.Origin, ref activations.Origin, RowRange.All(Batch));
        });
    }

    public override double Difference(ReadOnlySpan<float> answers, ReadOnlySpan<float> others) => RelativeToLargest(answers, others);

    private BatchSpan Buffer(Slab slab, int offset, int width) => new(ref Unsafe.Add(ref slab.Origin, offset * Batch), Batch, width);
}
