using System.ComponentModel;
using System.Reflection;

namespace NetGen.CompilerServices;

/// <summary>Parameters that lie in the assembly of their network, as a safetensors file among its resources.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EmbeddedWeights
{
    /// <summary>Loads them into a network, as a file would be.</summary>
    /// <param name="network">The network.</param>
    /// <param name="resource">The name of the resource.</param>
    /// <returns>The network.</returns>
    /// <exception cref="InvalidOperationException">The assembly has no such resource.</exception>
    /// <exception cref="InvalidDataException">
    /// It is no safetensors file or a damaged one, or its tensors are not those of the network, by name, type and shape.
    /// </exception>
    public static TNetwork Load<TNetwork>(TNetwork network, string resource)
        where TNetwork : class, INetwork
    {
        ArgumentNullException.ThrowIfNull(network);
        Assembly assembly = typeof(TNetwork).Assembly;
        string name = TNetwork.Info.Name;
        using Stream stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException(
            $"{name}: expected the resource \"{resource}\" in {assembly.GetName().Name}, found none. NetGen's targets embed the additional "
            + "files of a project that end with .safetensors; they come with the package, or with NetGen.props.");
        string place = $"resource \"{resource}\" of {assembly.GetName().Name}";
        new NetworkFile(place, name, SafetensorsReader.Read(place, stream)).LoadInto(network.Parameters);
        return network;
    }

    /// <summary>The one network of its class that all share, made when it is first asked for.</summary>
    /// <param name="create">Makes it; called once, unless it throws.</param>
    /// <returns>The network.</returns>
    public static TNetwork Share<TNetwork>(Func<TNetwork> create)
        where TNetwork : class, INetwork =>
        LazyInitializer.EnsureInitialized(ref Shared<TNetwork>.Network, ref Shared<TNetwork>.Key, create);

    private static class Shared<TNetwork>
        where TNetwork : class
    {
        public static TNetwork? Network;
        public static object? Key;
    }
}
