using Spectre.Console;
using Spectre.Console.Rendering;

namespace NetGen.Experiments.Running;

/// <summary>Progress as bars that move: one for each network of each set-up, and one for all.</summary>
internal sealed class LiveProgress : IProgressDisplay
{
    private const string LastStep = "last step";

    /// <summary>From this width on all columns have room.</summary>
    private const int Roomy = 130;

    private readonly Dictionary<(string Setup, string Network), ProgressTask> bars = [];
    private readonly ProgressTask all;

    private LiveProgress(ProgressContext context, IReadOnlyList<Training> plan)
    {
        foreach (var group in plan.GroupBy(static training => (training.Setup, training.Network)))
            bars.Add(
                group.Key,
                context.AddTask($"{group.Key.Setup} {group.Key.Network}", maxValue: group.Sum(static training => (double)training.Steps)));
        all = context.AddTask("[bold]all[/]", maxValue: plan.Sum(static training => (double)training.Steps));
    }

    /// <summary>Shows the progress of work while it runs.</summary>
    public static T Show<T>(IAnsiConsole console, IReadOnlyList<Training> plan, Func<IProgressDisplay, T> work) => console
        .Progress()
        .Columns(Columns(console.Profile.Width))
        .Start(context => work(new LiveProgress(context, plan)));

    /// <summary>What there is room for without breaking lines.</summary>
    private static ProgressColumn[] Columns(int width)
    {
        bool roomy = width >= Roomy;
        ProgressColumn[] more = roomy ? [new GradientColumn(), new SpeedColumn()] : [];
        return
        [
            new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = roomy ? 30 : 10 },
            new PercentageColumn(), new LossColumn(), .. more, new TimeLeftColumn(),
        ];
    }

    public void Advance(Training training, int steps, StepReport last)
    {
        ProgressTask bar = bars[(training.Setup, training.Network)];
        bar.State.Update<StepReport>(LastStep, _ => last);
        bar.Increment(steps);
        all.Increment(steps);
    }

    private sealed class LossColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Markup(
                task.State.Get<StepReport>(LastStep) is { Step: > 0, Loss: not float.NaN } last
                    ? $"[grey]loss[/] {Number.Short(last.Loss)}{Accuracy(last)}"
                    : "");

        private static string Accuracy(StepReport last) =>
            last.Accuracy is { } share ? $" [grey]accuracy[/] {Number.Short(share)}" : "";
    }

    private sealed class GradientColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Markup(task.State.Get<StepReport>(LastStep).Gradient is { } norm ? $"[grey]gradient[/] {Number.Short(norm)}" : "");
    }

    private sealed class SpeedColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Markup(task.Speed is { } speed ? $"{Number.Short(speed)} [grey]steps/s[/]" : "");
    }
}
