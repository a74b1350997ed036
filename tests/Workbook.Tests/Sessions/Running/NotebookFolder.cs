using System.Text.Json.Nodes;
using Workbook.Documents;
using Workbook.Sessions.Running;

namespace Workbook.Tests.Sessions.Running;

/// <summary>A folder with one notebook in it, made of the given cells, and its run.</summary>
internal sealed class NotebookFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workbook-run-");

    public NotebookFolder(params Cell[] cells) => NotebookWriter.Write(new Notebook(cells), Source);

    public string Path => _folder.FullName;

    public string Source => System.IO.Path.Combine(Path, "lesson.ipynb");

    public string Target => System.IO.Path.Combine(Path, "run", "lesson.ipynb");

    public Notebook Executed => NotebookReader.Read(Target);

    public static Cell Code(string id, string source, params string[] tags) => new(CellKind.Code, id, source)
    {
        Metadata = tags.Length == 0 ? [] : new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]) },
    };

    public Task<RunResult> RunAsync(
        RunOptions? options = null, Action<RunStep>? progress = null, CancellationToken cancellation = default) =>
        new NotebookRunner(Source, Target, options ?? new RunOptions(), new Steps(progress)).RunAsync(cancellation);

    public string Text(int cell) => Text(cell, _ => true);

    /// <summary>What a cell said on one stream; between two streams there is no order to rely on.</summary>
    public string Text(int cell, string stream) => Text(cell, output => output.Name == stream);

    private string Text(int cell, Func<StreamOutput, bool> which) =>
        string.Concat(Executed.Cells[cell].Outputs.OfType<StreamOutput>().Where(which).Select(output => output.Text));

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class Steps(Action<RunStep>? action) : IProgress<RunStep>
    {
        public void Report(RunStep value) => action?.Invoke(value);
    }
}
