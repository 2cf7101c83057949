using NetGen.Compare.Native;
using NetGen.Compare.Works;

namespace NetGen.Compare.Sides;

/// <summary>The matrix product of a library of linear algebra.</summary>
internal sealed class SgemmSide(SgemmLibrary library, string? coreType) : ManagedSide(library.Name, library.Install)
{
    public override bool Does(Work work) => work.Group == WorkGroup.Product;

    public override IReadOnlyDictionary<string, string?> Environment(int threads) => OpenBlas.Environment(coreType, threads);

    public override Subject Start(Work work, SafetensorsFile start, string folder, int threads) => Sgemm.Start(library, start);
}
