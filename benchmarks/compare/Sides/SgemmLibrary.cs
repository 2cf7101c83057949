namespace NetGen.Compare.Sides;

/// <summary>A library with a function for the matrix product of 32-bit floats.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">Its file.</param>
/// <param name="Install">What to do where it is missing.</param>
internal sealed record SgemmLibrary(string Name, string File, string Install)
{
    public static SgemmLibrary OpenBlas { get; } = new("OpenBLAS", "libopenblas.so.0", "apt install libopenblas0");

    public static SgemmLibrary OneDnn { get; } = new("oneDNN", "libdnnl.so.2", "apt install libdnnl2");
}
