using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Diffusion.Charts.Tests.Support;

/// <summary>Loads a page in headless Chromium and gives back what the page has become.</summary>
internal static class Browser
{
    private static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--window-size=900,900", "--virtual-time-budget=60000", "--dump-dom",
    ];

    /// <summary>Plotly's script, where set-up has fetched it.</summary>
    public static string? Plotly([CallerFilePath] string here = "")
    {
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../artifacts/assets/plotly-cartesian.min.js"));
        return File.Exists(file) ? file : null;
    }

    /// <summary>The browser's program.</summary>
    public static string? Program() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static async Task<string> Load(string program, string html, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("charts-browser").FullName;
        try
        {
            var page = Path.Combine(folder, "page.html");
            await File.WriteAllTextAsync(page, html, cancel);
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in Quiet.Append($"--user-data-dir={Path.Combine(folder, "profile")}").Append(new Uri(page).AbsoluteUri))
                start.ArgumentList.Add(argument);
            using var browser = Process.Start(start)!;
            var errors = browser.StandardError.ReadToEndAsync(cancel);
            var dom = await browser.StandardOutput.ReadToEndAsync(cancel);
            await browser.WaitForExitAsync(cancel);
            _ = await errors;
            return dom;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
