using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Workbook.Book.Markdown;

namespace Workbook.Tests.Book;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("Let $x_0$ and $x_1*y*z$.", "x_0", "x_1*y*z")]
    [InlineData("$\\hat{x}_0 = \\frac{a}{b}$ is $\\bar\\alpha_t$", "\\hat{x}_0 = \\frac{a}{b}", "\\bar\\alpha_t")]
    [InlineData("$a \\\\ b$", "a \\\\ b")]
    [InlineData("$x < y$ and $a & b$", "x < y", "a & b")]
    [InlineData("the sample $x_t$的值", "x_t")]
    [InlineData("a sum $a +\nb$ over a line's end", "a +\nb")]
    [InlineData("**bold $x_t$ text**", "x_t")]
    [InlineData("| a | b |\n|---|---|\n| $|x|$ | $p(a|b)$ |", "|x|", "p(a|b)")]
    [InlineData("$\\$5$", "\\$5")]
    public void InlineFormula_KeepsItsTex(string markdown, params string[] formulas) =>
        Assert.Equal(formulas, Formulas(markdown, "span.tex"));

    [Theory]
    [InlineData("$$\na = b\n$$", "a = b")]
    [InlineData("$$ a_i = b_i $$", "a_i = b_i")]
    [InlineData("$$a\n= b\n- c\n+ d$$", "a\n= b\n- c\n+ d")]
    [InlineData("$$\n\\begin{aligned}\nx &= y_1 \\\\\n&= z_2\n\\end{aligned}\n$$", "\\begin{aligned}\nx &= y_1 \\\\\n&= z_2\n\\end{aligned}")]
    [InlineData("\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}", "\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}")]
    [InlineData("text before\n$$\n# a\n$$\ntext after", "# a")]
    [InlineData("$$\na\n\nb\n$$", "a\n\nb")]
    [InlineData("- item\n\n  $$\n  a * b * c\n  $$", "a * b * c")]
    [InlineData("> $$a_1 *b* c$$", "a_1 *b* c")]
    public void DisplayedFormula_KeepsItsTex(string markdown, string formula) =>
        Assert.Equal([formula], Formulas(markdown, "div.tex.display").Select(tex => string.Join('\n', tex.Split('\n').Select(line => line.TrimStart()))));

    [Fact]
    public void DisplayedFormula_InsideASentence_IsASpan() => Assert.Equal(["a"], Formulas("so $$a$$ holds", "span.tex.display"));

    [Fact]
    public void FormulaBetweenParagraphs_LeavesBoth()
    {
        var page = Parse("before\n$$\na\n$$\nafter");

        Assert.Equal(["before", "after"], page.QuerySelectorAll("p").Select(paragraph => paragraph.TextContent));
    }

    [Theory]
    [InlineData("`$x$` is code")]
    [InlineData("```bash\necho $PATH $HOME\n```")]
    [InlineData("from $5 to $6 a day")]
    [InlineData("it costs \\$5 or \\$6")]
    [InlineData("one $ alone")]
    [InlineData("a $ b $ c")]
    public void Dollar_ThatIsNoFormula_StaysText(string markdown)
    {
        Assert.Empty(Formulas(markdown, ".tex"));
        Assert.Contains("$", Parse(markdown).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_OfSeveralCells_HaveAnchorsOfTheirOwn()
    {
        var renderer = new MarkdownRenderer(_ => null);

        var html = renderer.Render("## The noise $\\varepsilon_t$\n## Steps") + renderer.Render("### Steps\n## 步骤");

        Assert.Equal(["the-noise-varepsilon-t", "steps", "steps-2", "步骤"], renderer.Headings.Select(heading => heading.Anchor));
        Assert.Equal([2, 2, 3, 2], renderer.Headings.Select(heading => heading.Level));
        var page = new HtmlParser().ParseDocument(html);
        Assert.All(renderer.Headings, heading => Assert.NotNull(page.GetElementById(heading.Anchor)));
    }

    [Fact]
    public void Heading_WithALink_NestsNoLinkInTheContents()
    {
        var renderer = new MarkdownRenderer(url => url);

        renderer.Render("## See [the paper](https://arxiv.org/abs/2006.11239) on $x_t$");

        Assert.Equal("See the paper on <span class=\"tex\">x_t</span>", Assert.Single(renderer.Headings).Html);
    }

    [Fact]
    public void Footnotes_OfSeveralCells_DoNotMeet()
    {
        var renderer = new MarkdownRenderer(url => url);

        var page = new HtmlParser().ParseDocument(renderer.Render("a[^1]\n\n[^1]: one") + renderer.Render("b[^1]\n\n[^1]: two"));

        var ids = page.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var targets = page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.Equal(4, targets.Count);
        Assert.All(targets, target => Assert.NotNull(page.GetElementById(target!)));
    }

    [Fact]
    public void RawHtmlTablesAndTasks_AreKept()
    {
        var page = Parse("<kbd>Ctrl</kbd>\n\n| a |\n|---|\n| b |\n\n- [x] done\n- [ ] open");

        Assert.Equal("Ctrl", page.QuerySelector("kbd")?.TextContent);
        Assert.Equal("b", page.QuerySelector("td")?.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("input[type=checkbox]").Length);
    }

    [Fact]
    public void Attachment_BecomesAPictureInThePage()
    {
        var attachments = System.Text.Json.Nodes.JsonNode.Parse("""{"a b.png": {"image/png": "iVBORw0K"}}""")!.AsObject();

        var html = new MarkdownRenderer(_ => null).Render("![alt](attachment:a%20b.png)", attachments);

        Assert.Equal("data:image/png;base64,iVBORw0K", new HtmlParser().ParseDocument(html).QuerySelector("img")?.GetAttribute("src"));
    }

    [Fact]
    public void Link_ThatLeadsNowhere_LeavesItsText()
    {
        var page = new HtmlParser().ParseDocument(new MarkdownRenderer(_ => null).Render("see [that *file*](gone.cs) ![x](gone.png)"));

        Assert.Empty(page.QuerySelectorAll("a, img"));
        Assert.Contains("see that file [picture missing: gone.png]", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ChineseName_IsMarkedAsChinese() =>
        Assert.Equal(["扩散模型", "信噪比"], Parse("a *diffusion model* (扩散模型), the **信噪比**").QuerySelectorAll("[lang=zh-Hans]").Select(element => element.TextContent));

    [Fact]
    public void PunctuationAfterAShortFormula_StaysWithIt()
    {
        var page = Parse("Given $x_t$, and ($x_0$), the rest. $a$ end");

        Assert.Equal(["x_t,", "x_0),"], page.QuerySelectorAll(".together").Select(element => element.TextContent));
        Assert.Equal("Given x_t, and (x_0), the rest. a end", page.TextContent.Trim());
    }

    [Fact]
    public void HeadingWithAFormula_IsTheSameInTheContents()
    {
        var renderer = new MarkdownRenderer(url => url);

        var page = new HtmlParser().ParseDocument(renderer.Render("## What is $x_t$? More"));

        Assert.Equal("What is x_t? More#", page.QuerySelector("h2")!.TextContent);
        Assert.Equal("What is x_t? More", new HtmlParser().ParseDocument(Assert.Single(renderer.Headings).Html).Body!.TextContent);
    }

    [Theory]
    [InlineData("50 000 points and 1 234 567", "50\u202f000 points and 1\u202f234\u202f567")]
    [InlineData("12 3456 and 1 23", "12 3456 and 1 23")]
    public void LargeNumber_StaysOnOneLine(string markdown, string text) => Assert.Equal(text, Parse(markdown).TextContent.Trim());

    private static IEnumerable<string> Formulas(string markdown, string selector) =>
        Parse(markdown).QuerySelectorAll(selector).Select(element => element.TextContent);

    private static IElement Parse(string markdown) => new HtmlParser().ParseDocument(new MarkdownRenderer(url => url).Render(markdown)).Body!;
}
