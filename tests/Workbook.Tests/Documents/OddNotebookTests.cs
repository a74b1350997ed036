using Workbook.Documents;

namespace Workbook.Tests.Documents;

/// <summary>What other programs write against the format, and Jupyter opens all the same.</summary>
public class OddNotebookTests
{
    [Theory]
    [InlineData("""{"cell_type": "markdown", "id": "b", "metadata": {}, "source": "x"}""", "markdown", "x", null)]
    [InlineData("""{"cell_type": "markdown", "metadata": {}, "source": "x", "outputs": []}""", "markdown", "x", "cell 2: a cell that is not code has 'outputs': it is left out.")]
    [InlineData("""{"cell_type": "raw", "metadata": {}, "source": "x", "execution_count": null}""", "raw", "x", "cell 2: a cell that is not code has 'execution_count': it is left out.")]
    [InlineData("""{"cell_type": "markdown", "metadata": {}, "source": "x", "attachments": null}""", "markdown", "x", null)]
    [InlineData("""{"cell_type": "markdown", "metadata": {}, "source": "x", "attachments": []}""", "markdown", "x", "cell 2: 'attachments' is no object: it is left out.")]
    [InlineData("""{"cell_type": "markdown", "metadata": null, "source": "x"}""", "markdown", "x", null)]
    [InlineData("""{"cell_type": "markdown", "source": "x"}""", "markdown", "x", null)]
    [InlineData("""{"cell_type": "markdown", "metadata": [], "source": "x"}""", "markdown", "x", "cell 2: its metadata are no object: they are left out.")]
    [InlineData("""{"cell_type": "markdown", "metadata": {}, "source": null}""", "markdown", "", "cell 2: 'source' is missing: the cell is read as empty.")]
    [InlineData("""{"cell_type": "markdown", "metadata": {}}""", "markdown", "", "cell 2: 'source' is missing: the cell is read as empty.")]
    [InlineData("""{"cell_type": "markdown", "metadata": {}, "source": ["a\n", "b"]}""", "markdown", "a\nb", null)]
    [InlineData("""{"cell_type": "markdown", "metadata": {}, "source": []}""", "markdown", "", null)]
    [InlineData("""{"cell_type": "markdown", "metadata": {}, "source": ["a", null, "b"]}""", "markdown", "ab", "cell 2, source: holds a line that is null: it is left out.")]
    [InlineData("""{"cell_type": "markdown", "metadata": {}, "source": [["a\n"], "b"]}""", "markdown", "a\nb", "cell 2, source: holds a list of lines within a list: they are joined.")]
    [InlineData("""{"cell_type": "markdown", "metadata": {}, "source": 2.50}""", "markdown", "2.50", "cell 2, source: holds a number or a truth value in place of text: it is read as text.")]
    [InlineData("""{"cell_type": "heading", "level": 2, "metadata": {}, "source": ["A\n", "title"]}""", "markdown", "## A title", "cell 2: cell_type is 'heading': it is read as 'markdown'.")]
    [InlineData("""{"cell_type": "html", "metadata": {}, "source": "<b>x</b>"}""", "markdown", "<b>x</b>", "cell 2: cell_type is 'html': it is read as 'markdown'.")]
    [InlineData("""{"cell_type": "sheet", "metadata": {}, "source": "x"}""", "raw", "x", "cell 2: cell_type is 'sheet': it is read as 'raw'.")]
    [InlineData("""{"metadata": {}, "source": "x"}""", "raw", "x", "cell 2: cell_type is missing: it is read as 'raw'.")]
    [InlineData("""{"metadata": {}, "source": "x", "outputs": []}""", "code", "x", "cell 2: cell_type is missing: it is read as 'code'.")]
    [InlineData("""{"cell_type": "Code", "metadata": {}, "source": "x", "outputs": []}""", "code", "x", "cell 2: cell_type is 'Code': it is read as 'code'.")]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "x", "execution_count": null}""", "code", "x", "cell 2: 'outputs' is missing: the cell is read without.")]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "x", "outputs": {}}""", "code", "x", "cell 2: 'outputs' is no list: the cell is read without.")]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "x", "outputs": []}""", "code", "x", null)]
    [InlineData("""{"cell_type": "code", "metadata": {}, "input": "x", "outputs": []}""", "code", "x", "cell 2: its text is called 'input': it is read as 'source'.")]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "x", "outputs": [], "execution_count": "3"}""", "code", "x", "cell 2: 'execution_count' is text: it is read as a number.", 3)]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "x", "outputs": [], "execution_count": "*"}""", "code", "x", "cell 2: 'execution_count' is no whole number: it is left out.")]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "x", "outputs": [], "execution_count": 4.0}""", "code", "x", null, 4)]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "x", "outputs": [], "collapsed": true}""", "code", "x", "cell 2: the property 'collapsed' is not one of the format: it is kept in the metadata.")]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "x", "outputs": [], "transient": null}""", "code", "x", "cell 2: the property 'transient' is not one of the format: it is left out.")]
    [InlineData("""{"cell_type": "markdown", "id": "first", "metadata": {}, "source": "x"}""", "markdown", "x", "cell 2: has the id of an earlier cell: it is given another.")]
    [InlineData("""{"cell_type": "markdown", "id": "a b", "metadata": {}, "source": "x"}""", "markdown", "x", "cell 2: its id is not of 1 to 64 letters, digits, - and _: it is given another.")]
    [InlineData("""{"cell_type": "markdown", "id": {}, "metadata": {}, "source": "x"}""", "markdown", "x", "cell 2: its id is not of 1 to 64 letters, digits, - and _: it is given another.")]
    [InlineData("""{"cell_type": "markdown", "id": 7, "metadata": {}, "source": "x"}""", "markdown", "x", "cell 2, id: holds a number or a truth value in place of text: it is read as text.")]
    public void Parse_AnOddCell_IsReadAndSaidInALine(string cell, string kind, string source, string? mending, int? count = null)
    {
        var notebook = NotebookReader.Parse(With(cell), "a.ipynb");

        Assert.Equal(["first", kind, source], [notebook.Cells[0].Id, NotebookReader.CellTypes[(int)notebook.Cells[1].Kind], notebook.Cells[1].Source]);
        Assert.Equal(count, notebook.Cells[1].ExecutionCount);
        AssertMended(mending, notebook);
    }

    [Theory]
    [InlineData("""{"output_type": "stream", "text": "x"}""", """{"name":"stdout","output_type":"stream","text":["x"]}""", "a stream has no 'name': it is read as stdout.")]
    [InlineData("""{"output_type": "stream", "name": "stderr", "text": null}""", """{"name":"stderr","output_type":"stream","text":[]}""", "'text' is missing in an output: it is read as empty.")]
    [InlineData("""{"output_type": "stream", "name": "stdout", "text": "x", "transient": {}}""", """{"name":"stdout","output_type":"stream","text":["x"]}""", "an output has the property 'transient', not one of the format: it is left out.")]
    [InlineData("""{"output_type": "display_data", "data": {"text/plain": "x"}}""", """{"data":{"text/plain":["x"]},"metadata":{},"output_type":"display_data"}""", null)]
    [InlineData("""{"output_type": "display_data", "metadata": null}""", """{"data":{},"metadata":{},"output_type":"display_data"}""", "'data' is missing in an output: it is read as empty.")]
    [InlineData("""{"output_type": "display_data", "data": {"text/plain": null, "a/b": {"c": 1}}, "metadata": []}""", """{"data":{"a/b":{"c":1}},"metadata":{},"output_type":"display_data"}""", "the metadata of an output are no object: they are left out.")]
    [InlineData("""{"output_type": "execute_result", "data": {"text/plain": "x"}, "execution_count": "2"}""", """{"data":{"text/plain":["x"]},"execution_count":2,"metadata":{},"output_type":"execute_result"}""", "'execution_count' is text: it is read as a number.")]
    [InlineData("""{"output_type": "error", "ename": "E", "evalue": "v", "traceback": "a\nb"}""", """{"ename":"E","evalue":"v","output_type":"error","traceback":["a","b"]}""", null)]
    [InlineData("""{"output_type": "error", "ename": "E", "evalue": null, "traceback": []}""", """{"ename":"E","evalue":"","output_type":"error","traceback":[]}""", "'evalue' is missing in an output: it is read as empty.")]
    [InlineData("""{"output_type": "pyout", "prompt_number": 1, "text": ["x"], "png": "AA"}""", """{"data":{"image/png":"AA","text/plain":["x"]},"execution_count":1,"metadata":{},"output_type":"execute_result"}""", "output_type is 'pyout', of an older format: it is renewed.")]
    [InlineData("""{"output_type": "pyerr", "ename": "E", "evalue": "v", "traceback": []}""", """{"ename":"E","evalue":"v","output_type":"error","traceback":[]}""", "output_type is 'pyerr', of an older format: it is renewed.")]
    [InlineData("""{"output_type": "update_display_data", "data": {}}""", null, "output_type is 'update_display_data': the output is left out.")]
    [InlineData("""{"data": {}}""", null, "output_type is missing: the output is left out.")]
    [InlineData("null", null, "cannot be made sense of: it is left out.")]
    [InlineData("""{"output_type": "stream", "name": "stdout", "text": {"a": 1}}""", null, "cannot be made sense of: it is left out.")]
    public void Parse_AnOddOutput_IsReadOrLeftOut(string output, string? written, string? mending)
    {
        var notebook = NotebookReader.Parse(With($$"""{"cell_type": "code", "metadata": {}, "source": "", "outputs": [{{output}}]}"""), "a.ipynb");

        var saved = System.Text.Json.Nodes.JsonNode.Parse(NotebookWriter.ToText(notebook))!["cells"]![1]!["outputs"]!.ToJsonString();
        Assert.Equal($"[{written}]", saved);
        AssertMended(mending is null ? null : $"cell 2, output 1: {mending}", notebook);
    }

    [Theory]
    [InlineData("""{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 0}""", 0, null)]
    [InlineData("""{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 99}""", 0, null)]
    [InlineData("""{"cells": [], "metadata": {}, "nbformat": 4}""", 0, null)]
    [InlineData("\uFEFF" + """{"cells": [], "metadata": {}, "nbformat": 4}""", 0, null)]
    [InlineData("""{"cells": [], "metadata": null, "nbformat": 4}""", 0, null)]
    [InlineData("""{"cells": [], "nbformat": "4"}""", 0, null)]
    [InlineData("""{"cells": [], "metadata": "x", "nbformat": 4}""", 0, "the notebook: its metadata are no object: they are left out.")]
    [InlineData("""{"cells": []}""", 0, "the notebook: 'nbformat' is missing: it is read as format 4.")]
    [InlineData("""{"cells": [], "metadata": {}, "nbformat": 4, "toc": {"a": 1}}""", 0, "the notebook: the property 'toc' is not one of the format: it is kept in the metadata.")]
    [InlineData("""{"cells": [{"cell_type": "raw", "source": "a"}, {"cell_type": "raw", "source": "a"}], "nbformat": 4, "nbformat": 4}""", 2, "the file: the name 'nbformat' stands twice in one object: the last value counts.")]
    [InlineData("""{"cells": [], "metadata": {"a": NaN, "b": "NaN \" NaN"}, "nbformat": 4}""", 0, "the file: NaN is no number in JSON: it is read as null.")]
    [InlineData("""{"cells": [], "metadata": {"a": [-Infinity]}, "nbformat": 4}""", 0, "the file: -Infinity is no number in JSON: it is read as null.")]
    [InlineData("""{"cells": [{"cell_type": "raw", "source": "a\ud83d \ud83d\ude00 \\ud83d"}], "metadata": {}, "nbformat": 4}""", 1, "the file: half of a character stands alone: it is read as \uFFFD.")]
    [InlineData("""{"worksheets": [{"cells": [{"cell_type": "raw", "source": "a"}]}, {"cells": [{"cell_type": "html", "source": "b"}]}], "metadata": {}, "nbformat": 4}""", 2, "cell 2: cell_type is 'html': it is read as 'markdown'.")]
    public void Parse_AnOddNotebook_IsReadAndSaidInALine(string text, int cells, string? mending)
    {
        var notebook = NotebookReader.Parse(text, "a.ipynb");

        Assert.Equal(cells, notebook.Cells.Count);
        Assert.Equal(cells, notebook.Cells.Select(cell => cell.Id).Distinct().Count());
        AssertMended(mending, notebook);
    }

    [Fact]
    public void Parse_ACharacterCutInHalf_LeavesWholeOnesAndEscapes()
    {
        const string Text = """{"cells": [{"cell_type": "raw", "source": "a\ud83d \ud83d\ude00 \\ud83d \uDE00"}], "metadata": {"a": NaN, "b": "NaN \" NaN"}, "nbformat": 4}""";

        var notebook = NotebookReader.Parse(Text, "a.ipynb");

        Assert.Equal("a\uFFFD 😀 \\ud83d \uFFFD", notebook.Cells[0].Source);
        Assert.Equal("NaN \" NaN", (string?)notebook.Metadata["b"]);
    }

    [Fact]
    public void Parse_ANameGivenTwice_TakesTheLastAndKeepsTheNumbersAsWritten()
    {
        var notebook = NotebookReader.Parse("""{"cells": [{"cell_type": "raw", "source": "a", "source": "b"}], "metadata": {"c": [1e-05, 2.50, true, null]}, "nbformat": 4}""", "a.ipynb");

        Assert.Equal("b", notebook.Cells[0].Source);
        Assert.Equal("[1e-05,2.50,true,null]", notebook.Metadata["c"]!.ToJsonString());
    }

    [Fact]
    public void Parse_FormatThree_IsConverted()
    {
        const string Old = """
            {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": "old"}, "worksheets": [{"metadata": {}, "cells": [
              {"cell_type": "heading", "level": 3, "metadata": {}, "source": "Title"},
              {"cell_type": "code", "collapsed": false, "language": "csharp", "input": ["1 +\n", "1"], "prompt_number": 5, "outputs": [
                {"output_type": "pyout", "prompt_number": 5, "text": "2", "html": "<b>2</b>", "metadata": {}},
                {"output_type": "stream", "stream": "stderr", "text": "no"},
                {"output_type": "pyerr", "ename": "E", "evalue": "v", "traceback": ["t"]}]}]}]}
            """;

        var notebook = NotebookReader.Parse(Old, "old.ipynb");

        Assert.Equal(["### Title", "1 +\n1"], notebook.Cells.Select(cell => cell.Source));
        var code = notebook.Cells[1];
        Assert.Equal(5, code.ExecutionCount);
        var value = Assert.IsType<ResultOutput>(code.Outputs[0]);
        Assert.Equal(("2", "<b>2</b>", 5), (value.Data.Text(MimeBundle.Plain), value.Data.Text(MimeBundle.Html), value.ExecutionCount));
        Assert.Equal(new StreamOutput("stderr", "no"), code.Outputs[1]);
        Assert.Equal("E", Assert.IsType<ErrorOutput>(code.Outputs[2]).Name);
        Assert.Null(notebook.OtherKernel);
        Assert.Equal("python", NotebookReader.Parse(Old.Replace("csharp", "python", StringComparison.Ordinal), "old.ipynb").OtherKernel?.ToLowerInvariant());
        Assert.Equal(
            ["the notebook: is in notebook format 3: it is read as format 4, as Jupyter does.", "cell 1: cell_type is 'heading': it is read as 'markdown'."],
            notebook.Mendings);
    }

    [Fact]
    public void Mendings_OfOneKind_AreOneLineWithTheirNumber()
    {
        const string Cell = """{"cell_type": "markdown", "source": "", "outputs": []}""";

        Assert.Equal("cell 2: a cell that is not code has 'outputs': it is left out (3 times).", Assert.Single(NotebookReader.Parse(With($"{Cell}, {Cell}, {Cell}"), "a.ipynb").Mendings));
    }

    [Fact]
    public void Mendings_OfManyKinds_AreTwentyLinesAndTheRestCounted()
    {
        var odd = string.Join(", ", Enumerable.Range(1, 25).Select(number => $"\"odd{number}\": 1"));

        var lines = NotebookReader.Parse(With($$"""{"cell_type": "markdown", "source": "", {{odd}}}"""), "a.ipynb").Mendings;

        Assert.Equal(21, lines.Count);
        Assert.Equal("… and 5 more kinds of faults, mended likewise.", lines[^1]);
    }

    private static string With(string cell) => $$"""
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
          {"cell_type": "raw", "id": "first", "metadata": {}, "source": ""}, {{cell}}]}
        """;

    // What is written afterwards is as it should be, and says the same.
    private static void AssertMended(string? mending, Notebook notebook)
    {
        Assert.Equal(mending is null ? [] : [mending], notebook.Mendings);
        var text = NotebookWriter.ToText(notebook);
        var again = NotebookReader.Parse(text, "again.ipynb");
        Assert.Empty(again.Mendings);
        Assert.Equal(text, NotebookWriter.ToText(again));
    }
}
