using Spectre.Console;

namespace NetGen.Experiments.Running;

/// <summary>Shows what a run is at as something that moves: for terminals.</summary>
internal sealed class TerminalDisplay(IAnsiConsole console) : IRunDisplay
{
    public T Show<T>(string name, Func<Action<string>, T> work, CancellationToken stop) => console
        .Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn())
        .Start(context =>
        {
            ProgressTask phase = context.AddTask(Markup.Escape(name)).IsIndeterminate();
            return Stoppable.Run(() => work(at => phase.Description = Markup.Escape($"{name}, {at}")), stop);
        });

    public T Show<T>(IReadOnlyList<Training> plan, Func<IProgressDisplay, T> work) => LiveProgress.Show(console, plan, work);
}
