using Workbook.Documents;

namespace Workbook.Tests.Documents;

public class NotebookReaderTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n", "empty")]
    [InlineData("{\n \"cells\": [\n  {\"cell_type\": \"code\",", "line 3): it was cut off")]
    [InlineData("import os\nprint(1)\n", "no JSON (line 1")]
    [InlineData("{\"cells\": [],}", "no JSON (line 1")]
    [InlineData("[]", "should be an object")]
    [InlineData("null", "should be an object")]
    [InlineData("{\"a\": 1}", "no notebook")]
    [InlineData("{\"a\": 1, \"a\": 2}", "no notebook")]
    [InlineData("""{"nbformat": 4, "metadata": {}}""", "no notebook")]
    [InlineData("""{"nbformat": 4, "cells": {}}""", "the notebook: 'cells' should be a list")]
    [InlineData("""{"nbformat": 1, "cells": []}""", "is in notebook format 1; formats 2 to 4 are read. Open it in Jupyter")]
    [InlineData("""{"nbformat": 5, "nbformat_minor": 0, "metadata": {}, "cells": []}""", "is in notebook format 5, newer than 4")]
    [InlineData("""{"nbformat": "new", "cells": []}""", "'nbformat' should be a number")]
    [InlineData("""{"nbformat": 3, "worksheets": [5]}""", "worksheet 1 ($.worksheets[0]): should be an object")]
    [InlineData("""{"nbformat": 3, "worksheets": [{"cells": []}, {"cells": [{"cell_type": "raw"}, null]}]}""", "cell 2 ($.worksheets[1].cells[1]): should be an object")]
    public void Parse_OfWhatIsNoNotebook_NamesFileAndProblem(string text, string problem)
    {
        var error = Assert.Throws<NotebookException>(() => NotebookReader.Parse(text, "book/a.ipynb"));

        Assert.StartsWith("book/a.ipynb: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "cell 2 ($.cells[1]): should be an object")]
    [InlineData("\"text\"", "cell 2 ($.cells[1]): should be an object")]
    [InlineData("""{"cell_type": "markdown", "source": {}}""", "cell 2, source ($.cells[1].source): should be text or a list of lines, and is an object")]
    [InlineData("""{"cell_type": "code", "source": ["a", {}]}""", "cell 2, source ($.cells[1].source[1]): should be text or a list of lines, and is an object")]
    [InlineData("""{"cell_type": {}, "source": ""}""", "cell 2, cell_type ($.cells[1].cell_type): should be text")]
    public void Parse_OfACellThatMakesNoSense_NamesThePlace(string cell, string problem)
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
