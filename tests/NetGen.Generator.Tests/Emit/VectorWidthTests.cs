using System.Runtime.Intrinsics.X86;

namespace NetGen.Generator.Tests;

/// <summary>Trains networks in a process of its own for each vector width, and compares the bits of everything that comes of it.</summary>
public sealed class VectorWidthTests(WidestFingerprint widest) : IClassFixture<WidestFingerprint>
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512=0", 256)]
    [InlineData("DOTNET_PreferredVectorBitWidth=128", 128)]
    public Task Every_vector_width_gives_the_same_bits(string setting, int width) => AssertSameBits(setting, width);

    [Fact]
    public Task Hardware_without_fused_multiply_add_gives_the_same_bits() => AssertSameBits("DOTNET_EnableAVX2=0", 128);

    private async Task AssertSameBits(string setting, int width)
    {
        Assert.SkipUnless(X86Base.IsSupported, "These settings take instructions from x86 processors.");
        string[] actual = await Tool.Run("NetGen.Fingerprint", [], setting);

        Assert.Equal($"vectors {width}", actual[0]);
        Assert.Equal(19, widest.Lines.Length);
        Assert.Equal(widest.Lines[1..], actual[1..]);
    }
}
