namespace Notebooks.Tests;

/// <summary>What must hold for every page of the book, as the browser sees it.</summary>
internal static class PageChecks
{
    /// <summary>The marks and pictures of a chart, whatever surrounds them.</summary>
    private const string Drawn = "chart => [...chart.querySelectorAll('.overplot, .imagelayer')].map(part => part.innerHTML).join()";

    /// <summary>Every formula is typeset, none is wrong.</summary>
    public static async Task FormulasAreDrawnAsync(OpenPage page)
    {
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.katex-error')].map(e => e.title || e.textContent)"));
        var formulas = await page.EvaluateAsync<int>("document.querySelectorAll('.tex').length");
        Assert.Equal(formulas, await page.EvaluateAsync<int>("document.querySelectorAll('.tex > .katex, .tex > .katex-display').length"));
        // The book's styles must not reach into formulas, whose classes have plain names too.
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.katex .text')].filter(e => getComputedStyle(e).whiteSpace !== 'nowrap').map(e => e.textContent)"));
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('.tex')].every(e => e.getClientRects().length > 0 || !e.checkVisibility())"));
    }

    /// <summary>Every code cell is there with its text, and words of it in colours that differ from the text's.</summary>
    public static async Task CodeIsColouredAsync(OpenPage page) =>
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.cell.code .source pre')].filter(pre => {
              const ink = getComputedStyle(pre).color;
              return pre.textContent.trim() === "" || pre.querySelector('span') !== null
                && [...pre.querySelectorAll('span')].every(span => getComputedStyle(span).color === ink);
            }).map(pre => pre.textContent)
            """));

    /// <summary>Every chart is drawn: it has its traces, marks of them, and a size.</summary>
    public static async Task ChartsAreDrawnAsync(OpenPage page)
    {
        await page.ReadToTheEndAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.output.chart')].filter(chart => {
              const plot = chart.querySelector('.js-plotly-plot');
              const svg = plot?.querySelector('.main-svg')?.getBoundingClientRect();
              const marks = plot?.querySelectorAll('.overplot :is(path, image), .imagelayer image').length;
              return !(plot?._fullData?.length > 0 && marks > 0 && svg.width > 100 && svg.height > 30); // one row of pictures is low
            }).map(chart => chart.querySelector('[aria-label]')?.getAttribute('aria-label') ?? 'a chart without a label')
            """));
    }

    /// <summary>Where a chart has a slider, a click on its right end changes the picture.</summary>
    /// <returns>How many sliders were moved.</returns>
    public static async Task<int> SlidersMoveAsync(OpenPage page)
    {
        await page.ReadToTheEndAsync();
        var sliders = await page.Page.Locator(".js-plotly-plot:has(.slider-rail-touch-rect)").AllAsync();
        foreach (var chart in sliders)
        {
            await chart.ScrollIntoViewIfNeededAsync();
            var before = await chart.EvaluateAsync<string>(Drawn);
            var rail = chart.Locator(".slider-rail-touch-rect").First;
            await rail.ScrollIntoViewIfNeededAsync();
            var box = (await rail.BoundingBoxAsync())!;
            await page.Page.Mouse.ClickAsync(box.X + box.Width - 3, box.Y + box.Height / 2);
            await page.Page.WaitForFunctionAsync($"([chart, before]) => ({Drawn})(chart) !== before", new object[] { await chart.ElementHandleAsync(), before });
        }
        return sliders.Count;
    }

    /// <summary>The page is no wider than its window.</summary>
    public static async Task FitsTheWindowAsync(OpenPage page) =>
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"), -100, 0);

    /// <summary>Nothing went wrong, and nothing was asked for over a network.</summary>
    public static void IsQuietAndOffline(OpenPage page)
    {
        Assert.Empty(page.RequestsElsewhere);
        Assert.Empty(page.Complaints);
    }
}
