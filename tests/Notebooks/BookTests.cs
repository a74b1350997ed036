using Workbook.Book.Pages;
using Workbook.Sessions.Running;

namespace Notebooks.Tests;

/// <summary>Every notebook runs, and its page shows in a browser what it should.</summary>
public sealed class BookTests(WorkbookFixture workbook, BrowserFixture browser)
{
    public static TheoryData<string> Notebooks() => [.. WorkbookFixture.Names];

    [Theory, MemberData(nameof(Notebooks))]
    public async Task Notebook_Run_ComesToItsEnd(string name)
    {
        var result = await workbook.RunAsync(name);

        Assert.Empty(result.Failures.Select(failure => failure.ToString()));
        Assert.Equal(RunStatus.Succeeded, result.Status);
    }

    [Fact]
    public async Task Book_OfAllRuns_IsWholeAndWarnsOfNothing()
    {
        var book = await workbook.BookAsync();

        // Without npm at set-up there is one warning to give: that pages will need a network.
        Assert.Equal(BrowserFixture.HaveScripts ? 0 : 1, book.Warnings.Count);
        Assert.Equal(WorkbookFixture.Names.Order(StringComparer.Ordinal), book.Pages.Select(page => page.Name).Order(StringComparer.Ordinal));
        Assert.All(book.Pages, page => Assert.Equal(PageStatus.Complete, page.Run.Status));
        Assert.All(book.Pages, page => Assert.False(page.Run.Stale));
    }

    [Theory, MemberData(nameof(Notebooks))]
    public async Task Page_InABrowser_DrawsEverything(string name)
    {
        await using var page = await OpenAsync(name, 1280, 900);

        await PageChecks.FormulasAreDrawnAsync(page);
        await PageChecks.CodeIsColouredAsync(page);
        await PageChecks.ChartsAreDrawnAsync(page);
        await PageChecks.SlidersMoveAsync(page);
        await PageChecks.FitsTheWindowAsync(page);
        PageChecks.IsQuietAndOffline(page);
    }

    [Theory, MemberData(nameof(Notebooks))]
    public async Task Page_OnAPhone_FitsItsWidth(string name)
    {
        await using var page = await OpenAsync(name, 360, 740);

        await PageChecks.ChartsAreDrawnAsync(page);

        await PageChecks.FitsTheWindowAsync(page);
        PageChecks.IsQuietAndOffline(page);
    }

    [Fact]
    public async Task Index_InABrowser_LeadsToEveryNotebook()
    {
        var book = await workbook.BookAsync();
        await using var page = await browser.OpenAsync(book.Index);

        var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.notebooks a')].map(a => decodeURIComponent(a.href.split('/').pop()))");

        Assert.Equal(book.Pages.Select(entry => entry.File).Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
        PageChecks.IsQuietAndOffline(page);
    }

    [Fact]
    public void ShortRuns_NameNotebooksThatAreThere() => Assert.Subset(WorkbookFixture.Names.ToHashSet(), ShortRuns.Names.ToHashSet());

    private async Task<OpenPage> OpenAsync(string name, int width, int height)
    {
        var book = await workbook.BookAsync();
        var file = book.Pages.Single(page => page.Name == name).File;
        return await browser.OpenAsync(Path.Combine(Path.GetDirectoryName(book.Index)!, file), new() { ViewportSize = new() { Width = width, Height = height } });
    }
}
