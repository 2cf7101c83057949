using NetGen.Compare.Sides;
using NetGen.Compare.Works;
using NetGen.Runtime.Tests;

namespace NetGen.Compare.Tests;

public sealed class OnnxRuntimeSideTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Predictions_are_those_of_NetGen() => Assert.All(
        WorkList.All.Where(static work => work.Group == WorkGroup.Prediction && work.Flops < 1e8),
        work =>
        {
            SafetensorsFile start = work.Start();
            using Subject ours = work.NetGen(start, 1), theirs = new OnnxRuntimeSide().Start(work, start, folder.Path, 1);
            Assert.Equal(ours.Answers.Length, theirs.Answers.Length);
            Assert.InRange(work.Difference(ours.Answers, theirs.Answers), 0, work.Tolerance);
        });

    public void Dispose() => folder.Dispose();
}
