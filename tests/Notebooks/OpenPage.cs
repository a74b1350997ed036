using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>A page that is open in the browser, and what happened in it so far.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    // A machine that builds and trains besides takes its time.
    internal const float Patience = 180_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly List<string> _requests = [];

    private OpenPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => Note(_complaints, message.Type is "error" or "warning" ? $"{message.Type}: {message.Text}" : null);
        page.PageError += (_, error) => Note(_complaints, error);
        page.RequestFailed += (_, request) => Note(_complaints, $"not loaded: {request.Url}");
        page.Request += (_, request) => Note(_requests, request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, exceptions, files that could not be loaded.</summary>
    public IReadOnlyList<string> Complaints => Copy(_complaints);

    /// <summary>What the page asked for that is neither a file nor in the page itself.</summary>
    public IReadOnlyList<string> RequestsElsewhere => [.. Copy(_requests)
        .Where(url => new Uri(url).Scheme is not ("file" or "data" or "blob"))];

    public static async Task<OpenPage> GoAsync(IBrowserContext context, string file)
    {
        context.SetDefaultTimeout(Patience);
        var open = new OpenPage(context, await context.NewPageAsync());
        await open.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return open;
    }

    public Task<T> EvaluateAsync<T>(string script) => Page.EvaluateAsync<T>(script);

    /// <summary>Scrolls from top to bottom as a reader would, until every chart is drawn.</summary>
    public async Task ReadToTheEndAsync()
    {
        foreach (var chart in await Page.Locator(".output.chart").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await chart.Locator(".js-plotly-plot .main-svg").First.WaitForAsync();
            // Its frame is there before its marks, which may wait for a picture; the page says when it is done.
            await Page.WaitForFunctionAsync("chart => !chart.matches('figure') || chart.dataset.state === 'drawn'", await chart.ElementHandleAsync());
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static void Note(List<string> list, string? text)
    {
        lock (list)
            if (text is not null)
                list.Add(text);
    }

    private static List<string> Copy(List<string> list)
    {
        lock (list)
            return [.. list];
    }
}
