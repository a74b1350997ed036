using System.Text.Json.Nodes;
using Workbook.Base;
using Workbook.Documents;

namespace Workbook.Tests.Documents;

public class DibTests
{
    // As .NET Interactive's last version saves one.
    private const string Published = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"},{"aliases":["f#"],"languageName":"F#","name":"fsharp"}]},"theirs":1}

        #!markdown

        # Title

        #!csharp

        #!time
        var x = 1;

        x

        #!fsharp

        let y = 2

        #!mermaid

        graph LR
        """;

    public static TheoryData<string> CommittedNotebooks()
    {
        var notebooks = Repository.Find(AppContext.BaseDirectory).Notebooks;
        return [.. Directory.EnumerateFiles(notebooks, "*.ipynb", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Parse_APublishedFile_GivesItsCells()
    {
        var notebook = DibReader.Parse(Published + "\n", "a.dib");

        Assert.Equal(
            [(CellKind.Markdown, "markdown", "# Title"), (CellKind.Code, "csharp", "#!time\nvar x = 1;\n\nx"), (CellKind.Code, "fsharp", "let y = 2"), (CellKind.Code, "mermaid", "graph LR")],
            notebook.Cells.Select(cell => (cell.Kind, cell.Kernel, cell.Source)));
        Assert.Equal("#!mermaid\ngraph LR", notebook.Cells[3].Code);
        Assert.Equal(4, notebook.Cells.Select(cell => cell.Id).Distinct().Count());
        Assert.Equal(".net-csharp", (string?)notebook.Metadata["kernelspec"]!["name"]);
        Assert.Equal("fsharp", (string?)notebook.Metadata["polyglot_notebook"]!["kernelInfo"]!["items"]![1]!["name"]);
    }

    [Theory]
    [InlineData("1 + 1", "csharp")]
    [InlineData("\n\n#!c#\n\n\n1 + 1\n\n\n", "csharp")]
    [InlineData("#!csharp\r\n\r\n1 + 1\r\n", "csharp")]
    [InlineData("#!markdown\n\n#!md\n1 + 1\n#!csharp\n", "markdown")]
    [InlineData("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\",\"items\":[]}}\n#!js\n#!nothing-known\n#!f#\n1 + 1", "fsharp", 1)]
    public void Parse_AFileWrittenByHand_IsTakenByItsHeaders(string text, string kernel, int index = 0)
    {
        var cells = DibReader.Parse(text, "a.dib").Cells;

        Assert.Equal(index + 1, cells.Count);
        Assert.Equal((kernel, "1 + 1"), (cells[index].Kernel, cells[index].Source));
    }

    [Theory, MemberData(nameof(CommittedNotebooks))]
    public void RoundTrip_ACommittedNotebook_LosesNothingButItsOutputs(string path)
    {
        var notebook = NotebookReader.Read(path).Cleared();

        var back = DibReader.Parse(DibWriter.ToText(notebook), "a.dib");

        Assert.Equal(NotebookWriter.ToText(notebook), NotebookWriter.ToText(back));
    }

    [Fact]
    public void RoundTrip_CellsThatTheFormatCannotTell_AreKeptToTheLastBlank()
    {
        var notebook = new Notebook(
        [
            new Cell(CellKind.Code, "blank", "") { Metadata = DibMeta.DefaultCell(CellKind.Code, "csharp") },
            new Cell(CellKind.Code, "edges", "\n\n  x\n\n") { Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } },
            new Cell(CellKind.Code, "headers", "#!markdown\n# a\n#!csharp\n\n1") { Metadata = [] },
            new Cell(CellKind.Markdown, "picture", "![](attachment:a.png)") { Attachments = new JsonObject { ["a.png"] = new JsonObject { ["image/png"] = "iVBORw0KGgo=" } } },
            new Cell(CellKind.Raw, "raw", "kept as it is"),
            new Cell(CellKind.Markdown, "markdown", "Text #!csharp\n#!meta"),
        ])
        { Metadata = new JsonObject { ["authors"] = new JsonArray("扩散") } };

        var back = DibReader.Parse(DibWriter.ToText(notebook), "a.dib");

        Assert.Equal(NotebookWriter.ToText(notebook), NotebookWriter.ToText(back));
        Assert.Equal(DibWriter.ToText(notebook), DibWriter.ToText(back));
    }

    [Fact]
    public void Parse_AfterAnEdit_KeepsWhatIsKnownOfEveryCellThatStayed()
    {
        var notebook = new Notebook([.. "abcdef".Select(letter => new Cell(CellKind.Code, $"id-{letter}", $"{letter}();")
        {
            Metadata = new JsonObject { ["tags"] = new JsonArray($"tag-{letter}") },
        })]);
        var text = DibWriter.ToText(notebook)
            .Replace("b();", "b(changed);", StringComparison.Ordinal)
            .Replace("#!csharp\n\nd();\n\n", "", StringComparison.Ordinal)
            + "\n#!csharp\n\nadded();\n";

        var cells = DibReader.Parse(text, "a.dib").Cells;

        Assert.Equal(["a();", "b(changed);", "c();", "e();", "f();", "added();"], cells.Select(cell => cell.Source));
        Assert.Equal(["id-a", "id-b", "id-c", "id-e", "id-f"], cells.Take(5).Select(cell => cell.Id));
        Assert.Equal("tag-b", Assert.Single(cells[1].Tags));
        Assert.Empty(cells[5].Tags);
    }

    [Fact]
    public void RoundTrip_APublishedFile_KeepsItsCellsAndLanguages()
    {
        var notebook = DibReader.Parse(Published, "a.dib");

        var back = DibReader.Parse(DibWriter.ToText(NotebookReader.Parse(NotebookWriter.ToText(notebook), "a.ipynb")), "a.dib");

        Assert.Equal(NotebookWriter.ToText(notebook), NotebookWriter.ToText(back));
    }

    [Theory]
    [InlineData("#!meta\n\n{\"kernelInfo\": \n}\n#!csharp\n1", "a.dib: line 4: the metadata under #!meta is no JSON object.")]
    [InlineData("#!meta\n[]\n#!csharp\n1", "the metadata under #!meta is no JSON object.")]
    [InlineData("#!meta\n{\"workbook\":{\"cells\":[{\"id\":\"a\"}]}}\n#!csharp\n1", "#!meta, cell 1: 'lines' is missing")]
    [InlineData("{\"cells\": []}", "give it the ending .ipynb")]
    public void Parse_AWrongFile_SaysWhereAndWhatToDo(string text, string message) =>
        Assert.Contains(message, Assert.Throws<NotebookException>(() => DibReader.Parse(text, "a.dib")).Message, StringComparison.Ordinal);
}
