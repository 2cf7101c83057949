using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>The runs of panels that the gradient of a weight is computed in.</summary>
public sealed class PanelRunTests
{
    [Theory]
    [InlineData(16, 48, 3)]
    [InlineData(70, 9, 3)]
    [InlineData(300, 1024, 1)]
    [InlineData(1024, 64, 1)]
    [InlineData(33, 7, 7)]
    public void Every_part_of_a_panel_is_one_threads_and_its_end_too(int outputs, int length, int parts) =>
        Assert.All([1, 2, 3, 8], shares =>
        {
            List<(int Panel, int Part)> owned = [];
            List<int> ended = [];
            for (int share = 0; share < shares; share++)
            {
                ShareOfUpdate<KeepGradients> update = new(default, share, shares, (long)outputs * length * parts * 64);
                for (int next = 0; next < Layout.Panels(outputs);)
                {
                    var run = PanelRun.From(next, outputs, length, parts, rows: 64, ref update);
                    for (int panel = run.First; panel < run.End; panel++)
                    {
                        for (int part = run.FirstPart(panel); part < run.EndPart(panel); part++)
                            owned.Add((panel, part));
                        if (run.EndsPanel(panel))
                            ended.Add(panel);
                    }

                    next = run.Next;
                }
            }

            int panels = Layout.Panels(outputs);
            Assert.Equal(Enumerable.Range(0, panels * parts).Select(index => (index / parts, index % parts)), owned);
            Assert.Equal(Enumerable.Range(0, panels), ended);
        });

    [Fact]
    public void A_run_is_as_many_panels_as_stay_in_the_cache_and_at_least_one()
    {
        Assert.Equal(2, PanelRun.From(0, outputs: 64, length: 64, parts: 3).Next);
        Assert.Equal(1, PanelRun.From(0, outputs: 64, length: 4096, parts: 1).Next);
        Assert.Equal(32, PanelRun.From(0, outputs: 1024, length: 16, parts: 1).Next);
    }
}
