namespace NetGen.Generator.Tests;

public sealed class KernelNameTests
{
    private static readonly ActivationFunction[] Functions =
    [
        new Relu(), new LeakyRelu(), new LeakyRelu(0.2f), new LeakyRelu(-0.2f), new LeakyRelu(2f), new NegativePart(),
        new Tanh(), new Sigmoid(), new Gelu(), new GeluTanh(), new Silu(),
    ];

    private static readonly EpilogueStep[] Steps =
    [
        .. Functions.SelectMany(
            static function => new[] { new EpilogueStep.Activate(function, Keep: false), new EpilogueStep.Activate(function, Keep: true) }),
        .. Functions.OfType<PiecewiseLinear>().Select(static function => new EpilogueStep.Backpropagate(function)),
        new EpilogueStep.AddRows(), new EpilogueStep.MultiplyRows(), new EpilogueStep.AddVector(), new EpilogueStep.ScaleByVector(),
        new EpilogueStep.ScaleByNumber(), new EpilogueStep.ScaleByConstant(), new EpilogueStep.Store(),
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
        typeof(EpilogueStep).GetNestedTypes().Select(static type => type.Name).Except([nameof(EpilogueStep.KeepInverse)]).Order(),
        Steps.Select(static step => step.GetType().Name).Distinct().Order());

    private static string NameOf(params EpilogueStep[] steps) =>
        new Kernel(Product.Linear, Bias: true, steps.Append(new EpilogueStep.Store()).ToEquatableArray()).Name;
}
