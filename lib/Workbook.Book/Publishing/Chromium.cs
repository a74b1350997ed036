using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Workbook.Book.Publishing;

/// <summary>A headless Chromium with one page, spoken to over its DevTools protocol on this machine only.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2); // A busy machine takes its time.

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private int _calls;
    private string? _session;

    private Chromium(Process process, DirectoryInfo profile) => (_process, _profile) = (process, profile);

    /// <param name="program">Where Chromium lies.</param>
    /// <param name="page">The file to open.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="BookException">It does not start, or does not answer.</exception>
    public static async Task<Chromium> OpenAsync(string program, string page, CancellationToken cancellation)
    {
        var profile = Directory.CreateTempSubdirectory("chromium-");
        string[] arguments =
        [
            "--headless", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "--no-first-run", "--disable-gpu",
            // The sandbox refuses to run as root, as in a container; the page is our own.
            .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
            "about:blank",
        ];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new BookException($"{program} could not be started.");
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var chromium = new Chromium(process, profile);
        try
        {
            await chromium.ConnectAsync(cancellation);
            await chromium.ShowAsync(new Uri(page).AbsoluteUri, cancellation);
            return chromium;
        }
        catch
        {
            await chromium.DisposeAsync();
            throw;
        }
    }

    /// <summary>The value of an expression, which may be a promise.</summary>
    /// <exception cref="BookException">The page's script failed.</exception>
    public async Task<JsonNode?> EvaluateAsync(string expression, CancellationToken cancellation)
    {
        var answer = await CallAsync("Runtime.evaluate", new JsonObject
        {
            ["expression"] = expression,
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
        }, cancellation);
        return answer["exceptionDetails"] is { } details
            ? throw new BookException($"A figure could not be drawn: {details["exception"]?["description"] ?? details["text"]}")
            : answer["result"]?["value"];
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            _profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A process of its own that is still ending writes there; what is left lies in the folder for temporary files.
        }
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        // Chromium chooses a free port and writes it, and the address to ask, into its profile.
        var file = Path.Combine(_profile.FullName, "DevToolsActivePort");
        var clock = Stopwatch.StartNew();
        string[] lines = [];
        while (lines.Length < 2)
        {
            if (_process.HasExited || clock.Elapsed > Patience)
                throw new BookException("Chromium did not start. Try `chromium --headless --dump-dom about:blank` to see why.");
            await Task.Delay(20, cancellation);
            lines = File.Exists(file) ? await File.ReadAllLinesAsync(file, cancellation) : [];
        }
        var port = int.Parse(lines[0], CultureInfo.InvariantCulture);
        await _socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}{lines[1]}"), cancellation);
    }

    private async Task ShowAsync(string url, CancellationToken cancellation)
    {
        var target = await CallAsync("Target.createTarget", new JsonObject { ["url"] = url }, cancellation);
        var attached = await CallAsync("Target.attachToTarget",
            new JsonObject { ["targetId"] = target["targetId"]!.DeepClone(), ["flatten"] = true }, cancellation);
        _session = attached["sessionId"]!.ToString();
        const string Loaded = "new Promise(done => document.readyState === 'complete' && location.href !== 'about:blank' ? done(true) : setTimeout(() => done(false), 20))";
        var clock = Stopwatch.StartNew();
        while (!await IsTrueAsync(Loaded, cancellation))
            if (clock.Elapsed > Patience)
                throw new BookException($"Chromium did not open {url}.");
    }

    /// <summary>A page that is being replaced loses the expression that it was asked: that is a no.</summary>
    private async Task<bool> IsTrueAsync(string expression, CancellationToken cancellation)
    {
        try
        {
            return (bool?)await EvaluateAsync(expression, cancellation) == true;
        }
        catch (BookException)
        {
            return false;
        }
    }

    private async Task<JsonObject> CallAsync(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var id = ++_calls;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (_session is not null)
            call["sessionId"] = _session;
        await _socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(call.ToJsonString()), WebSocketMessageType.Text, true, cancellation);
        while (true)
        {
            var message = await ReceiveAsync(cancellation);
            if ((int?)message["id"] != id)
                continue; // An event, which we do not wait for.
            return message["error"] is { } error
                ? throw new BookException($"Chromium refused {method}: {error["message"]}")
                : message["result"]!.AsObject();
        }
    }

    private async Task<JsonObject> ReceiveAsync(CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        using var text = new MemoryStream();
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new BookException("Chromium ended before it had drawn all figures.");
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(text.ToArray())!.AsObject();
    }
}
