namespace NetGen.Generator.Tests;

public sealed class KernelNameTests
{
    private static readonly ActivationFunction[] Functions =
    [
        new ReLU(), new LeakyReLU(), new LeakyReLU(0.2f), new LeakyReLU(-0.2f), new LeakyReLU(2f), new NegativePart(),
        new Tanh(), new Sigmoid(), new Gelu(), new GeluTanh(), new SiLU(),
    ];

    private static readonly EpilogueStep[] Steps =
    [
        .. Functions.SelectMany(static function => new[] { new Activate(function, Keep: false), new Activate(function, Keep: true) }),
        .. Functions.OfType<PiecewiseLinear>().Select(static function => new Backpropagate(function)),
        new AddRows(), new MultiplyRows(), new AddVector(), new ScaleByVector(),
        new ScaleByNumber(), new ScaleByConstant(), new Store(),
    ];

    [Fact]
    public void Different_steps_make_different_names()
    {
        string[] names =
        [
            .. Steps.Select(static step => NameOf(step)),
            .. Steps.SelectMany(static _ => Steps, static (first, second) => NameOf(first, second)),
        ];

        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void Every_step_is_among_them() => Assert.Equal(
        typeof(EpilogueStep).Assembly.GetTypes()
            .Where(static type => type.BaseType == typeof(EpilogueStep))
            .Select(static type => type.Name)
            .Except([nameof(KeepInverse)])
            .Order(),
        Steps.Select(static step => step.GetType().Name).Distinct().Order());

    private static string NameOf(params EpilogueStep[] steps) =>
        new Kernel(new Linear(HasBias: true), steps.Append(new Store()).ToEquatableArray()).Name;
}
