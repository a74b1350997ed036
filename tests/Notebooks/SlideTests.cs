using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Workbook.Documents;

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

    [Fact]
    public async Task Hint_OnASlide_StaysFoldedUntilItIsAskedFor()
    {
        using var own = new SamplePage([Prose("# A sample\n\nA text."),
            Prose("## Exercise\n\nA question.\n\n<details><summary>Hint</summary>\n\nLook *there*.\n\n</details>")]);
        await using var page = await browser.OpenAsync(own.Path, s_projector);
        await page.EvaluateAsync<string>("location.hash = '#slide-2'");
        await IsAtAsync(page, 2, of: 2);
        var hint = page.Page.Locator("details em");

        Assert.False(await hint.IsVisibleAsync());
        await page.Page.Locator("summary").FocusAsync();
        await page.Page.Keyboard.PressAsync(" ");

        Assert.True(await hint.IsVisibleAsync());
        await IsAtAsync(page, 2, of: 2);
    }

    [Fact]
    public async Task Heading_RightBelowAnother_SharesItsSlide()
    {
        using var own = new SamplePage([Prose("# A sample\n\nA text."), Prose("## Part\n\n### Detail\n\nA text."), Prose("### Another\n\nA text.")]);
        await using var page = await browser.OpenAsync(own.Path, s_projector);

        await page.EvaluateAsync<string>("location.hash = '#slide-2'");
        await IsAtAsync(page, 2, of: 3);

        Assert.Equal(["Part#", "Detail#"], await SeenAsync(page, "h1, h2, h3"));
    }

    [Fact]
    public async Task Cells_Marked_AreSlidesAsNbconvertHasThem()
    {
        using var own = new SamplePage(
        [
            Marked(Prose("# A sample\n\nA text."), "slide"),
            Marked(Prose("## Setup"), "skip"),
            Marked(Prose("## Part\n\nA text."), "slide"),
            Code("1 + 1", "2"),
            Marked(Prose("*Remark.*"), "fragment"),
            Prose("## Inside\n\nA text.\n\n## Below\n\nA text."),
        ]);
        await using var page = await browser.OpenAsync(own.Path, s_projector);

        await page.EvaluateAsync<string>("location.hash = '#slide-2'");
        await IsAtAsync(page, 2, of: 3);
        Assert.Equal(["Part#"], await SeenAsync(page, "h2, .output, em"));
        await page.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(["Part#", "2"], await SeenAsync(page, "h2, .output, em"));
        await page.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(["Part#", "2", "Remark.", "Inside#"], await SeenAsync(page, "h2, .output, em"));
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await IsAtAsync(page, 3, of: 3);
        Assert.Equal(["Below#"], await SeenAsync(page, "h2, .output, em"));
    }

    [Fact]
    public async Task Result_TooLongForItsSlide_ComesWithItsCode()
    {
        var code = string.Join('\n', Enumerable.Range(1, 12).Select(line => $"var line{line} = {line};"));
        var words = string.Concat(Enumerable.Repeat("Some words that fill a line or two of a paragraph. ", 7));
        using var own = new SamplePage([Prose("# A sample\n\nA text."), Prose("## Part\n\n" + words), Code(code, string.Join('\n', Enumerable.Range(1, 9)))]);
        await using var page = await browser.OpenAsync(own.Path, s_projector);
        const string Parts = "h2, .source, .output";

        await page.EvaluateAsync<string>("location.hash = '#slide-2'");
        await IsAtAsync(page, 2, of: 2);
        Assert.Equal(["Part#", code], await SeenAsync(page, Parts));
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await SettledAsync(page);

        Assert.Equal([code, "1\n2\n3\n4\n5\n6\n7\n8\n9"], await SeenAsync(page, Parts));
        Assert.True(await page.EvaluateAsync<bool>("(main => main.scrollHeight <= main.clientHeight + 1)(document.querySelector('main'))"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.deck .more').hidden"));
    }

    [Fact]
    public async Task Chart_AloneOnItsPage_TakesTheRoom()
    {
        await using var page = await ShowChartAsync();

        var share = await page.EvaluateAsync<double>("""
            (main => document.querySelector('[data-figure]').offsetHeight / main.clientHeight)(document.querySelector('main'))
            """);

        Assert.InRange(share, 0.8, 1);
        Assert.True(await page.EvaluateAsync<bool>("(main => main.scrollHeight <= main.clientHeight + 1)(document.querySelector('main'))"));
    }

    [Fact]
    public async Task Chart_PressedWithTheMouse_LeavesTheKeysToTheSlides()
    {
        await using var page = await ShowChartAsync();

        await page.Page.Locator("[data-figure]").ClickAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");

        await IsAtAsync(page, 3, of: 3);
    }

    [Fact]
    public async Task Chart_ReachedByTab_KeepsItsKeys()
    {
        await using var page = await ShowChartAsync();

        await page.Page.Locator("[data-figure]").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await SettledAsync(page);

        Assert.Equal("#slide-2", await page.EvaluateAsync<string>("location.hash"));
    }

    // A chart as the library writes one: as high as the page allows, and with keys of its own.
    private async Task<OpenPage> ShowChartAsync()
    {
        const string Chart = """
            <div data-figure="plotly" tabindex="0" onkeydown="event.preventDefault()" style="height: calc(1px * var(--figure-height, 400))"></div>
            """;
        var cell = Code(string.Join('\n', Enumerable.Range(1, 12).Select(line => $"var line{line} = {line};")), "A chart.");
        using var own = new SamplePage(
        [
            Prose("# A sample\n\nA text."),
            Prose("## Part\n\nA text."),
            cell with { Outputs = [new DisplayOutput(new MimeBundle([new(MimeBundle.Plotly, new JsonObject()), new(MimeBundle.Html, Chart), new(MimeBundle.Plain, "A chart.")]))] },
            Prose("## Another"),
        ]);
        var page = await browser.OpenAsync(own.Path, s_projector);
        await page.EvaluateAsync<string>("location.hash = '#slide-2'");
        await IsAtAsync(page, 2, of: 3);
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await SettledAsync(page);
        return page;
    }

    private static Cell Prose(string text) => new(CellKind.Markdown, $"text-{Guid.NewGuid():N}", text);

    private static Cell Code(string source, string answer) => new(CellKind.Code, $"code-{Guid.NewGuid():N}", source)
    {
        ExecutionCount = 1,
        Outputs = [new DisplayOutput(new MimeBundle([new(MimeBundle.Plain, answer)]))],
    };

    private static Cell Marked(Cell cell, string type) => cell.WithMetadata("slideshow", new JsonObject { ["slide_type"] = type });

    private static async Task IsAtAsync(OpenPage page, int slide, int of = 5) => await page.Page.WaitForFunctionAsync(
        $"document.querySelector('.deck .count')?.textContent === '{slide} / {of}' && !document.querySelector('.deck[aria-busy]')");

    /// <summary>The texts of the elements that can be seen, in the page's order.</summary>
    private static Task<string[]> SeenAsync(OpenPage page, string selector) => page.EvaluateAsync<string[]>(
        $"[...document.querySelectorAll('article :is({selector})')].filter(part => part.checkVisibility()).map(part => (part.querySelector('code') ?? part).textContent.trim())");

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
