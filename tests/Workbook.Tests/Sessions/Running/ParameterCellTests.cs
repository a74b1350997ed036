using Workbook.Documents;
using Workbook.Sessions.Running;
using static Workbook.Tests.Sessions.Running.NotebookFolder;

namespace Workbook.Tests.Sessions.Running;

public class ParameterCellTests
{
    [Theory]
    [InlineData("int n = 1;", "5", "n = 5;")]
    [InlineData("var n = 1;", "-5", "n = -5;")]
    [InlineData("double n = 1;", "5", "n = 5d;")]
    [InlineData("var n = 1e-4;", "2E-2", "n = 2E-2d;")]
    [InlineData("var n = -1f;", ".5", "n = .5f;")]
    [InlineData("decimal n = 1;", "0.1", "n = 0.1m;")]
    [InlineData("var n = 1L;", "7", "n = 7L;")]
    [InlineData("var n = false;", "TRUE", "n = true;")]
    [InlineData("var n = \"a\";", "5", "n = \"5\";")]
    [InlineData("string n;", "a\nb", "n = \"a\\nb\";")]
    [InlineData("var n = Kind.A;", "text", "n = \"text\";")]
    [InlineData("int m = 0, n = 1;", "2", "n = 2;")]
    public void Inject_AValueOfTheParametersKind_IsWrittenAsThatKind(string declaration, string value, string assignment)
    {
        var notebook = new Notebook([Code("p", declaration, "parameters")]);

        var injected = ParameterCell.Inject(notebook, [new Parameter("n", value)], "lesson");

        Assert.Equal(assignment, injected.Cells[1].Source);
    }

    [Theory]
    [InlineData("int n = 1;", "n", "abc", "cannot be 'abc'")]
    [InlineData("int n = 1;", "n", "1.5", "cannot be '1.5'")]
    [InlineData("var n = 1.0;", "n", "true", "cannot be 'true'")]
    [InlineData("var n = true;", "n", "1", "cannot be '1'")]
    [InlineData("int n = 1, other = 2;", "steps", "1", "no parameter 'steps'. It has n, other.")]
    public void Inject_WhatTheNotebookDoesNotTake_IsRefused(string declaration, string name, string value, string problem)
    {
        var notebook = new Notebook([Code("p", declaration, "parameters")]);

        var error = Assert.Throws<ParameterException>(
            () => ParameterCell.Inject(notebook, [new Parameter(name, value)], "lesson"));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inject_WithoutACellOfParameters_IsRefused()
    {
        var error = Assert.Throws<ParameterException>(
            () => ParameterCell.Inject(new Notebook([Code("a", "var n = 1;")]), [new Parameter("n", "1")], "lesson"));

        Assert.Contains("no code cell is tagged 'parameters'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inject_IntoAnInjectedNotebook_ReplacesTheOldCell()
    {
        var notebook = new Notebook([Code("p", "var n = 1;", "parameters"), Code("a", "n")]);

        var twice = ParameterCell.Inject(
            ParameterCell.Inject(notebook, [new Parameter("n", "2")], "lesson"), [new Parameter("n", "3")], "lesson");

        Assert.Equal(["var n = 1;", "n = 3;", "n"], twice.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void Inject_Nothing_ChangesNothing()
    {
        var notebook = new Notebook([Code("a", "1")]);

        Assert.Same(notebook, ParameterCell.Inject(notebook, [], "lesson"));
    }
}
