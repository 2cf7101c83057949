namespace NetGen.Compare.Sides;

/// <summary>A side cannot do a work here.</summary>
internal sealed class SideException(string message) : Exception(message);
