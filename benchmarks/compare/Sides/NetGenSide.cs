using NetGen.Compare.Works;

namespace NetGen.Compare.Sides;

internal sealed class NetGenSide() : Side("NetGen", "")
{
    public override bool Does(Work work) => true;

    public override IReadOnlyList<string> Command(Work work, string folder, int threads) => Self(Name, work, folder, threads);
}
