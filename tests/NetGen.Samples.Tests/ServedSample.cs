using System.Diagnostics;
using NetGen.Experiments.Tests.Reporting;

namespace NetGen.Samples.Tests;

/// <summary>The page of <c>samples/Browser</c>, served as <c>dotnet run</c> does. Nothing is served where there is no browser.</summary>
public sealed class ServedSample : IAsyncLifetime
{
    private const string Listening = "Now listening on: ";

    private Process? server;

    /// <summary>Where the page is.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Browser.Find() is null)
            return;

        server = Process.Start(new ProcessStartInfo(
            Sample.Dotnet,
            [
                "run", "--project", Path.Join(Sample.Projects, "Browser"), "-c", Sample.Configuration, "--no-build",
                "--urls", "http://127.0.0.1:0",
            ]) { RedirectStandardOutput = true })!;
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(5));
        while (await server.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            int place = line.IndexOf(Listening, StringComparison.Ordinal);
            if (place < 0)
                continue;
            Address = line[(place + Listening.Length)..];
            _ = server.StandardOutput.ReadToEndAsync();
            return;
        }

        Assert.Fail("The server of samples/Browser ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is null)
            return;

        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
        server.Dispose();
    }
}
