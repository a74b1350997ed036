using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Workbook.Documents;

namespace Notebooks.Tests;

/// <summary>What the pages do in a browser, on a page written for it.</summary>
public sealed class PageTests(BrowserFixture browser, SamplePage sample) : IClassFixture<SamplePage>
{
    [Fact]
    public async Task Page_Opened_DrawsFormulasCodeAndCharts()
    {
        await using var page = await browser.OpenAsync(sample.Path);

        await PageChecks.FormulasAreDrawnAsync(page);
        await PageChecks.CodeIsColouredAsync(page);
        await PageChecks.ChartsAreDrawnAsync(page);
        Assert.Equal(4, await PageChecks.SlidersMoveAsync(page));
        PageChecks.IsQuietAndOffline(page);
    }

    [Fact]
    public async Task Charts_FarAway_AreNotDrawnYetAndKeepTheirPlace()
    {
        await using var page = await browser.OpenAsync(sample.Path, new() { ViewportSize = new() { Width = 1000, Height = 400 } });
        await page.Page.Locator(".js-plotly-plot").First.WaitForAsync();
        await page.EvaluateAsync<bool>("document.fonts.ready.then(() => true)"); // A formula's font may come after it.
        var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        Assert.InRange(await page.EvaluateAsync<int>("document.querySelectorAll('.js-plotly-plot').length"), 1, 3);

        await page.ReadToTheEndAsync();

        Assert.Equal(height, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
    }

    [Theory]
    [InlineData(360, 740)]
    [InlineData(768, 1024)]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    public async Task Page_OnAnyScreen_FitsItsWidth(int width, int height)
    {
        await using var page = await browser.OpenAsync(sample.Path, new() { ViewportSize = new() { Width = width, Height = height } });

        await page.ReadToTheEndAsync();

        await PageChecks.FitsTheWindowAsync(page);
        var measure = await page.EvaluateAsync<double>("""
            (() => {
              const text = document.querySelector('.prose > p:not(:has(.tex))');
              const digit = text.appendChild(Object.assign(document.createElement('span'), { style: 'display: inline-block; width: 1ch' }));
              return text.getBoundingClientRect().width / digit.getBoundingClientRect().width;
            })()
            """);
        Assert.InRange(measure, 25, 80);
    }

    [Fact]
    public async Task Chart_InANarrowerWindow_FollowsItsWidth()
    {
        await using var page = await browser.OpenAsync(sample.Path);
        await page.ReadToTheEndAsync();

        await page.Page.SetViewportSizeAsync(400, 800);

        await page.Page.WaitForFunctionAsync("[...document.querySelectorAll('.js-plotly-plot')].every(e => e._fullLayout.width <= 400)");
        await PageChecks.FitsTheWindowAsync(page);
    }

    [Fact]
    public async Task Parameters_ChangedInTheForm_BecomeACommandOrAComplaint()
    {
        var parameters = new Cell(CellKind.Code, "p", "var T = 100; // steps, 25 or more\nvar beta = 0.12;\nvar name = \"a\";").WithMetadata("tags", new JsonArray("parameters"));
        using var sheet = new SamplePage([new(CellKind.Markdown, "top", "# A sample"), parameters]);
        await using var page = await browser.OpenAsync(sheet.Path);
        var (form, command) = (page.Page.Locator(".parameters"), page.Page.Locator(".parameters output"));
        await form.Locator("summary").ClickAsync();
        Assert.Equal("./workbook run notebooks/01-sample.ipynb", await command.TextContentAsync());

        await form.Locator("[name=beta]").FillAsync("0.02");
        await form.Locator("[name=name]").FillAsync("it's");
        Assert.Equal("./workbook run notebooks/01-sample.ipynb -p beta 0.02 -p name 'it'\\''s'", await command.TextContentAsync());

        await form.Locator("[name=T]").FillAsync("5");
        Assert.StartsWith("T: ", await command.TextContentAsync(), StringComparison.Ordinal);
        Assert.False(await form.Locator("button").IsVisibleAsync());
        PageChecks.IsQuietAndOffline(page);
    }

    [Fact]
    public async Task Theme_Chosen_IsRemembered()
    {
        await using var page = await browser.OpenAsync(sample.Path, new() { ColorScheme = ColorScheme.Light });
        const string Paper = "getComputedStyle(document.body).backgroundColor";
        var light = await page.EvaluateAsync<string>(Paper);
        var button = page.Page.Locator("button.theme");

        await button.ClickAsync();
        await button.ClickAsync();

        var dark = await page.EvaluateAsync<string>(Paper);
        Assert.NotEqual(light, dark);
        await page.Page.ReloadAsync();
        Assert.Equal(dark, await page.EvaluateAsync<string>(Paper));
        await page.Page.Locator("button.theme").ClickAsync();
        Assert.Equal(light, await page.EvaluateAsync<string>(Paper));
    }

    [Fact]
    public async Task Theme_Dark_ReachesTheCharts()
    {
        const string Title = "getComputedStyle(document.querySelector('.gtitle')).fill";
        await using var light = await browser.OpenAsync(sample.Path, new() { ColorScheme = ColorScheme.Light });
        await light.ReadToTheEndAsync();
        await using var dark = await browser.OpenAsync(sample.Path, new() { ColorScheme = ColorScheme.Dark });
        await dark.ReadToTheEndAsync();

        Assert.NotEqual(await light.EvaluateAsync<string>(Title), await dark.EvaluateAsync<string>(Title));
    }

    [Fact]
    public async Task Contents_WhileReading_MarkTheSection()
    {
        await using var page = await browser.OpenAsync(sample.Path, new() { ViewportSize = new() { Width = 1400, Height = 500 }, ReducedMotion = ReducedMotion.Reduce });

        await page.Page.Locator(".toc a", new() { HasText = "Part 3" }).ClickAsync();

        await page.Page.WaitForFunctionAsync("document.querySelector('.toc a[aria-current]')?.textContent === 'Part 3'");
        Assert.InRange(await page.EvaluateAsync<double>("Number(document.querySelector('.progress').style.getPropertyValue('--read'))"), 0.3, 0.95);
    }

    [Fact]
    public async Task Keyboard_ReachesTextCodeAndSections()
    {
        await using var page = await browser.OpenAsync(sample.Path, new() { ReducedMotion = ReducedMotion.Reduce });

        await page.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Page.Keyboard.PressAsync("n");

        Assert.InRange(await page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('h2')].map(e => Math.abs(e.getBoundingClientRect().top - 90)))"), 0, 3);
    }

