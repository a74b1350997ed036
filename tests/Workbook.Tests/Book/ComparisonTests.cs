using AngleSharp.Html.Parser;
using Workbook.Book;
using Workbook.Book.Comparison;
using Workbook.Documents;

namespace Workbook.Tests.Book;

public sealed class ComparisonTests : IDisposable
{
    private readonly BookProject project = new();

    [Fact]
    public void Of_ACopyThatRanAgain_IsTheSame()
    {
        var before = new Notebook([BookProject.Markdown("a", "Text."), BookProject.Code("b", "1 + 1", 3, Plain("2"))]);
        var after = new Notebook([BookProject.Markdown("a", "Text."), BookProject.Timed(BookProject.Code("b", "1 + 1", 7, Plain("2")), 2)]);
        Assert.True(NotebookComparison.Of(before, after).IsSame);
    }

    [Fact]
    public void Of_EditedMovedNewAndLostCells_PairsWhatBelongsTogether()
    {
        var before = new Notebook([Code("a", "1"), Code("b", "var x = 1;\nvar y = 2;"), Code("c", "3"), Code("d", "4")]);
        var after = new Notebook([Code("a", "1"), Code("new", "0"), Code("b", "something else"), Code("d", "4")]);
        Assert.Equal(["a-a", "-new", "b-b", "c-", "d-d"], Ids(before, after));
    }

    // As another program writes the whole notebook with ids of its own.
    [Fact]
    public void Of_CellsWithOtherIds_PairsThoseOfTheSameTextAndThoseThatShareTheirLines()
    {
        var before = new Notebook([Code("1", "using X;"), Code("2", "var a = 1;\nvar b = 2;\na + b"), Code("3", "gone")]);
        var after = new Notebook([Code("p", "using X;"), Code("q", "var a = 1;\nvar b = 3;\na + b"), Code("r", "quite new")]);
        Assert.Equal(["1-p", "2-q", "3-", "-r"], Ids(before, after));
    }

    [Fact]
    public void Of_AnotherOutputOrTag_TellsWhich()
    {
        var cell = BookProject.Code("a", "x", 1, Plain("1"));
        Assert.False(Pair(cell, cell with { Outputs = [Plain("2")] }).AreOutputsSame);
        Assert.False(Pair(cell, cell with { Outputs = [] }).AreOutputsSame);
        Assert.False(Pair(cell, cell.WithMetadata("tags", new System.Text.Json.Nodes.JsonArray("parameters"))).IsMetadataSame);
        Assert.True(Pair(cell, cell.WithMetadata("vscode", new System.Text.Json.Nodes.JsonObject())).IsSame);
    }

    [Fact]
    public void Page_OfAChangedCell_MarksTheWordsAndShowsBothOutputs()
    {
        var before = new Notebook([Code("k", "kept < 1"), BookProject.Code("a", "var beta = 0.02;\nbeta", 1, Plain("0.02"))]);
        var after = new Notebook([Code("k", "kept < 1"), BookProject.Code("a", "var beta = 0.2;\nbeta", 1, Plain("0.2"))]);
        var page = new ComparisonPage(NotebookComparison.Of(before, after), "HEAD", "now").Write(BookAssets.Find(project.Repository), "n.ipynb");
        var document = new HtmlParser().ParseDocument(page);
        Assert.Equal("1 changed, 0 added, 0 removed, 1 the same.", document.QuerySelector(".summary")!.TextContent);
        Assert.Equal("Text and outputs changed", document.QuerySelector("#cell-a h2")!.TextContent, ignoreCase: true);
        Assert.Contains("02", document.QuerySelector("#cell-a .before mark")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0.02", document.QuerySelector("#cell-a .before .outputs")!.TextContent.Trim());
        Assert.Equal("0.2", document.QuerySelector("#cell-a .after .outputs")!.TextContent.Trim());
        Assert.Equal("kept < 1", document.QuerySelector("details.same code")!.TextContent);
    }

    public void Dispose() => project.Dispose();

    private static IEnumerable<string> Ids(Notebook before, Notebook after) =>
        NotebookComparison.Of(before, after).Pairs.Select(pair => $"{pair.Before?.Id}-{pair.After?.Id}");

    private static CellPair Pair(Cell before, Cell after) => Assert.Single(NotebookComparison.Of(new([before]), new([after])).Pairs);

    private static Cell Code(string id, string text) => BookProject.Code(id, text);

    private static ResultOutput Plain(string text) => new(new MimeBundle([new(MimeBundle.Plain, text)]), 1);
}
