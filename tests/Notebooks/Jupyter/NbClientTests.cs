using System.Globalization;
using System.Text.RegularExpressions;
using Workbook.Base;
using Workbook.Documents;
using Workbook.Sessions.Running;
using Workbook.Tests.Jupyter;

namespace Notebooks.Tests.Jupyter;

/// <summary>Every notebook through the kernel, by Jupyter's own executor: it says what <c>workbook run</c> says.</summary>
public sealed partial class NbClientTests(WorkbookFixture workbook, JupyterHome home) : IClassFixture<JupyterHome>
{
    private const double LargestRounding = 1e-4;
    private static readonly Repository Project = Repository.Find(AppContext.BaseDirectory);

    public static TheoryData<string> Names() => [.. WorkbookFixture.Names];

    [Theory, MemberData(nameof(Names))]
    public async Task Notebook_ThroughTheKernel_SaysTheSame(string name)
    {
        _ = home.Machine; // Skips before anything runs where there is no client.
        var expected = NotebookReader.Read((await workbook.RunAsync(name)).Target);

        var executed = NotebookReader.Read(await ExecuteAsync(name));

        Assert.Equal(Texts(expected), Texts(executed));
    }

    private async Task<string> ExecuteAsync(string name)
    {
        var source = Path.Combine(Project.Notebooks, name + ".ipynb");
        var asked = Path.Combine(home.Folder, name.Replace('/', '-') + ".ipynb");
        var target = Path.ChangeExtension(asked, ".done.ipynb");
        NotebookWriter.Write(ParameterCell.Inject(NotebookReader.Read(source), ShortRuns.For(name), name).Cleared(), asked);
        await home.RunPythonAsync(JupyterHome.Script("execute.py"), asked, target, Path.GetDirectoryName(source)!);
        return target;
    }

    private static List<string> Texts(Notebook notebook) =>
        [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => Text(cell))];

    // A cell's text with times and what is no more than rounding masked: they are the machine's, not the notebook's.
    private static string Text(Cell cell) => Difference().Replace(Time().Replace(string.Concat(cell.Outputs.Select(output => output switch
    {
        StreamOutput stream => stream.Text,
        RichOutput rich => rich.Data.Text(MimeBundle.Plain) + "\n",
        _ => output.ToString(),
    })), "<time>"), found => double.Parse(found.Value, CultureInfo.InvariantCulture) < LargestRounding ? "<rounding>" : found.Value);

    [GeneratedRegex(@"(?<=difference from the library's: )\d+(\.\d+)?(E-\d+)?")]
    private static partial Regex Difference();

    [GeneratedRegex(@"\d+(\.\d+)?\s*(ms|s|min|seconds?|steps/s|steps per second)\b|(?<=factor )\d+(\.\d+)?")]
    private static partial Regex Time();
}
