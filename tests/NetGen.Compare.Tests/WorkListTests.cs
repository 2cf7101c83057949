using NetGen.Compare.Works;

namespace NetGen.Compare.Tests;

public sealed class WorkListTests
{
    [Fact]
    public void Work_is_known_by_its_name() => Assert.Distinct(WorkList.All.Select(static work => work.Name));

    [Fact]
    public void Network_has_its_counterpart_in_PyTorch()
    {
        string networks = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pytorch", "networks.py"));

        Assert.All(
            WorkList.All.Where(static work => work.Group != WorkGroup.Product),
            work => Assert.Contains($"\"{work.Network}\":", networks, StringComparison.Ordinal));
    }

    [Fact]
    public void NetGen_gives_the_same_answers_from_the_same_start() => Assert.All(
        WorkList.All.Where(static work => work.Flops < 1e8),
        static work =>
        {
            using Subject once = work.NetGen(work.Start(), 1), again = work.NetGen(work.Start(), 1);
            Assert.Equal(once.Answers, again.Answers);
        });

    [Fact]
    public void NetGen_gives_the_same_answers_on_two_threads() => Assert.All(
        WorkList.All.Where(static work => work.Flops < 1e8 && work.Group != WorkGroup.Product),
        static work =>
        {
            using Subject one = work.NetGen(work.Start(), 1), two = work.NetGen(work.Start(), 2);
            Assert.Equal(one.Answers, two.Answers);
        });

    [Fact]
    public void Step_of_ResMLP_has_the_products_of_all_layers_but_one() => Assert.Equal(
        2.0 * 64 * 64 * 64 * (3 * 20 - 1),
        WorkList.All[0].Flops);
}
