using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetGen.Experiments.Tests.Reporting;

/// <summary>A page in a headless Chromium, driven over the DevTools protocol. It remembers every complaint of the page.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly TemporaryFolder profile = new();
    private readonly ClientWebSocket socket = new();
    private readonly List<string> complaints = [];
    private readonly Process browser;
    private int lastId;

    private BrowserPage(string program)
    {
        ProcessStartInfo start = new(program)
        {
            RedirectStandardError = true,
            ArgumentList =
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1200,900",
                "--remote-debugging-port=0", "--remote-allow-origins=*", $"--user-data-dir={profile.Path}", "about:blank",
            },
        };
        browser = Process.Start(start)!;
    }

    /// <summary>Errors on the console, exceptions and failed requests, those of the page's workers among them.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <param name="place">A file or an address.</param>
    /// <param name="stop">Stops waiting for it.</param>
    public static async Task<BrowserPage> Open(string place, CancellationToken stop)
    {
        Assert.SkipWhen(Browser.Find() is null, "No Chrome, Chromium or Edge on this machine.");
        BrowserPage page = new(Browser.Find()!);
        while (await page.browser.StandardError.ReadLineAsync(stop) is { } line)
        {
            if (line.StartsWith("DevTools listening on ", StringComparison.Ordinal))
            {
                await page.Connect(new Uri(line["DevTools listening on ".Length..]), stop);
                break;
            }
        }

        _ = page.browser.StandardError.ReadToEndAsync(CancellationToken.None);
        foreach (string domain in new[] { "Page", "Runtime", "Log", "Network" })
            await page.Call($"{domain}.enable", [], stop);
        await page.Call(
            "Target.setAutoAttach",
            new JsonObject { ["autoAttach"] = true, ["waitForDebuggerOnStart"] = false, ["flatten"] = true },
            stop);
        await page.Call("Page.navigate", new JsonObject { ["url"] = new Uri(place).AbsoluteUri }, stop);
        await page.WaitFor("Page.loadEventFired", stop);
        return page;
    }

    /// <summary>The value of a JavaScript expression.</summary>
    public async Task<JsonNode?> Evaluate(string expression, CancellationToken stop)
    {
        JsonNode answer = await Call(
            "Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true }, stop);
        return answer["exceptionDetails"] is { } details
            ? throw new InvalidOperationException(details.ToJsonString())
            : answer["result"]!["value"];
    }

    /// <summary>Shows the page as to a reader who prefers <c>light</c> or <c>dark</c>.</summary>
    public Task Prefer(string scheme, CancellationToken stop) =>
        Call(
            "Emulation.setEmulatedMedia",
            new JsonObject { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }) },
            stop);

    /// <summary>Shows the page on a screen of this size.</summary>
    public Task Resize(int width, int height, CancellationToken stop) =>
        Call(
            "Emulation.setDeviceMetricsOverride",
            new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false },
            stop);

    /// <summary>Moves the mouse, as a hand would.</summary>
    public Task MoveMouse(double x, double y, CancellationToken stop) =>
        Call("Input.dispatchMouseEvent", new JsonObject { ["type"] = "mouseMoved", ["x"] = x, ["y"] = y }, stop);

    /// <summary>Presses a key that writes nothing, such as <c>Tab</c> or <c>ArrowRight</c>.</summary>
    public async Task Press(string key, int code, CancellationToken stop)
    {
        foreach (string type in new[] { "rawKeyDown", "keyUp" })
        {
            JsonObject pressed = new() { ["type"] = type, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code };
            await Call("Input.dispatchKeyEvent", pressed, stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        browser.Kill(entireProcessTree: true);
        await browser.WaitForExitAsync();
        browser.Dispose();
        profile.Dispose();
    }

    private async Task Connect(Uri browserAddress, CancellationToken stop)
    {
        using HttpClient http = new();
        JsonNode targets = JsonNode.Parse(await http.GetStringAsync(new Uri($"http://{browserAddress.Authority}/json/list"), stop))!;
        string page =
            targets.AsArray().First(static target => (string?)target!["type"] == "page")!["webSocketDebuggerUrl"]!.GetValue<string>();
        await socket.ConnectAsync(new Uri(page), stop);
    }

    private async Task<JsonNode> Call(string method, JsonObject parameters, CancellationToken stop)
    {
        int id = ++lastId;
        byte[] message = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, stop);
        while (true)
        {
            JsonNode received = await Receive(stop);
            if ((int?)received["id"] == id)
                return received["result"] ?? throw new InvalidOperationException($"{method}: {received.ToJsonString()}");
        }
    }

    private async Task WaitFor(string happening, CancellationToken stop)
    {
        while ((string?)(await Receive(stop))["method"] != happening)
        {
        }
    }

    // What a worker has to say, it says in a session of its own.
    private async Task Listen(string session, CancellationToken stop)
    {
        byte[] message = JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject { ["id"] = ++lastId, ["method"] = "Runtime.enable", ["sessionId"] = session });
        await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, stop);
    }

    private async Task<JsonNode> Receive(CancellationToken stop)
    {
        using MemoryStream message = new();
        byte[] buffer = new byte[65536];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), stop);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        JsonNode received = JsonNode.Parse(message.ToArray())!;
        bool complains = (string?)received["method"] switch
        {
            "Runtime.exceptionThrown" or "Network.loadingFailed" => true,
            "Runtime.consoleAPICalled" => (string?)received["params"]!["type"] is "error" or "warning" or "assert",
            "Log.entryAdded" => (string?)received["params"]!["entry"]!["level"] is "error" or "warning",
            _ => false,
        };
        if (complains)
            complaints.Add(received.ToJsonString());
        if ((string?)received["method"] == "Target.attachedToTarget")
            await Listen((string)received["params"]!["sessionId"]!, stop);
        return received;
    }
}
