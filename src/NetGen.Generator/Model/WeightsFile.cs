namespace NetGen.Generator.Model;

/// <summary>A file of weights among the additional files of a project.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Resource">
/// The name under which the build embeds it, its path from the project's folder with slashes, and with %, # and ; escaped as in
/// addresses; null where nothing embeds it.
/// </param>
internal sealed record WeightsFile(string Path, string? Resource)
{
    /// <summary>Its name for people.</summary>
    public string Name => (Resource is null ? Path : Uri.UnescapeDataString(Resource)).Replace('\\', '/');
}
