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

    private static readonly Product[] Products =
    [
        .. Twice(static bias => Twice(packed => new Linear(bias, packed))),
        .. Twice(static bias => Twice(packed => new Convolution(bias, packed))),
        .. Twice(static bias => Twice(shared => Twice(packed => new WeightGradient(bias, shared, packed)))),
        .. Twice(static bias => Twice(shared => Twice(packed => new ConvolutionWeightGradient(bias, shared, packed)))),
        new InputGradient(), new ConvolutionInputGradient(), new Elementwise(), new RmsNorm(), new RmsNormGradient(),
        new LayerNorm(), new LayerNormGradient(), new BatchNorm(), new BatchNormGradient(),
        new ScaledColumns(),
    ];

    [Fact]
    public void Different_steps_make_different_names()
    {
        string[] names =
        [
            .. Steps.Select(static step => NameOf(new Linear(HasBias: true), step)),
            .. Steps.SelectMany(static _ => Steps, static (first, second) => NameOf(new Linear(HasBias: true), first, second)),
        ];

        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void Different_products_make_different_names()
    {
        string[] names =
        [
            .. Products.Select(static product => NameOf(product)),
            .. Products.SelectMany(static _ => Steps, static (product, step) => NameOf(product, step)),
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

    [Fact]
    public void Every_product_is_among_them() => Assert.Equal(
        typeof(Product).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Product)) && !type.IsAbstract)
            .Select(static type => type.Name)
            .Order(),
        Products.Select(static product => product.GetType().Name).Distinct().Order());

    private static IEnumerable<Product> Twice(Func<bool, Product> make) => [make(false), make(true)];

    private static IEnumerable<Product> Twice(Func<bool, IEnumerable<Product>> make) => [.. make(false), .. make(true)];

    private static string NameOf(Product product, params EpilogueStep[] steps) =>
        new Kernel(product, steps.Append(new Store()).ToEquatableArray()).Name;
}