    [Fact]
    public async Task Contents_OnAPhone_OpenAndClose()
    {
        await using var page = await browser.OpenAsync(sample.Path, new() { ViewportSize = new() { Width = 360, Height = 700 } });
        var toc = page.Page.Locator("#toc");
        Assert.False(await toc.IsVisibleAsync());

        await page.Page.Locator("button.contents").ClickAsync();
        Assert.True(await toc.IsVisibleAsync());
        await page.Page.Keyboard.PressAsync("Escape");

        Assert.False(await toc.IsVisibleAsync());
    }

    [Fact]
    public async Task Copy_Pressed_TakesTheCodeAsWritten()
    {
        await using var page = await browser.OpenAsync(sample.Path, new() { Permissions = ["clipboard-read", "clipboard-write"] });

        await page.Page.Locator(".source").First.HoverAsync();
        await page.Page.Locator("button.copy").First.ClickAsync();

        await page.Page.Locator("button.copy", new() { HasText = "Copied" }).WaitForAsync();
        Assert.StartsWith("var part = 1;", await page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutScripts_StillSaysEverything()
    {
        await using var page = await browser.OpenAsync(sample.Path, new() { JavaScriptEnabled = false });

        var text = await page.Page.Locator("main").InnerTextAsync();

        Assert.Contains("Chart 3.", text, StringComparison.Ordinal);
        Assert.Contains(@"\sqrt{\bar\alpha_t}", text, StringComparison.Ordinal);
        Assert.Contains("12345", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForAScreenReader_HasOneTitleAndNamedParts()
    {
        await using var page = await browser.OpenAsync(sample.Path);

        Assert.Equal(1, await page.EvaluateAsync<int>("document.querySelectorAll('h1').length"));
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('nav, section, [role=figure], button')].every(e => e.getAttribute('aria-label') || e.textContent.trim())"));
        Assert.True(await page.EvaluateAsync<bool>("[...document.images].every(e => e.alt)"));
    }
}
