using NetGen.CompilerServices;

namespace NetGen.Benchmarks;

/// <summary>Applies Adam to gradients as soon as they are finished, as a trainer does.</summary>
internal readonly struct AdamUpdate : IParameterUpdate
{
    private readonly AlignedFloats parameters;
    private readonly AlignedFloats gradients;
    private readonly OptimizerStates states;
    private readonly Adam optimizer;

    public AdamUpdate(AlignedFloats parameters, AlignedFloats gradients, int count)
    {
        this.parameters = parameters;
        this.gradients = gradients;
        states = new OptimizerStates(new AlignedFloats(new float[count]).All, new AlignedFloats(new float[count]).All);
        // Small, because the same gradients come again and again.
        optimizer = new Adam(1e-6f);
        optimizer.BeginStep(1);
    }

    public bool Takes(long terms) => true;

    public void Finished(nint offset, int length) => optimizer.Update(
        parameters.Slice(offset, length), gradients.Slice(offset, length), states.Slice((int)offset, length));
}
