using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// The passes of a training step on a team of threads. The forward pass and the gradients of activations are shared by rows, the gradients
/// of weights by parts of panels, each summed over all rows by one thread: every sum is the same chain as on one thread, so results are the
/// same bits. Passes by rows have several stages where rows depend on each other, as in a batch norm.
/// </summary>
internal sealed class TeamPasses<TNetwork, TUpdate>
    where TNetwork : class, INetwork
    where TUpdate : struct, IParameterUpdate
{
    private readonly ThreadTeam team;
    private readonly Action<int> forward;
    private readonly Action<int> backwardData;
    private readonly Action<int> keepGradients;
    private readonly Action<int> updateParameters;
    private readonly Action<int> measureWeights;
    private int rows;
    private int stage;
    private int measuredRows;
    private long weightsWork;

    public TeamPasses(ThreadTeam team, Slab parameters, Slab gradients, StepMemory memory, TUpdate update)
    {
        this.team = team;
        forward = share =>
            TNetwork.ForwardStage(stage, ref parameters.Origin, ref memory.Scratch(share), ref memory.Activations, RowsOf(share));
        backwardData = share =>
            TNetwork.BackwardStage(stage, ref parameters.Origin, ref memory.Scratch(share), ref memory.Activations, RowsOf(share));
        measureWeights = share =>
        {
            long work = BackwardWeights(update, share, work: 0);
            if (share == 0)
                weightsWork = work;
        };
        keepGradients = share => BackwardWeights(default(KeepGradients), share, weightsWork);
        updateParameters = share => BackwardWeights(update, share, weightsWork);

        long BackwardWeights<TAny>(TAny update, int share, long work)
            where TAny : struct, IParameterUpdate
        {
            ShareOfUpdate<TAny> part = new(update, share, team.Threads, work);
            TNetwork.BackwardWeights(ref gradients.Origin, ref memory.Scratch(share), ref memory.Activations, RowRange.All(rows), ref part);
            return part.Met;
        }
    }

    public void Forward(int rows)
    {
        this.rows = rows;
        RunStages(forward, TNetwork.Info.Memory.ForwardStages);
    }

    public void Backward(bool keepGradients)
    {
        RunStages(backwardData, TNetwork.Info.Memory.BackwardStages);
        if (rows != measuredRows)
        {
            team.Run(measureWeights);
            measuredRows = rows;
        }

        team.Run(keepGradients ? this.keepGradients : updateParameters);
    }

    private void RunStages(Action<int> shares, int stages)
    {
        for (stage = 0; stage < stages; stage++)
            team.Run(shares);
    }

    private RowRange RowsOf(int share) => RowRange.Share(rows, share, team.Threads, TNetwork.Info.InputPositions);
}
