namespace NetGen.Generator.Tests;

/// <summary>Whatever stands around a network, the code that is written for it compiles without a warning.</summary>
public sealed class GeneratedCodeTests
{
    private static readonly string[] Booleans = ["false", "true"];

    private static IEnumerable<string> HiddenLayers =>
        from activation in Enum.GetValues<Activation>()
        from residual in Booleans
        from bias in Booleans
        select $$"""
            using NetGen;

            [Mlp(Width = 8, Input = 3, Output = 1, Activation = Activation.{{activation}}, Residual = {{residual}}, Bias = {{bias}})]
            internal partial class Net{{activation}}{{residual}}{{bias}};
            """;

    [Theory]
    [InlineData("[NetGen.Mlp] internal partial class Net;")]
    [InlineData("/// <summary>Documented.</summary>\n[NetGen.Mlp(Depth = 3, Residual = true, Input = 5, Output = 7, Bias = false)] "
        + "public sealed partial class Net;")]
    [InlineData("namespace App { using global::NetGen; [Mlp] internal partial class NetGen; }")]
    [InlineData("[NetGen.Mlp] internal partial class Init;")]
    [InlineData("[NetGen.Mlp] internal partial class INetwork;")]
    [InlineData("[NetGen.Mlp] internal partial class Kernels;")]
    [InlineData("namespace NetGen.CompilerServices { [Mlp] internal partial class Net; }")]
    [InlineData("namespace App.NetGen.System { [global::NetGen.Mlp] internal partial class Net; }")]
    [InlineData("internal class Int32; internal class Vector512; internal class Unsafe; [NetGen.Mlp] internal partial class Net;")]
    [InlineData("[global::NetGen.Mlp] internal partial class Net { private class System; private class NetGen; private class NetworkInfo; "
        + "private class ParameterSet; private class TProbe; }")]
    [InlineData("[NetGen.Mlp] internal partial class Net { public const int parameters = 1, gradients = 1, activations = 1, rows = 1, "
        + "probe = 1, update = 1, seed = 1, init = 1, initScale = 1; }")]
    [InlineData("[NetGen.Mlp(Activation = NetGen.Activation.Tanh)] internal partial class A; "
        + "[NetGen.Mlp(Activation = NetGen.Activation.Gelu, Residual = true)] internal partial class B;")]
    public void Generated_code_compiles_without_a_warning(string source) =>
        Assert.Empty(GeneratorRun.Over(source).WarningsAndErrors);

    [Fact]
    public void A_library_for_all_languages_may_hold_public_networks_and_hand_them_on() => Assert.Empty(GeneratorRun.Over("""
        using NetGen;
        [assembly: System.CLSCompliant(true)]

        namespace App;

        [Block, Linear(3), Gelu]
        internal class Piece;

        /// <summary>A network.</summary>
        [Network(Input = 3), Repeat<Piece>(2, Shortcut = Shortcut.Gated), Linear(2, Init = Init.LeCunNormal)]
        public sealed partial class Net
        {
            /// <summary>Another.</summary>
            [Mlp(InputStd = 0.5f)]
            public partial class Inner;
        }

        /// <summary>What uses it.</summary>
        public static class User
        {
            /// <summary>A trainer.</summary>
            public static Trainer<Net, Adam, MeanSquaredError> Train(Net network, ParameterSet parameters, NetworkInfo info, Init init) =>
                network.CreateTrainer(new Adam(1e-3f), Loss.MeanSquaredError, batchSize: 4);
        }
        """).WarningsAndErrors);

    [Fact]
    public void Every_hidden_layer_compiles_without_a_warning() => Assert.Empty(GeneratorRun.Over([.. HiddenLayers]).WarningsAndErrors);

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("Width = 46336, Depth = 1")]
    [InlineData("Width = 711, Depth = 4096, Residual = true")]
    [InlineData("Width = 1, Depth = 1, Input = 67108858")]
    [InlineData("Width = 1, Depth = 1, Output = 56512704")]
    public void The_largest_networks_compile(string arguments) =>
        Assert.Empty(GeneratorRun.Over($"using NetGen; [Mlp({arguments})] internal partial class Net;").WarningsAndErrors);
}
