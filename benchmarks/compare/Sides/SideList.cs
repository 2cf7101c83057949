namespace NetGen.Compare.Sides;

/// <summary>All sides, in the order of the tables.</summary>
internal static class SideList
{
    /// <param name="coreType">The core type that OpenBLAS is told to work for; null for the one that it finds itself.</param>
    public static IReadOnlyList<Side> All(string? coreType) =>
    [
        new NetGenSide(), new PyTorchSide(coreType), new OnnxRuntimeSide(),
        new SgemmSide(SgemmLibrary.OpenBlas, coreType), new SgemmSide(SgemmLibrary.OneDnn, coreType),
    ];
}
