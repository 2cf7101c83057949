namespace NetGen.Plotting;

/// <summary>The surroundings that a picture is drawn for.</summary>
public enum FigureTheme
{
    /// <summary>Dark lines on white.</summary>
    Light,

    /// <summary>Light lines on near black.</summary>
    Dark,
}
