using RuntimeLayout = NetGen.CompilerServices.Layout;

namespace NetGen.Generator.Tests;

/// <summary>The compiler places what the runtime reads, so that both must lay it out alike.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void The_compiler_and_the_runtime_agree_on_panels_and_strides()
    {
        Assert.Equal(RuntimeLayout.PanelWidth, Layout.PanelWidth);
        Assert.All(Enumerable.Range(1, 2000), static width => Assert.Equal(
            (RuntimeLayout.Panels(width), RuntimeLayout.RowStride(width)),
            (Layout.Panels(width), Layout.RowStride(width))));
    }
}
