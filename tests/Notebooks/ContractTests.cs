using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notebooks.Tests;

/// <summary>What lets one notebook run unchanged in this host, in Jupyter and in .NET Interactive.</summary>
public partial class ContractTests
{
    private const int LongestCell = 15;
    private const int WidestLine = 88;
    private const long LargestFile = 1_500_000;

    private static readonly string[] Directives = ["#r", "#load", "#!import", "#!csharp", "#!markdown", "#!html", "#!time"];

    private static readonly string[] Libraries = ["TorchSharp", "Diffusion", "Diffusion.Charts"];

    /// <summary>What only an appendix may need: the lessons run without a network.</summary>
    private static readonly string[] Packages = ["#r \"nuget: Plotly.NET.CSharp, 0.14.0\"", "#r \"nuget: XPlot.Plotly, 4.1.0\""];

    public static TheoryData<string> Notebooks()
    {
        var root = Workbook.Base.Repository.Find(AppContext.BaseDirectory).Root;
        return [.. SourceNotebook.All(root)];
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Metadata_Notebook_NamesTheCSharpKernel(string path)
    {
        var metadata = SourceNotebook.Read(path).Root["metadata"]!;
        Assert.Equal(".net-csharp", (string?)metadata["kernelspec"]!["name"]);
        Assert.Equal("C#", (string?)metadata["kernelspec"]!["language"]);
        Assert.Equal(".NET (C#)", (string?)metadata["kernelspec"]!["display_name"]);
        Assert.Equal("csharp", (string?)metadata["language_info"]!["name"]);
        Assert.Equal(".cs", (string?)metadata["language_info"]!["file_extension"]);
        Assert.Equal("text/x-csharp", (string?)metadata["language_info"]!["mimetype"]);
        Assert.Equal("csharp", (string?)metadata["language_info"]!["pygments_lexer"]);
        var kernels = metadata["polyglot_notebook"]!["kernelInfo"]!;
        Assert.Equal("csharp", (string?)kernels["defaultKernelName"]);
        Assert.Equal("csharp", (string?)Assert.Single(kernels["items"]!.AsArray())!["name"]);
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Metadata_CodeCell_NamesItsLanguageTwice(string path) =>
        Assert.All(SourceNotebook.Read(path).CodeCells, cell =>
        {
            Assert.Equal("csharp", (string?)cell["metadata"]!["dotnet_interactive"]?["language"]);
            Assert.Equal("csharp", (string?)cell["metadata"]!["polyglot_notebook"]?["kernelName"]);
        });

    [Theory, MemberData(nameof(Notebooks))]
    public void Format_Notebook_IsVersion45WithUniqueCellIds(string path)
    {
        var notebook = SourceNotebook.Read(path);
        Assert.Equal(4, (int)notebook.Root["nbformat"]!);
        Assert.Equal(5, (int)notebook.Root["nbformat_minor"]!);
        var ids = notebook.Cells.Select(cell => (string?)cell["id"]).ToList();
        Assert.All(ids, id => Assert.Matches("^[a-zA-Z0-9-_]{1,64}$", id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Format_Notebook_HasNoPropertyThatTheFormatLacks(string path)
    {
        var notebook = SourceNotebook.Read(path);
        AssertKeys(notebook.Root, "cells", "metadata", "nbformat", "nbformat_minor");
        Assert.All(notebook.Cells, cell =>
        {
            if ((string?)cell["cell_type"] == "code")
                Assert.Equal(["cell_type", "execution_count", "id", "metadata", "outputs", "source"], cell.Select(entry => entry.Key).Order(StringComparer.Ordinal));
            else
                AssertKeys(cell, "cell_type", "id", "metadata", "source", "attachments");
        });
        Assert.All(notebook.CodeCells.SelectMany(cell => cell["outputs"]!.AsArray()), output =>
            AssertKeys(output!.AsObject(), "output_type", "name", "text", "data", "metadata", "execution_count"));
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Setup_FirstCodeCell_HoldsEveryReferenceAndUsing(string path)
    {
        var cells = SourceNotebook.Read(path).CodeCells.Select(SourceNotebook.Text).ToList();
        var library = Path.GetFileName(Path.GetDirectoryName(path)) == "solutions" ? "../../artifacts/lib/" : "../artifacts/lib/";
        var references = cells[0].Split('\n').Where(line => line.StartsWith("#r", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, line => Assert.Contains(
            line, Libraries.Select(name => $"#r \"{library}{name}.dll\"").Concat(SourceNotebook.IsAppendix(path) ? Packages : [])));
        Assert.All(cells.Skip(1), text => Assert.DoesNotMatch(@"(?m)^\s*(#r\s|using\s+[\w.]+;|using\s+static\s)", text));
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Parameters_Notebook_HasOneTaggedCell(string path) =>
        Assert.Single(SourceNotebook.Read(path).CodeCells, cell => SourceNotebook.Tags(cell).Contains("parameters"));

    [Theory, MemberData(nameof(Notebooks))]
    public void Code_EveryCell_StaysWithinWhatEveryHostCompiles(string path) =>
        Assert.All(SourceNotebook.Read(path).CodeCells.Select(SourceNotebook.Text), text =>
        {
            Assert.DoesNotMatch(@"await\s*\(", text);
            // An update is lost in .NET Interactive's last version, which has no clear_output either and is not to be referenced.
            Assert.DoesNotMatch(@"display\([^;]*\)\s*\.Update\(|\bclear_output\(|Microsoft\.DotNet\.Interactive", text);
            foreach (Match line in DirectiveLine().Matches(text))
                Assert.Contains(line.Groups[1].Value, Directives);
        });

    // There a display's own value would be shown once more.
    [Theory, MemberData(nameof(Notebooks))]
    public void Code_ACellThatEndsInADisplay_EndsInASemicolon(string path) =>
        Assert.All(SourceNotebook.Read(path).CodeCells.Select(SourceNotebook.Text), text =>
            Assert.DoesNotMatch(@"(?m)(^display\(|\.Display\(|\.DisplayAs\().*\)\s*\z", text));

    [Theory, MemberData(nameof(Notebooks))]
    public void Code_EveryCell_FitsAScreen(string path) =>
        Assert.All(SourceNotebook.Read(path).CodeCells, cell =>
        {
            var lines = SourceNotebook.Text(cell).Split('\n').Where(line => line.Trim().Length > 0).ToList();
            Assert.InRange(lines.Count, 1, LongestCell);
            Assert.All(lines, line => Assert.True(line.Length <= WidestLine, $"{cell["id"]}: {line.Length} columns"));
        });

    [Theory, MemberData(nameof(Notebooks))]
    public void Outputs_Committed_AreStaticAndHoldNoError(string path)
    {
        Assert.InRange(new FileInfo(path).Length, 1, LargestFile);
        Assert.All(SourceNotebook.Read(path).CodeCells.SelectMany(cell => cell["outputs"]!.AsArray()), output =>
        {
            Assert.NotEqual("error", (string?)output!["output_type"]);
            if (output["data"] is JsonObject data)
                Assert.All(data, item => Assert.Contains(item.Key, (string[])["text/plain", "image/png"]));
        });
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Solutions_Notebook_HasAPartnerOfTheSameName(string path)
    {
        if (SourceNotebook.IsAppendix(path))
            return;
        var folder = Path.GetDirectoryName(path)!;
        var partner = Path.GetFileName(folder) == "solutions"
            ? Path.Combine(Path.GetDirectoryName(folder)!, Path.GetFileName(path))
            : Path.Combine(folder, "solutions", Path.GetFileName(path));
        Assert.True(File.Exists(partner), $"{path} stands alone: there is no {partner}");
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Hints_OfEveryExercise_AreFoldedUnderIt(string path)
    {
        var notebook = SourceNotebook.Read(path);
        if (Path.GetFileName(Path.GetDirectoryName(path)) == "solutions")
            return;
        var text = notebook.Cells.ToDictionary(cell => (string)cell["id"]!, SourceNotebook.Text);
        Assert.All(text.Keys.Where(id => id.StartsWith("check-", StringComparison.Ordinal)), id =>
        {
            var hint = Hint().Match(text[$"exercise-{id["check-".Length..]}-text"]);
            Assert.True(hint.Success, $"{id}: no folded hint ends its question");
            Assert.DoesNotContain(hint.Groups[1].Value, text[id], StringComparison.Ordinal);
        });
    }

    private static void AssertKeys(JsonObject json, params string[] allowed) =>
        Assert.All(json, entry => Assert.Contains(entry.Key, allowed));

    // The empty lines let Markdown read what stands between them.
    [GeneratedRegex(@"\n\n<details><summary>Hint</summary>\n\n([^<]+)\n\n</details>\z")]
    private static partial Regex Hint();

    [GeneratedRegex(@"(?m)^\s*(#r|#load|#![\w-]+|#i)\b")]
    private static partial Regex DirectiveLine();
}
