using System.Globalization;
using System.Text.Json.Nodes;

namespace Interactive.Tests;

/// <summary>Every notebook and its solutions, in .NET Interactive's engine as its last packages hold it.</summary>
public sealed class NotebookTests(ITestOutputHelper output)
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    private static readonly string[] Figure = [Plotly, "text/html", "text/plain"];

    /// <summary>The lessons and their solutions. An appendix may use what came after that engine.</summary>
    public static TheoryData<string> Notebooks() => [.. EngineProcess.Names.Where(name => !char.IsAsciiLetterUpper(name[0]))];

    [Theory, MemberData(nameof(Notebooks))]
    public async Task Notebook_InTheEngine_ComesToItsEndWithItsFigures(string name)
    {
        var run = await EngineProcess.RunAsync(name, TestContext.Current.CancellationToken);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {run.Seconds:0.0} s, at most {run.PeakMegabytes} MB"));
        Assert.Empty(run.Cells.Where(cell => cell.Error is not null).Select(cell => $"{cell.Id}: {cell.Error}"));
        Assert.All(run.Cells.SelectMany(cell => cell.Shown).Where(shown => shown.ContainsKey(Plotly)), shown =>
        {
            Assert.Equal(Figure, shown.Keys.Order(StringComparer.Ordinal));
            Assert.NotNull(JsonNode.Parse(shown[Plotly])!["data"]);
        });
        Assert.Superset(CellsWithPictures(name).ToHashSet(), run.Cells.Where(HasPicture).Select(cell => cell.Id).ToHashSet());
    }

    // Its setup text says so; should this fail one day, the text is to be mended.
    [Fact]
    public async Task AppendixOnPlotlyNet_InTheEngine_LacksANewerFSharpCore()
    {
        var run = await EngineProcess.RunAsync("A-plotly-net", TestContext.Current.CancellationToken);

        Assert.Equal("cloud-net", run.Cells[^1].Id);
        Assert.Contains("FSharp.Core", run.Cells[^1].Error, StringComparison.Ordinal);
    }

    private static bool HasPicture(CellRecord cell) => cell.Shown.Any(shown =>
        shown.ContainsKey(Plotly) || shown.ContainsKey("image/png") || shown.GetValueOrDefault("text/html")?.Contains("<img", StringComparison.Ordinal) == true);

    // As published: what was a figure there is a picture.
    private static IEnumerable<string> CellsWithPictures(string name) => JsonNode.Parse(File.ReadAllText(EngineProcess.Source(name)))!["cells"]!.AsArray()
        .Where(cell => cell!["outputs"] is JsonArray outputs && outputs.Any(shown => shown!["data"]?["image/png"] is not null))
        .Select(cell => (string)cell!["id"]!);
}
