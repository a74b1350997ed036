using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Workbook.Base;
using Workbook.Book;
using Workbook.Documents;

namespace Workbook.Tests.Book;

/// <summary>A project of its own in a temporary folder, whose notebooks a test writes.</summary>
internal sealed class BookProject : IDisposable
{
    public BookProject()
    {
        Directory.CreateDirectory(Repository.Notebooks);
        File.WriteAllText(Repository.Solution, "");
    }

    public Repository Repository { get; } = new(Directory.CreateTempSubdirectory("book-").FullName);

    public void Write(string name, params Cell[] cells) =>
        NotebookWriter.Write(new Notebook(cells), Path.Combine(Repository.Notebooks, name + ".ipynb"));

    public void WriteRun(string name, params Cell[] cells) =>
        NotebookWriter.Write(new Notebook(cells), Path.Combine(Repository.Runs, name + ".ipynb"));

    public void WriteFile(string path, string text)
    {
        var full = Path.Combine(Repository.Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public BookResult Build() => BookBuilder.Build(Repository);

    public IHtmlDocument Page(string file) =>
        new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(Repository.Book, file)));

    public static Cell Markdown(string id, string text) => new(CellKind.Markdown, id, text);

    public static Cell Code(string id, string text, int? count = null, params Output[] outputs) =>
        new(CellKind.Code, id, text) { ExecutionCount = count, Outputs = outputs };

    public static Cell Timed(Cell cell, double seconds)
    {
        var start = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        return cell.WithMetadata("execution", new JsonObject
        {
            ["iopub.execute_input"] = start.ToString("O"),
            ["shell.execute_reply"] = start.AddSeconds(seconds).ToString("O"),
        });
    }

    public void Dispose() => Directory.Delete(Repository.Root, recursive: true);
}
