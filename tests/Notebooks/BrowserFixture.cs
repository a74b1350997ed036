using Microsoft.Playwright;
using Workbook.Base;
using Workbook.Book;
using Workbook.Setup;

[assembly: AssemblyFixture(typeof(Notebooks.Tests.BrowserFixture))]

namespace Notebooks.Tests;

/// <summary>One headless Chromium for all tests of pages; they are skipped only where there is none.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    internal const string NoScripts = "The pages' scripts were not fetched here, as npm is not installed, and tests use no network.";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Whether pages link copies of their scripts, and not a CDN.</summary>
    internal static bool HaveScripts =>
        AssetManifest.Load(Repository.Find(AppContext.BaseDirectory)) is { Count: > 0 } assets && assets.All(asset => asset.File is not null);

    public async ValueTask InitializeAsync()
    {
        if (BrowserStep.Find(new Machine()) is not { } chromium)
            return;
        _playwright = await Playwright.CreateAsync();
        // Chromium's sandbox refuses to run as root, as in a container; the pages are our own.
        string[] arguments = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = arguments, Timeout = OpenPage.Patience });
    }

    /// <summary>Opens a page of a book and watches what it asks for and complains of.</summary>
    internal async Task<OpenPage> OpenAsync(string file, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium to open pages with. Install it with `apt-get install chromium`.");
        Assert.SkipUnless(HaveScripts, NoScripts);
        var context = await _browser!.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        return await OpenPage.GoAsync(context, file);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
