using Workbook.Documents;

namespace Workbook.Tests.Documents;

public class NotebookReaderTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n", "empty")]
    [InlineData("{\n \"cells\": [\n  {\"cell_type\": \"code\",", "line 3): it was cut off")]
    [InlineData("import os\nprint(1)\n", "no JSON (line 1")]
    [InlineData("{\"a\": 1, \"a\": 2}", "no JSON")]
    [InlineData("[]", "should be an object")]
    [InlineData("{\"a\": 1}", "no notebook")]
    [InlineData("""{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}""", "format 3")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [], "x": 1}""", "property 'x'")]
    public void Parse_OfWhatIsNoNotebook_NamesFileAndProblem(string text, string problem)
    {
        var error = Assert.Throws<NotebookException>(() => NotebookReader.Parse(text, "book/a.ipynb"));

        Assert.StartsWith("book/a.ipynb: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"cell_type": "heading", "source": "x"}""", "cell 2: cell_type is 'heading'")]
    [InlineData("""{"source": "x"}""", "cell 2: 'cell_type' is missing")]
    [InlineData("""{"cell_type": "markdown"}""", "cell 2: 'source' is missing")]
    [InlineData("""{"cell_type": "markdown", "source": 5}""", "cell 2, source: should be text")]
    [InlineData("""{"cell_type": "markdown", "source": ["a", 5]}""", "cell 2, source: holds a line that is no text")]
    [InlineData("""{"cell_type": "markdown", "source": "", "outputs": []}""", "cell 2: has an unknown property 'outputs'")]
    [InlineData("""{"cell_type": "markdown", "source": "", "id": "a b"}""", "cell 2: the id 'a b'")]
    [InlineData("""{"cell_type": "markdown", "source": "", "id": "first"}""", "cells 1 and 2 have the same id 'first'")]
    [InlineData("""{"cell_type": "code", "source": ""}""", "cell 2: 'outputs' is missing")]
    [InlineData("""{"cell_type": "code", "source": "", "execution_count": "1", "outputs": []}""", "'execution_count' should be")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": [{"output_type": "pyout"}]}""", "cell 2, output 1: output_type is 'pyout'")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": [{"output_type": "stream", "name": "stdout"}]}""", "cell 2, output 1: 'text' is missing")]
    public void Parse_OfACellAgainstTheFormat_NamesThePlace(string cell, string problem)
    {
        var text = $$"""
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
              {"cell_type": "raw", "id": "first", "metadata": {}, "source": ""}, {{cell}}]}
            """;

        var error = Assert.Throws<NotebookException>(() => NotebookReader.Parse(text, "a.ipynb"));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OfAnOlderMinorVersion_MakesTheSameFreshIdsEachTime()
    {
        const string Old = """
            {"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [
              {"cell_type": "raw", "metadata": {}, "source": "same"},
              {"cell_type": "raw", "metadata": {}, "source": "same"}]}
            """;

        var ids = NotebookReader.Parse(Old, "old.ipynb").Cells.Select(cell => cell.Id).ToList();

        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{8}$", id));
        Assert.Equal(ids, NotebookReader.Parse(Old, "old.ipynb").Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void Read_OfAMissingFile_NamesIt()
    {
        var error = Assert.Throws<NotebookException>(() => NotebookReader.Read("no/such.ipynb"));

        Assert.StartsWith("no/such.ipynb: cannot be read", error.Message, StringComparison.Ordinal);
    }
}
