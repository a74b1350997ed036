using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>A page as slides: the sample has none marked, so each of its five headings begins one.</summary>
public sealed class SlideTests(BrowserFixture browser, SamplePage sample) : IClassFixture<SamplePage>
{
    private static readonly BrowserNewContextOptions s_projector = new() { ViewportSize = new() { Width = 1280, Height = 720 } };

    [Fact]
    public async Task Present_Pressed_ShowsSlidesUntilEscape()
    {
        await using var page = await browser.OpenAsync(sample.Path, s_projector);

        await page.Page.Locator("button.present").ClickAsync();
        await IsAtAsync(page, 1);
        Assert.Equal(["top"], await ShownAsync(page));
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await IsAtAsync(page, 2);
        Assert.Equal("#slide-2", await page.EvaluateAsync<string>("location.hash"));
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await IsAtAsync(page, 1);
        await page.Page.Keyboard.PressAsync("Escape");

        await page.Page.WaitForFunctionAsync("!document.documentElement.classList.contains('presenting')");
        Assert.Equal(["top", "1", "1 out", "2", "2 out", "3", "3 out", "4", "4 out"], await ShownAsync(page));
        Assert.Equal("", await page.EvaluateAsync<string>("location.hash"));
        PageChecks.IsQuietAndOffline(page);
    }

    [Fact]
    public async Task Results_OnASlide_WaitForAKey()
    {
        await using var page = await browser.OpenAsync(sample.Path, s_projector);

        await page.EvaluateAsync<string>("location.hash = '#slide-3'");
        await IsAtAsync(page, 3);
        Assert.DoesNotContain("2 out", await ShownAsync(page));
        var seen = new HashSet<string>();
        while ((await page.EvaluateAsync<string>("location.hash")) == "#slide-3")
        {
            seen.UnionWith(await ShownAsync(page));
            Assert.True(await page.EvaluateAsync<bool>("(main => main.scrollHeight <= main.clientHeight + 1)(document.querySelector('main'))"));
            await page.Page.Keyboard.PressAsync(" ");
            await SettledAsync(page);
        }

        Assert.Equal(["2", "2 out"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Printed_WhilePresenting_IsThePage()
    {
        await using var page = await browser.OpenAsync(sample.Path, s_projector);
        await page.EvaluateAsync<string>("location.hash = '#slide-2'");
        await IsAtAsync(page, 2);

        await page.EvaluateAsync<bool>("dispatchEvent(new Event('beforeprint'))");

        Assert.Equal(9, (await ShownAsync(page)).Length);
    }

    private static async Task IsAtAsync(OpenPage page, int slide) => await page.Page.WaitForFunctionAsync(
        $"document.querySelector('.deck .count')?.textContent === '{slide} / 5' && !document.querySelector('.deck[aria-busy]')");

    // The key's work is queued behind the slide that is being laid out.
    private static async Task SettledAsync(OpenPage page)
    {
        await page.EvaluateAsync<object?>("new Promise(done => setTimeout(done, 50))");
        await page.Page.WaitForFunctionAsync("!document.querySelector('.deck[aria-busy]')");
    }

    /// <summary>The parts that can be seen: texts and code by their number, results marked.</summary>
    private static Task<string[]> ShownAsync(OpenPage page) => page.EvaluateAsync<string[]>("""
        [...document.querySelectorAll('article > .cell')].flatMap(cell => {
          const seen = selector => [...cell.querySelectorAll(selector)].some(part => part.checkVisibility());
          if (cell.matches('.prose')) return cell.querySelector('h1') && seen('h1') ? ['top'] : [];
          const part = /var part = (\d)/.exec(cell.textContent)[1];
          return [...(seen('.source') ? [part] : []), ...(seen('.output') ? [`${part} out`] : [])];
        })
        """);
}
