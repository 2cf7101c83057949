using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime.Tests;

public sealed class ParameterSetTests
{
    private const string Weight = "layers.0.linear.weight";
    private const string Bias = "layers.0.linear.bias";

    [Fact]
    public void Parameters_come_in_the_order_of_their_use()
    {
        ReLULayer<From7To45> network = new();

        Assert.Equal([Weight, Bias], network.Parameters.Select(static parameter => parameter.Name));
        Assert.Equal(2, network.Parameters.Count);
        Assert.Equal([45, 7], network.Parameters[Weight].Shape);
        Assert.Equal([45], network.Parameters[Bias].Shape);
        Assert.Equal(45 * 7, network.Parameters[Weight].Count);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones()
    {
        ReLULayer<From7To45> network = new();

        var exception = Assert.Throws<KeyNotFoundException>(() => network.Parameters["layers.1.linear.weight"]);

        Assert.Equal($"ReLULayer has no parameter \"layers.1.linear.weight\". It has {Weight}, {Bias}.", exception.Message);
    }

    [Fact]
    public void Values_come_out_as_they_went_in()
    {
        RoundTrip<From7To45>();
        RoundTrip<From45To7>();
        RoundTrip<From64To64>();
        RoundTrip<From130To1>();

        static void RoundTrip<TShape>()
            where TShape : struct, IShape
        {
            ReLULayer<TShape> network = new();
            foreach (Parameter parameter in network.Parameters)
            {
                float[] values = Numbers.Uniform(parameter.Count, seed: 1);
                parameter.CopyFrom(values);
                Assert.Equal(values, parameter.ToArray());
            }
        }
    }

    [Fact]
    public void Tensors_go_in_and_out_with_any_strides()
    {
        ReLULayer<From7To45> network = new();
        Parameter weight = network.Parameters[Weight];
        float[] transposed = Numbers.Uniform(weight.Count, seed: 2);
        float[] gapped = new float[45 * 10];

        weight.CopyFrom(new ReadOnlyTensorSpan<float>(transposed, [45, 7], [1, 45]));
        weight.CopyTo(new TensorSpan<float>(gapped, [45, 7], [10, 1]));

        float[] values = weight.ToArray();
        for (int output = 0; output < 45; output++)
        {
            for (int input = 0; input < 7; input++)
            {
                Assert.Equal(transposed[input * 45 + output], values[output * 7 + input]);
                Assert.Equal(values[output * 7 + input], gapped[output * 10 + input]);
            }
        }
    }

    [Fact]
    public void A_wrong_length_names_the_parameter_and_changes_nothing()
    {
        Parameter weight = new ReLULayer<From7To45>().Parameters[Weight];
        float[] before = weight.ToArray();

        var into = Assert.Throws<ArgumentException>(() => weight.CopyFrom(new float[314]));
        var outOf = Assert.Throws<ArgumentException>(() => weight.CopyTo(new float[316]));

        Assert.StartsWith($"{Weight}: expected 315 values [45, 7], got 314.", into.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{Weight}: expected 315 values [45, 7], got 316.", outOf.Message, StringComparison.Ordinal);
        Assert.Equal(before, weight.ToArray());
    }

    [Theory]
    [InlineData(7, 45)]
    [InlineData(45, 8)]
    public void A_wrong_shape_names_the_parameter(int rows, int columns)
    {
        Parameter weight = new ReLULayer<From7To45>().Parameters[Weight];
        Tensor<float> tensor = Tensor.CreateFromShape<float>([rows, columns]);

        var into = Assert.Throws<ArgumentException>(() => weight.CopyFrom(tensor.AsReadOnlyTensorSpan()));
        var outOf = Assert.Throws<ArgumentException>(() => weight.CopyTo(tensor.AsTensorSpan()));

        Assert.StartsWith($"{Weight}: expected shape [45, 7], got [{rows}, {columns}].", into.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{Weight}: expected shape [45, 7], got [{rows}, {columns}].", outOf.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scale_multiplies_every_value()
    {
        Parameter weight = new ReLULayer<From7To45>().Parameters[Weight];
        float[] before = weight.ToArray();

        weight.Scale(0.5f);

        Assert.Equal(before.Select(static value => value * 0.5f), weight.ToArray());
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Scale_refuses_what_is_not_finite(float factor)
    {
        Parameter weight = new ReLULayer<From7To45>().Parameters[Weight];

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => weight.Scale(factor));

        Assert.Contains(Weight, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_seed_decides_the_start()
    {
        float[] first = new ReLULayer<From7To45>(seed: 1).Parameters[Weight].ToArray();

        Assert.Equal(first, new ReLULayer<From7To45>(seed: 1).Parameters[Weight].ToArray());
        Assert.NotEqual(first, new ReLULayer<From7To45>(seed: 2).Parameters[Weight].ToArray());
    }

    [Fact]
    public void Biases_start_at_zero_and_draw_nothing()
    {
        NetworkInfo info = ReLULayer<From7To45>.Info;
        NetworkInfo biasFirst = new(
            info.Name, info.InputShape, info.OutputShape, info.Layers, [info.Parameters[1], info.Parameters[0]], info.Memory);

        ParameterSet parameters = new(biasFirst, seed: 3);

        Assert.All(parameters[Bias].ToArray(), static value => Assert.Equal(0, value));
        Assert.Equal(new ReLULayer<From7To45>(seed: 3).Parameters[Weight].ToArray(), parameters[Weight].ToArray());
    }

    [Fact]
    public void The_constructor_overrides_the_declared_start()
    {
        float[] weight = new ReLULayer<From7To45>(init: Init.Identity, initScale: 0.25f).Parameters[Weight].ToArray();

        for (int output = 0; output < 45; output++)
        {
            for (int input = 0; input < 7; input++)
                Assert.Equal(output == input ? 0.25f : 0f, weight[output * 7 + input]);
        }
    }

    [Fact]
    public void A_start_that_is_none_is_refused()
    {
        var init = Assert.Throws<ArgumentOutOfRangeException>(() => new ReLULayer<From7To45>(init: (Init)99));
        var scale = Assert.Throws<ArgumentOutOfRangeException>(() => new ReLULayer<From7To45>(initScale: float.NaN));

        Assert.Contains(nameof(Init.KaimingNormal), init.Message, StringComparison.Ordinal);
        Assert.Contains("99", init.Message, StringComparison.Ordinal);
        Assert.Contains("NaN", scale.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_slab_starts_at_a_cache_line_and_padding_is_zero()
    {
        for (int i = 0; i < 10; i++)
        {
            ReLULayer<From7To45> network = new();
            foreach (Parameter parameter in network.Parameters)
                parameter.CopyFrom(Enumerable.Repeat(1f, parameter.Count).ToArray());

            ref float origin = ref network.Parameters.Origin;
            ReadOnlySpan<float> slab = MemoryMarshal.CreateReadOnlySpan(ref origin, ReLULayer<From7To45>.Info.Memory.Parameters);
            Assert.Equal(0, Address(ref origin) % 64);
            Assert.Equal(45 * 7 + 45, TensorPrimitives.Sum(slab));
        }

        static long Address(ref float value) => (long)Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref value);
    }
}
