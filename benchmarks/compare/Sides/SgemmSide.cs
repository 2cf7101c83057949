using NetGen.Compare.Works;

namespace NetGen.Compare.Sides;

/// <summary>The matrix product of a library of linear algebra.</summary>
internal sealed class SgemmSide(SgemmLibrary library, string? coreType) : Side(library.Name, library.Install)
{
    public override bool Does(Work work) => work.Group == WorkGroup.Product;

    public override IReadOnlyList<string> Command(Work work, string folder, int threads) => Self(Name, work, folder, threads);

    public override IReadOnlyDictionary<string, string?> Environment(int threads) => OpenBlas.Environment(coreType, threads);
}
