using NetGen.Experiments.Reporting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NetGen.Experiments.Running;

/// <summary>How long a task still takes, however long that is.</summary>
internal sealed class TimeLeftColumn : ProgressColumn
{
    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(task.RemainingTime is { } left && !task.IsFinished ? $"{Duration.Text(left.TotalSeconds)} left" : "");
}
