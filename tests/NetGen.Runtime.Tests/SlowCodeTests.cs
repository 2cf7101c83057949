using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;

namespace NetGen.Runtime.Tests;

public sealed class SlowCodeTests
{
    [Fact]
    public void An_assembly_without_optimisation_is_named_with_the_remedy()
    {
        string? note = SlowCode.Unoptimized(Assembly(DebuggableAttribute.DebuggingModes.DisableOptimizations));

        Assert.Contains("Slowpoke", note, StringComparison.Ordinal);
        Assert.Contains("10 to 20 times slower", note, StringComparison.Ordinal);
        Assert.Contains("<Optimize>true</Optimize>", note, StringComparison.Ordinal);
    }

    [Fact]
    public void An_optimised_assembly_needs_no_note()
    {
        Assert.Null(SlowCode.Unoptimized(Assembly(DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints)));
        Assert.Null(SlowCode.Unoptimized(typeof(SlowCodeTests).Assembly));
    }

    [Fact]
    public void Hardware_without_fused_multiply_add_is_told_of()
    {
        Assert.Contains("FMA", SlowCode.Unfused(fusedMultiplyAdd: false), StringComparison.Ordinal);
        Assert.Null(SlowCode.Unfused(fusedMultiplyAdd: true));
    }

    [Fact]
    public void A_note_is_written_once()
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

        SlowCode.Tell("A note for this test.", writer);
        SlowCode.Tell("A note for this test.", writer);

        Assert.Equal("A note for this test.\n", writer.ToString());
    }

    [Fact]
    public void A_writer_that_is_gone_does_no_harm()
    {
        StringWriter writer = new(CultureInfo.InvariantCulture);
        writer.Dispose();

        SlowCode.Tell("A note for nobody.", writer);
    }

    private static AssemblyBuilder Assembly(DebuggableAttribute.DebuggingModes modes)
    {
        ConstructorInfo constructor = typeof(DebuggableAttribute).GetConstructor([typeof(DebuggableAttribute.DebuggingModes)])!;
        return AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName("Slowpoke"), AssemblyBuilderAccess.Run, [new CustomAttributeBuilder(constructor, [modes])]);
    }
}
