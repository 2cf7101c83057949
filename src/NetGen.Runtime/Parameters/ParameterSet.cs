using System.Collections;
using System.ComponentModel;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// The parameters of a network, by name and in the order in which its layers use them; behind them its state, such as running means of
/// batch norms.
/// </summary>
public sealed class ParameterSet : IReadOnlyCollection<Parameter>
{
    private readonly string network;
    private readonly OrderedDictionary<string, Parameter> parameters = [];

    /// <summary>
    /// Parameters at their starting values. The weights of all Linear layers, convolutions, gates and projections are drawn from one stream
    /// of random numbers, in their order, and what else there is starts at fixed numbers: networks of the same layers and seed start alike,
    /// with or without residual connections that have neither gate nor projection, but for the factor of <see cref="Shortcut.DeepNorm"/>.
    /// </summary>
    /// <param name="info">The network.</param>
    /// <param name="seed">The seed of the stream.</param>
    /// <param name="init">How weights start; by default, as declared.</param>
    /// <param name="initScale">The factor on every starting weight, finite; by default, as declared.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="init"/> is no <see cref="Init"/>, or <paramref name="initScale"/> is not finite.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ParameterSet(NetworkInfo info, int seed, Init? init = null, float? initScale = null)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (init is { } kind && !Enum.IsDefined(kind))
            throw new ArgumentOutOfRangeException(nameof(init), kind, $"Expected one of {string.Join(", ", Enum.GetNames<Init>())}.");
        if (initScale is { } factor && !float.IsFinite(factor))
            throw new ArgumentOutOfRangeException(nameof(initScale), factor, "Expected a finite factor.");

        network = info.Name;
        Slab = new Slab(info.Memory.Parameters);
        SeededRandom random = new(seed);
        foreach (ParameterInfo declared in info.Parameters)
        {
            Parameter parameter = new(declared, Slab);
            parameters.Add(parameter.Name, parameter);
            float[] values = new float[parameter.Count];
            ReadOnlySpan<int> shape = declared.Shape.AsSpan();
            if (declared.LengthOf is { } weight)
                WeightInit.FillLengths(values, parameters[weight].ToArray());
            else if (declared.KeepsInit)
                WeightInit.Fill(values, shape, declared.Init, declared.InitScale * declared.InitFactor, random, declared.Diagonal);
            else
                WeightInit.Fill(
                    values, shape, init ?? declared.Init, (initScale ?? declared.InitScale) * declared.InitFactor, random);
            parameter.CopyFrom(values);
        }

        foreach (ParameterInfo declared in info.States)
        {
            Parameter state = new(declared, Slab);
            parameters.Add(state.Name, state);
            float[] values = new float[state.Count];
            WeightInit.Fill(values, declared.Shape.AsSpan(), declared.Init, declared.InitScale, random);
            state.CopyFrom(values);
        }
    }

    /// <summary>Another slab of the same layout by the parameters' names, as it is.</summary>
    internal ParameterSet(NetworkInfo info, Slab slab)
    {
        network = info.Name;
        Slab = slab;
        foreach (ParameterInfo declared in info.Parameters)
            parameters.Add(declared.Name, new Parameter(declared, slab));
    }

    /// <summary>The number of parameters and states, in the sense of tensors.</summary>
    public int Count => parameters.Count;

    /// <summary>The first element of the slab that all parameters lie in.</summary>
    internal ref float Origin => ref Slab.Origin;

    internal Slab Slab { get; }

    /// <summary>A parameter by name.</summary>
    /// <param name="name">Its name, such as <c>layers.3.linear.weight</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public Parameter this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return parameters.TryGetValue(name, out Parameter? parameter)
                ? parameter
                : throw new KeyNotFoundException($"{network} has no parameter \"{name}\". It has {string.Join(", ", parameters.Keys)}.");
        }
    }

    /// <summary>The parameters in the order in which the layers use them.</summary>
    /// <returns>An enumerator.</returns>
    public IEnumerator<Parameter> GetEnumerator() => parameters.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
