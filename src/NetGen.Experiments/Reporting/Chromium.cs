using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NetGen.Experiments.Reporting;

/// <summary>A Chrome, Chromium or Edge on this machine, which turns figures into PNG pictures.</summary>
internal sealed partial class Chromium
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private Chromium(string program) => Program = program;

    /// <summary>The path of its program.</summary>
    public string Program { get; }

    /// <summary>The first one found in the search path or where its installer puts it.</summary>
    public static Chromium? Find()
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "microsoft-edge", "msedge.exe"];
        string[] places =
        [
            .. Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [],
            Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application"),
            Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft", "Edge", "Application"),
        ];
        string[] applications =
        [
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        ];
        return places.SelectMany(_ => names, static (place, name) => Path.Join(place, name)).Concat(applications).FirstOrDefault(File.Exists) is { } program
            ? new Chromium(program)
            : null;
    }

    /// <summary>Draws SVG documents, twice as large as they are, in one start of the browser.</summary>
    /// <returns>PNG files, in the order of the documents.</returns>
    /// <exception cref="IOException">The browser did not do it.</exception>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public IReadOnlyList<byte[]> Draw(IReadOnlyList<string> documents, CancellationToken stop)
    {
        string folder = Directory.CreateTempSubdirectory("netgen-").FullName;
        try
        {
            string page = Path.Join(folder, "page.html");
            File.WriteAllText(page, Page(documents));
            string output = Run(page, Path.Join(folder, "profile"), stop);
            byte[][] pictures = [.. Picture().Matches(output).Select(static match => Convert.FromBase64String(match.Groups[1].Value))];
            return pictures.Length == documents.Count
                ? pictures
                : throw new IOException($"{Program}: expected {documents.Count} pictures, got {pictures.Length}.");
        }
        finally
        {
            Remove(folder);
        }
    }

    /// <summary>Files that a browser still holds on to are left to the system: they are no reason to lose the pictures, nor to hide why there are none.</summary>
    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    private string Run(string page, string profile, CancellationToken stop)
    {
        ProcessStartInfo start = new(Program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "--headless", "--disable-gpu", "--no-first-run", $"--user-data-dir={profile}",
                "--virtual-time-budget=20000", "--dump-dom", new Uri(page).AbsoluteUri,
            },
        };
        // As root it refuses to start with its sandbox.
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
            start.ArgumentList.Insert(0, "--no-sandbox");

        using Process browser = Process.Start(start) ?? throw new IOException($"{Program} did not start.");
        try
        {
            browser.ErrorDataReceived += static (_, _) => { };
            browser.BeginErrorReadLine();
            Task<string> output = browser.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return output.Wait((int)patience.TotalMilliseconds, stop) && browser.WaitForExit(patience)
                ? output.Result
                : throw new IOException($"{Program} gave no answer within {patience.TotalSeconds:F0} s.");
        }
        finally
        {
            if (!browser.HasExited)
            {
                browser.Kill(entireProcessTree: true);
                browser.WaitForExit(patience);
            }
        }
    }

    /// <summary>A page that draws each document on a canvas and holds the pictures as text: a way out for files that needs no screenshots.</summary>
    private static string Page(IReadOnlyList<string> documents) => $$"""
        <!DOCTYPE html>
        <body>
        <script>
        const documents = {{JsonSerializer.Serialize(documents.Select(static document => Convert.ToBase64String(Encoding.UTF8.GetBytes(document))))}};
        for (const source of documents) {
          const picture = document.body.appendChild(document.createElement('p'));
          const image = new Image();
          image.onload = () => {
            const canvas = document.createElement('canvas');
            canvas.width = 2 * image.width;
            canvas.height = 2 * image.height;
            canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
            picture.textContent = canvas.toDataURL('image/png');
          };
          image.src = 'data:image/svg+xml;base64,' + source;
        }
        </script>
        """;

    [GeneratedRegex("<p>data:image/png;base64,([^<]+)</p>")]
    private static partial Regex Picture();
}
