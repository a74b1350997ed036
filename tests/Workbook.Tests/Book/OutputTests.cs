using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Workbook.Book.Markdown;
using Workbook.Book.Outputs;
using Workbook.Documents;

namespace Workbook.Tests.Book;

public sealed class OutputTests
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAC0lEQVR4nGNgQAcAABIAAeRVjecAAAAASUVORK5CYII=";

    [Theory]
    [InlineData("application/vnd.plotly.v1+json", "text/plain", "text/html", "application/vnd.plotly.v1+json", "image/png")]
    [InlineData("text/html", "text/plain", "image/png", "text/html")]
    [InlineData("image/svg+xml", "image/png", "image/svg+xml", "text/plain")]
    [InlineData("image/png", "text/plain", "image/png")]
    [InlineData("text/markdown", "text/plain", "text/markdown")]
    [InlineData("text/latex", "text/plain", "text/latex")]
    [InlineData("text/plain", "text/plain", "application/x-unknown")]
    [InlineData("application/geo+json", "application/geo+json")]
    [InlineData(null, "application/x-unknown")]
    public void Bundle_IsShownAsItsRichestType(string? chosen, params string[] types) =>
        Assert.Equal(chosen, OutputRenderer.Choose(new MimeBundle(types.Select(type => KeyValuePair.Create(type, (JsonNode?)JsonValue.Create("x"))))));

    [Fact]
    public void Chart_KeepsItsFigureAndSaysWhatItShows()
    {
        var figure = JsonNode.Parse("""{"data": [{"name": "</script><script>alert(1)</script>"}], "layout": {"height": 320}}""")!;
        var output = new DisplayOutput(new MimeBundle([new(MimeBundle.Plotly, figure), new(MimeBundle.Plain, "A spiral, \"rolled\".")]));

        var page = Parse(output);

        var script = Assert.Single(page.QuerySelectorAll("script"));
        Assert.True(JsonNode.DeepEquals(figure, JsonNode.Parse(script.TextContent)));
        var plot = page.QuerySelector(".chart .plot")!;
        Assert.Equal("A spiral, \"rolled\".", plot.GetAttribute("aria-label"));
        Assert.Contains("height:320px", plot.GetAttribute("style"), StringComparison.Ordinal);
        Assert.Equal("A spiral, \"rolled\".", plot.TextContent);
    }

    [Fact]
    public void ChartWithHtmlOfItsOwn_DrawsItselfWithTheBooksScript()
    {
        var data = new MimeBundle([new(MimeBundle.Plotly, new JsonObject()), new(MimeBundle.Html, "<script data-asset=\"plotly\">1</script><i id=\"f\"></i><script>draw(\"f\")</script>")]);
        var renderer = new OutputRenderer(new MarkdownRenderer(url => url));

        var page = new HtmlParser().ParseDocument(renderer.Render([new DisplayOutput(data)]));

        Assert.Equal("draw(\"f\")", Assert.Single(page.QuerySelectorAll(".output.chart script")).TextContent);
        Assert.Equal(1, renderer.Charts);
    }

    [Fact]
    public void Html_LosesTheChartScriptAndNothingElse()
    {
        var html = "<p>before</p><script data-asset=\"plotly\">var a = '<b>';</script><p>after</p><script>1</script>";

        var page = Parse(new DisplayOutput(new MimeBundle(MimeBundle.Html, html)));

        Assert.Equal(["before", "after"], page.QuerySelectorAll("p").Select(paragraph => paragraph.TextContent));
        Assert.Equal("1", Assert.Single(page.QuerySelectorAll("script")).TextContent);
    }

    [Fact]
    public void ChartScript_InAnOutputOfItsOwn_IsNotShown()
    {
        var output = new DisplayOutput(ChartScript.Alone("<script data-asset=\"plotly\">1</script>\n"));

        Assert.Equal("", new OutputRenderer(new MarkdownRenderer(url => url)).Render([output]).Trim());
    }

    [Fact]
    public void Picture_HasItsSizeAndSaysWhatItShows()
    {
        var output = new DisplayOutput(new MimeBundle([new(MimeBundle.Png, Pixel), new(MimeBundle.Plain, "Two <pixels>")]));

        var picture = Parse(output).QuerySelector("img")!;

        Assert.Equal(("2", "3"), (picture.GetAttribute("width"), picture.GetAttribute("height")));
        Assert.Equal("Two <pixels>", picture.GetAttribute("alt"));
        Assert.Equal("data:image/png;base64," + Pixel, picture.GetAttribute("src"));
    }

    [Fact]
    public void Svg_IsAPictureWhoseScriptsCannotRun() =>
        Assert.Empty(Parse(new DisplayOutput(new MimeBundle(MimeBundle.Svg, "<svg onload='alert(1)'><script>x</script></svg>"))).QuerySelectorAll("svg, script"));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a & b < c > d \"e\" 'f'")]
    [InlineData("</pre><img src=x onerror=alert(1)>")]
    public void Text_IsEscaped(string text)
    {
        Output[] outputs =
        [
            new StreamOutput(StreamOutput.Out, text), new ResultOutput(new MimeBundle(MimeBundle.Plain, text), 1), new ErrorOutput(text, text, [text]),
        ];

        foreach (var output in outputs)
        {
            var page = Parse(output);
            Assert.Empty(page.QuerySelectorAll("script, img"));
            Assert.Contains(text, page.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Error_IsShownAsOneWithItsTrace()
    {
        var page = Parse(new ErrorOutput("DivideByZeroException", "No.", ["\u001b[31mline 1\u001b[0m", "line 2"]));

        var error = page.QuerySelector(".output.error")!;
        Assert.Equal("DivideByZeroException: No.", error.QuerySelector("p")!.TextContent);
        Assert.Equal("line 1\nline 2", error.QuerySelector("pre")!.TextContent);
        Assert.Equal("line 1", error.QuerySelector(".ansi-red")!.TextContent);
    }

    [Fact]
    public void Stream_InPieces_IsOneText()
    {
        var page = Parse(new StreamOutput("stdout", "a\n"), new StreamOutput("stdout", "b\n"), new StreamOutput("stderr", "c\n"));

        Assert.Equal(["a\nb", "c"], page.QuerySelectorAll("pre").Select(text => text.TextContent));
        Assert.True(page.QuerySelectorAll("pre")[1].ClassList.Contains("stderr"));
    }

    [Fact]
    public void Stream_Long_IsFoldedWithNothingLost()
    {
        var lines = Enumerable.Range(1, 100).Select(line => $"line {line}").ToList();

        var page = Parse(new StreamOutput("stdout", string.Join('\n', lines)));

        Assert.Equal(lines, page.QuerySelectorAll("pre").SelectMany(text => text.TextContent.Split('\n')));
        Assert.Equal($"{100 - page.QuerySelector("pre")!.TextContent.Split('\n').Length} more lines", page.QuerySelector("summary")!.TextContent);
        Assert.False(page.QuerySelector("details")!.HasAttribute("open"));
    }

    [Theory]
    [InlineData("10 %\r20 %\r30 %\ndone", "30 %\ndone")]
    [InlineData("abc\rx", "xbc")]
    [InlineData("a\r\nb", "a\nb")]
    public void CarriageReturn_OverwritesTheLine(string text, string shown) => Assert.Equal(shown, AnsiText.Settle(text));

    [Theory]
    [InlineData("\u001b[1;32mok\u001b[0m.", "<span class=\"ansi-bold ansi-green\">ok</span>.")]
    [InlineData("\u001b[38;5;196mred\u001b[39m", "red")]
    [InlineData("\u001b[2K\u001b[1Agone\u0007", "gone")]
    [InlineData("\u001b]0;title\u0007text", "text")]
    [InlineData("plain", "plain")]
    public void TerminalCodes_BecomeColoursOrNothing(string text, string html) => Assert.Equal(html, AnsiText.ToHtml(text));

    private static IElement Parse(params Output[] outputs) =>
        new HtmlParser().ParseDocument(new OutputRenderer(new MarkdownRenderer(url => url)).Render(outputs)).Body!;
}
