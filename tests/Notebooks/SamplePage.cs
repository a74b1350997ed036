using System.Text.Json.Nodes;
using Workbook.Base;
using Workbook.Book;
using Workbook.Documents;

namespace Notebooks.Tests;

/// <summary>A book of one executed notebook, written by hand: for what the pages do, whatever the series holds.</summary>
public sealed class SamplePage : IDisposable
{
    private static readonly Repository Project = Repository.Find(AppContext.BaseDirectory);
    private readonly Repository _sample = new(Directory.CreateTempSubdirectory("page-").FullName);

    public SamplePage()
        : this(Cells())
    {
    }

    internal SamplePage(IReadOnlyList<Cell> cells)
    {
        File.WriteAllText(_sample.Solution, "");
        foreach (var file in Directory.EnumerateFiles(Project.Assets, "*", SearchOption.AllDirectories))
            BookFolder.Copy(file, System.IO.Path.Combine(_sample.Assets, System.IO.Path.GetRelativePath(Project.Assets, file)));
        var notebook = new Notebook(cells);
        NotebookWriter.Write(notebook.Cleared(), System.IO.Path.Combine(_sample.Notebooks, "01-sample.ipynb"));
        NotebookWriter.Write(notebook, System.IO.Path.Combine(_sample.Runs, "01-sample.ipynb"));
        BookBuilder.Build(_sample);
        Path = System.IO.Path.Combine(_sample.Book, "01-sample.html");
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(_sample.Root, recursive: true);

    private static Cell[] Cells() =>
    [
        new(CellKind.Markdown, "top", "# A sample\n\n**Question.** Does $x_t$ show? (扩散模型)\n\n" + Formula),
        .. Enumerable.Range(1, 4).SelectMany(part => new Cell[]
        {
            new(CellKind.Markdown, $"text-{part}", $"## Part {part}\n\n" + string.Concat(Enumerable.Repeat("Some words that fill a line or two of a paragraph. ", 20))),
            new(CellKind.Code, $"code-{part}", $"var part = {part};            // a comment that is long enough to reach far to the right\npart")
            {
                ExecutionCount = part,
                Outputs = [new StreamOutput("stdout", "12345"), new DisplayOutput(new MimeBundle([new(MimeBundle.Plotly, Figure(part)), new(MimeBundle.Plain, $"Chart {part}.")]))],
            },
        }),
    ];

    private const string Formula = """
        $$
        \begin{aligned}
        q(x_t \mid x_0) &= \mathcal{N}\!\left(\sqrt{\bar\alpha_t}\,x_0,\ (1-\bar\alpha_t) I\right) \\
        x_t &= \sqrt{\bar\alpha_t}\, x_0 + \sqrt{1-\bar\alpha_t}\, \varepsilon_{\text{noise}} \qquad a < b
        \end{aligned}
        $$
        """;

    private static JsonNode Figure(int part) => JsonNode.Parse($$$"""
        {
          "data": [{"type": "scatter", "mode": "markers", "x": [1, 2, 3], "y": [{{{part}}}, 1, 2]}],
          "frames": [{"name": "a", "data": [{"y": [1, 2, 3]}]}, {"name": "b", "data": [{"y": [9, 1, 5]}]}],
          "layout": {
            "title": {"text": "Chart {{{part}}}"}, "height": 400,
            "sliders": [{"steps": [
              {"label": "a", "method": "animate", "args": [["a"], {"mode": "immediate", "frame": {"duration": 0}}]},
              {"label": "b", "method": "animate", "args": [["b"], {"mode": "immediate", "frame": {"duration": 0}}]}]}]
          }
        }
        """)!;
}
