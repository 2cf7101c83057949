namespace NetGen.Experiments.Tests.Reporting;

/// <summary>A Chrome, Chromium or Edge on this machine.</summary>
internal static class Browser
{
    private static readonly string[] names =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "microsoft-edge", "msedge.exe",
    ];

    private static readonly string[] applications =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    /// <summary>The path of the first one found in the search path or where its installer puts it, or null.</summary>
    public static string? Find()
    {
        string[] places =
        [
            .. Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [],
            Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application"),
            Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft", "Edge", "Application"),
        ];
        return places.SelectMany(static _ => names, static (place, name) => Path.Join(place, name))
            .Concat(applications)
            .FirstOrDefault(File.Exists);
    }
}
