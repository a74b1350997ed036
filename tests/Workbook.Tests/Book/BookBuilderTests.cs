using AngleSharp.Html.Dom;
using Workbook.Book;
using Workbook.Book.Pages;
using Workbook.Documents;
using static Workbook.Tests.Book.BookProject;

namespace Workbook.Tests.Book;

public sealed class BookBuilderTests : IDisposable
{
    private readonly BookProject _project = new();

    [Fact]
    public void NotebookThatRan_ShowsItsResultsAndTimes()
    {
        _project.Write("01-roll", Markdown("a", "# A *roll*\n\n**Question.** Can $x_0$ come back?"), Code("b", "1 + 1"));
        _project.WriteRun("01-roll", Markdown("a", "# A *roll*\n\n**Question.** Can $x_0$ come back?"), Timed(Code("b", "1 + 1", 1, Result("2")), 72.4));

        var book = _project.Build();

        Assert.Equal(PageStatus.Complete, Assert.Single(book.Pages).Run.Status);
        var page = _project.Page("01-roll.html");
        Assert.Equal("2", page.QuerySelector(".outputs .text")?.TextContent);
        Assert.Equal("1 min 12 s", page.QuerySelector("#cell-b .time")?.TextContent);
        Assert.Empty(page.QuerySelectorAll(".notice"));
        var entry = _project.Page("index.html").QuerySelector(".notebooks li")!;
        Assert.Equal("A roll", entry.QuerySelector("h2")?.TextContent);
        Assert.Equal("Can x_0 come back?", entry.QuerySelector(".question")?.TextContent);
        Assert.Equal("ran to its end", entry.QuerySelector(".status")?.TextContent);
        Assert.Contains("1 min 12 s", entry.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# 1 · Roll\n\n**Can it come back?**\n\nMore.", "Roll", "Can it come back?")]
    [InlineData("# 2. Roll\n\n> The question: can it?", "Roll", "can it?")]
    [InlineData("# 3 steps\n\nFirst words.", "3 steps", "First words.")]
    [InlineData("# Roll", "Roll", null)]
    public void Index_TakesTitleAndQuestionFromTheTop(string markdown, string title, string? question)
    {
        _project.Write("01-roll", Markdown("a", markdown));

        _project.Build();

        var entry = _project.Page("index.html").QuerySelector(".notebooks li")!;
        Assert.Equal(title, entry.QuerySelector("h2")?.TextContent);
        Assert.Equal(question, entry.QuerySelector(".question")?.TextContent);
        Assert.Null(entry.QuerySelector(".question strong"));
    }

    [Fact]
    public void NotebookThatDidNotRun_IsShownWithANote()
    {
        _project.Write("01-roll", Markdown("a", "# Roll"), Code("b", "1 + 1"));

        _project.Build();

        Assert.Contains("has not been run", _project.Page("01-roll.html").QuerySelector(".notice.info")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("not run yet", _project.Page("index.html").QuerySelector(".status")?.TextContent);
    }

    [Fact]
    public void FailedCell_IsMarkedOnThePageAndInTheIndex()
    {
        Cell[] run = [Markdown("a", "# Roll"), Code("b", "Bad()", 1, new ErrorOutput("Oops", "It broke.", [])), Code("c", "Never()")];
        _project.Write("01-roll", [.. run.Select(cell => cell.Cleared())]);
        _project.WriteRun("01-roll", run);

        _project.Build();

        var page = _project.Page("01-roll.html");
        Assert.Equal("cell-b", Assert.Single(page.QuerySelectorAll("section.failed")).Id);
        Assert.Equal("#cell-b", page.QuerySelector(".notice.failed a")?.GetAttribute("href"));
        Assert.Equal("failed", _project.Page("index.html").QuerySelector(".notebooks li.failed .status")?.TextContent);
    }

    [Fact]
    public void CellThatIsMeantToFail_IsNoFailure()
    {
        var cell = Code("b", "Bad()", 1, new ErrorOutput("Oops", "It broke.", [])).WithMetadata("tags", new System.Text.Json.Nodes.JsonArray("raises-exception"));
        _project.Write("01-roll", Markdown("a", "# Roll"), cell.Cleared());
        _project.WriteRun("01-roll", Markdown("a", "# Roll"), cell);

        Assert.Equal(PageStatus.Complete, Assert.Single(_project.Build().Pages).Run.Status);
        Assert.Empty(_project.Page("01-roll.html").QuerySelectorAll("section.failed"));
        Assert.Single(_project.Page("01-roll.html").QuerySelectorAll(".output.error"));
    }

    [Theory]
    [InlineData("2 + 2", true)]
    [InlineData("1 + 1", false)]
    public void SourceChangedSinceTheRun_IsSaid(string source, bool stale)
    {
        _project.Write("01-roll", Code("b", source));
        _project.WriteRun("01-roll", Code("p", "var a = 2;", 1).WithMetadata("tags", new System.Text.Json.Nodes.JsonArray("injected-parameters")), Code("b", "1 + 1", 2));

        _project.Build();

        Assert.Equal(stale, _project.Page("01-roll.html").QuerySelector(".notice.warning") is not null);
    }

    [Fact]
    public void InterruptedRun_IsSaid()
    {
        _project.Write("01-roll", Code("a", "1"), Code("b", "2"));
        _project.WriteRun("01-roll", Code("a", "1", 1), Code("b", "2"));

        Assert.Equal(PageStatus.Incomplete, Assert.Single(_project.Build().Pages).Run.Status);
    }

    [Fact]
    public void EveryReference_LeadsToAFileOrAnAnchor()
    {
        _project.WriteFile("lib/A b.cs", "class A;");
        _project.WriteFile("notebooks/img/x.png", "x");
        _project.WriteFile("artifacts/assets/katex/katex.min.js", "");
        _project.WriteFile("artifacts/assets/katex/katex.min.css", "");
        _project.WriteFile("artifacts/assets/plotly.js", "");
        _project.WriteFile("artifacts/assets/assets.json", """
            [{"name": "plotly", "version": "1", "file": "plotly.js", "cdn": "https://cdn.example/p.js", "integrity": "sha384-x"},
             {"name": "katex", "version": "1", "file": "katex/katex.min.js", "cdn": "https://cdn.example/k.js", "integrity": "sha384-x"},
             {"name": "katex-css", "version": "1", "file": "katex/katex.min.css", "cdn": "https://cdn.example/k.css", "integrity": "sha384-x"}]
            """);
        _project.Write("01-roll", Markdown("a", "# Roll\n\nSee [next](02-next.ipynb#more), [code](../lib/A%20b.cs), [solved](solutions/01-roll.ipynb), [here](#below), ![x](img/x.png)\n\n## Below"));
        _project.Write("02-next", Markdown("a", "# Next\n\n## More\n\ntext[^1]\n\n[^1]: note"), Code("c", "1"));
        _project.Write("solutions/01-roll", Markdown("a", "# Solved\n\n[back](../01-roll.ipynb)"));

        var book = _project.Build();

        Assert.Empty(book.Warnings);
        foreach (var file in Directory.EnumerateFiles(_project.Repository.Book, "*.html").Select(file => Path.GetFileName(file)))
            AssertReferencesResolve(file);
    }

    [Fact]
    public void LinkOutOfTheProjectOrToNothing_IsAWarning()
    {
        _project.Write("01-roll", Markdown("a", "[a](../../../etc/passwd) [b](gone.cs) [c](https://example.org)"));

        var book = _project.Build();

        Assert.Equal(2, book.Warnings.Count(warning => warning.Contains("01-roll.ipynb", StringComparison.Ordinal)));
        Assert.Equal("https://example.org", Assert.Single(_project.Page("01-roll.html").QuerySelectorAll("article a")).GetAttribute("href"));
    }

    [Fact]
    public void AssetsThatAreNotThere_ComeFromTheirCdnWithAHash()
    {
        _project.WriteFile("artifacts/assets/assets.json", """[{"name": "katex", "version": "1", "file": null, "cdn": "https://cdn.example/k.js", "integrity": "sha384-x"}]""");
        _project.Write("01-roll", Markdown("a", "# Roll"));

        var book = _project.Build();

        var script = _project.Page("01-roll.html").QuerySelector("script[src^=https]")!;
        Assert.Equal(("sha384-x", "anonymous"), (script.GetAttribute("integrity"), script.GetAttribute("crossorigin")));
        Assert.Contains(book.Warnings, warning => warning.Contains("network", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_Again_ReplacesTheBookWhole()
    {
        _project.Write("01-roll", Markdown("a", "# Roll"));
        _project.Write("02-next", Markdown("a", "# Next"));
        _project.Build();
        File.Delete(Path.Combine(_project.Repository.Notebooks, "02-next.ipynb"));

        _project.Build();

        Assert.Equal(["01-roll.html", "assets", "index.html"],
            Directory.EnumerateFileSystemEntries(_project.Repository.Book).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
        Assert.Equal(["book"], Directory.EnumerateDirectories(_project.Repository.Artifacts).Select(entry => Path.GetFileName(entry)));
    }

    [Fact]
    public void FolderThatHoldsOtherThings_IsLeftAlone()
    {
        _project.Write("01-roll", Markdown("a", "# Roll"));
        _project.WriteFile("mine/thesis.txt", "years of work");
        var folder = Path.Combine(_project.Repository.Root, "mine");

        var problem = Assert.Throws<BookException>(() => BookBuilder.Build(_project.Repository, folder));

        Assert.Contains(folder, problem.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)));
    }

    [Fact]
    public void FolderNamedWithATrailingSlash_IsTheSameFolder()
    {
        _project.Write("01-roll", Markdown("a", "# Roll"));
        var folder = Path.Combine(_project.Repository.Root, "site");

        for (var time = 0; time < 2; time++) // Made, then replaced.
            Assert.Equal(Path.Combine(folder, "index.html"), BookBuilder.Build(_project.Repository, folder + Path.DirectorySeparatorChar).Index);

        Assert.True(File.Exists(Path.Combine(folder, "01-roll.html")));
        Assert.Equal(["notebooks", "site"], Directory.EnumerateDirectories(_project.Repository.Root).Select(entry => Path.GetFileName(entry)).Order());
    }

    [Fact]
    public void PageWithSignsThatAnAddressReserves_CanBeReached()
    {
        _project.Write("01-C# intro & 100%?", Markdown("a", "# One\n\n[next](02-x.ipynb)"));
        _project.Write("02-x", Markdown("a", "# Two\n\n[back](01-C%23%20intro%20&%20100%25%3F.ipynb#one)"));
        _project.Write("solutions/01-C# intro & 100%?", Markdown("a", "# Solved"));

        var book = _project.Build();

        Assert.DoesNotContain(book.Warnings, warning => warning.Contains("link", StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(_project.Repository.Book, "*.html").Select(file => Path.GetFileName(file)))
            AssertReferencesResolve(file);
    }

    [Fact]
    public void NotebookThatCannotBeRead_LeavesTheOldBook()
    {
        _project.Write("01-roll", Markdown("a", "# Roll"));
        _project.Build();
        _project.WriteFile("notebooks/02-bad.ipynb", "{");

        Assert.Throws<NotebookException>(_project.Build);

        Assert.NotNull(_project.Page("01-roll.html").QuerySelector("h1"));
    }

    [Fact]
    public void NoNotebooks_IsSaid() => Assert.Throws<BookException>(_project.Build);

    [Fact]
    public void Introduction_GivesTheBookItsTitle()
    {
        _project.WriteFile("notebooks/index.md", "# Waves & shapes\n\nStart [here](01-roll.ipynb).");
        _project.Write("01-roll", Markdown("a", "# Roll"));

        _project.Build();

        Assert.Equal("Waves & shapes", _project.Page("index.html").Title);
        Assert.Equal("Roll · Waves & shapes", _project.Page("01-roll.html").Title);
        Assert.Equal("01-roll.html", _project.Page("index.html").QuerySelector(".intro a")?.GetAttribute("href"));
    }

    [Fact]
    public void Contents_ListsTheHeadingsInTheirOrder()
    {
        _project.Write("01-roll", Markdown("a", "# Roll\n## One\n### One a\n### One b"), Markdown("b", "## Two"));

        _project.Build();

        var page = _project.Page("01-roll.html");
        var links = page.QuerySelectorAll(".toc a").Cast<IHtmlAnchorElement>().ToList();
        Assert.Equal(["One", "One a", "One b", "Two"], links.Select(link => link.TextContent));
        Assert.Equal(["#one", "#one-a", "#one-b", "#two"], links.Select(link => link.GetAttribute("href")));
        Assert.Equal(["One", "Two"], page.QuerySelectorAll(".toc > ol > li > a").Select(link => link.TextContent));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
    }

    public void Dispose() => _project.Dispose();

    private static ResultOutput Result(string text) => new(new MimeBundle(MimeBundle.Plain, text), 1);

    private void AssertReferencesResolve(string file)
    {
        var page = _project.Page(file);
        var references = page.QuerySelectorAll("[href], [src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Where(reference => !reference.StartsWith("data:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(references);
        foreach (var reference in references)
        {
            var parts = reference.Split('#');
            var target = parts[0].Length == 0 ? file : Uri.UnescapeDataString(parts[0]);
            Assert.True(File.Exists(Path.Combine(_project.Repository.Book, target)), $"{file} refers to {reference}, which is not there.");
            if (parts.Length > 1)
                Assert.True(_project.Page(target).GetElementById(Uri.UnescapeDataString(parts[1])) is not null, $"{file} refers to {reference}: no such place.");
        }
    }
}
