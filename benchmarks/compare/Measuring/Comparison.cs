using NetGen.Compare.Sides;
using NetGen.Compare.Works;

namespace NetGen.Compare.Measuring;

/// <summary>Lets all sides do a work in turn: in every round one after the other, while the others wait.</summary>
/// <param name="Sides">NetGen first: the others' answers are held against its.</param>
/// <param name="Rounds">How many rounds.</param>
/// <param name="Folder">Where the sides find what they start from.</param>
/// <param name="Missing">Told of a side that cannot do a work, and why.</param>
internal sealed record Comparison(IReadOnlyList<Side> Sides, int Rounds, string Folder, Action<Side, string> Missing)
{
    // Threads of a pool go on looking for work for a while; they shall not do so in the next side's time.
    private static readonly TimeSpan rest = TimeSpan.FromMilliseconds(60);

    public WorkResult Run(Work work, int threads, Action advance)
    {
        work.Start().Save(Path.Combine(Folder, "start.safetensors"));
        List<(Side Side, WorkerProcess Worker, List<double> Rounds)> workers = [];
        try
        {
            foreach (Side side in Sides.Where(side => side.Does(work)))
            {
                if (Start(side, work, threads) is { } worker)
                    workers.Add((side, worker, []));
            }

            for (int round = 0; round < Rounds; round++, advance())
            {
                foreach ((_, WorkerProcess worker, List<double> times) in workers)
                {
                    Thread.Sleep(rest);
                    times.Add(worker.Round());
                }
            }

            float[]? ours = workers.Find(static entry => entry.Side is NetGenSide).Worker?.Answers;
            return new WorkResult(
                work, threads, [.. workers.Select(entry => ResultOf(work, threads, entry.Side, entry.Worker, entry.Rounds, ours))]);
        }
        finally
        {
            foreach ((_, WorkerProcess worker, _) in workers)
                worker.Dispose();
        }
    }

    private WorkerProcess? Start(Side side, Work work, int threads)
    {
        try
        {
            return WorkerProcess.Start(side, work, Folder, threads);
        }
        catch (SideException exception)
        {
            Missing(side, exception.Message);
            return null;
        }
    }

    private static Result ResultOf(Work work, int threads, Side side, WorkerProcess worker, IReadOnlyList<double> rounds, float[]? ours)
    {
        double? difference = ours is null
            ? null
            : ours.Length == worker.Answers.Length ? work.Difference(ours, worker.Answers) : double.PositiveInfinity;
        return new Result(
            side, worker.Version, worker.Mode, rounds, difference, difference <= work.Tolerance,
            threads == 1 && side is (NetGenSide or PyTorchSide) ? worker.Parts() : null);
    }
}
