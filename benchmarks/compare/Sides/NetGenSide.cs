using NetGen.Compare.Works;

namespace NetGen.Compare.Sides;

internal sealed class NetGenSide() : ManagedSide("NetGen", "")
{
    public override bool Does(Work work) => true;

    public override Subject Start(Work work, SafetensorsFile start, string folder, int threads) => work.NetGen(start, threads);
}
