namespace NetGen.Generator.Tests;

/// <summary>What the fingerprint says on the widest vectors of the machine: what the other ways to compute are held against.</summary>
public sealed class WidestFingerprint : IAsyncLifetime
{
    /// <summary>A line for the width, one for the smallest network, and one for each of the others.</summary>
    public string[] Lines { get; private set; } = [];

    public async ValueTask InitializeAsync() => Lines = await Tool.Run("NetGen.Fingerprint", []);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
