using System.Buffers.Binary;
using System.Text.Json.Nodes;
using Workbook.Base;
using Workbook.Book;
using Workbook.Book.Publishing;
using Workbook.Documents;
using Workbook.Setup;

namespace Notebooks.Tests;

/// <summary>Publishing needs a browser that draws, so it is tested where there is one.</summary>
public sealed class PublishTests : IDisposable
{
    private static readonly Repository Project = Repository.Find(AppContext.BaseDirectory);
    private readonly Repository _sample = new(Directory.CreateTempSubdirectory("publish-").FullName);

    [Fact]
    public async Task Notebook_Published_HoldsTextAndPicturesOnly()
    {
        var (source, executed) = Write(Figure(points: 2000), new StreamOutput("stdout", $"\u001b[32mok\u001b[0m in {_sample.Root}/data\n"), Animation());
        var before = NotebookReader.Read(source);

        var size = await PublishAsync(source, executed);

        var after = NotebookReader.Read(source);
        Assert.Equal(new FileInfo(source).Length, size);
        Assert.Equal(NotebookWriter.ToText(before.Cleared()), NotebookWriter.ToText(after.Cleared()));
        var outputs = after.Cells[1].Outputs;
        Assert.Equal("ok in ./data\n", Assert.IsType<StreamOutput>(outputs[1]).Text);
        foreach (var picture in new[] { outputs[0], outputs[2] }.Cast<DisplayOutput>())
        {
            Assert.Equal(["image/png", "text/plain"], picture.Data.Types.Order(StringComparer.Ordinal));
            Assert.Equal(FigurePainter.Width, (int)picture.Metadata["image/png"]!["width"]!);
        }
        Assert.Equal("A cloud.", ((DisplayOutput)outputs[0]).Data.Text(MimeBundle.Plain));
        Assert.Equal(1, after.Cells[1].ExecutionCount);
    }

    [Fact]
    public async Task Figure_Published_IsTheFigureInItsColours()
    {
        var (source, executed) = Write(Figure(points: 400));

        await PublishAsync(source, executed);

        var png = Pictures(source).Single();
        Assert.Equal((1600, 800), Size(png));
        Assert.InRange(png.Length, 2_000, 120_000);
        var colours = png.AsSpan(png.AsSpan().IndexOf("PLTE"u8) + 4, 3 * 256).ToArray().Chunk(3).ToList();
        Assert.Contains(colours, colour => colour is [255, 255, 255]);
        Assert.Contains(colours, colour => colour is [< 20, > 100 and < 130, > 160 and < 190]); // #0072b2
    }

    [Fact]
    public async Task Caption_Published_StandsBelowTheFigure()
    {
        var (source, executed) = Write(Figure(points: 3, "A &amp; B"), Figure(points: 3, string.Join(' ', Enumerable.Repeat("many words", 20))));

        await PublishAsync(source, executed);

        int[] heights = [.. Pictures(source).Select(png => Size(png).Height)];
        Assert.InRange(heights[0], 820, 880);
        Assert.InRange(heights[1] - heights[0], 20, 80);
    }

    [Fact]
    public async Task NotebookOverTheLimit_Published_HasCoarserFigures()
    {
        var (source, executed) = Write(Figure(points: 1000));
        var sharp = await PublishAsync(source, executed);

        var coarse = await PublishAsync(source, executed, sharp - 1000);

        Assert.InRange(coarse, 5_000, sharp - 1000);
    }

    [Fact]
    public async Task NotebookOverTheLimitEvenSo_IsRefusedAndSaysWhere()
    {
        var (source, executed) = Write(Figure(points: 1000));
        var before = File.ReadAllText(source);

        var problem = await Assert.ThrowsAsync<BookException>(() => PublishAsync(source, executed, 5_000));

        Assert.Contains("cell-1", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(source));
    }

    [Theory]
    [InlineData("/home/someone/data.npy", "/home/someone/data.npy")]
    [InlineData("at 192.168.1.7 on", "192.168.1.7")]
    public async Task Output_ThatTellsOfTheMachine_IsRefused(string text, string found)
    {
        var (source, executed) = Write(new StreamOutput("stdout", text));
        var before = File.ReadAllText(source);

        var problem = await Assert.ThrowsAsync<BookException>(() => PublishAsync(source, executed));

        Assert.Contains(found, problem.Message, StringComparison.Ordinal);
        Assert.Contains("cell-1", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(source));
    }

    [Fact]
    public async Task RunThatFailed_IsRefused()
    {
        var (source, executed) = Write(new ErrorOutput("Oops", "No.", []));

        await Assert.ThrowsAsync<BookException>(() => PublishAsync(source, executed));
    }

    [Fact]
    public async Task RunOfAnotherVersion_IsRefused()
    {
        var (source, executed) = Write(Figure(points: 3));
        NotebookWriter.Write(new Notebook([new Cell(CellKind.Code, "cell-1", "other")]), source);

        await Assert.ThrowsAsync<BookException>(() => PublishAsync(source, executed));
    }

    [Fact]
    public async Task Publish_OfTheChartScript_LeavesItOut()
    {
        var (source, executed) = Write(new DisplayOutput(ChartScript.Alone("<script data-asset=\"plotly\">1</script>\n")), Figure(10));

        await PublishAsync(source, executed);

        Assert.Single(Pictures(source));
    }

    [Fact]
    public async Task Publish_OfAFigureThatHoldsItsCaption_ShowsItOnce()
    {
        var held = Figure(10, "Every tenth point.");
        var layout = held.Data[MimeBundle.Plotly]!["layout"]!;
        layout["title"] = new JsonObject { ["text"] = "A cloud<br><span>Every tenth point.</span>" };
        (layout["height"], layout["margin"]) = (422, new JsonObject { ["t"] = 122 });
        layout["meta"] = new JsonObject { ["title"] = "A cloud", ["captionheight"] = 22 };
        var (source, executed) = Write(Figure(10, "Every tenth point."), held);

        await PublishAsync(source, executed);

        var pictures = Pictures(source).ToList();
        Assert.Equal(pictures[0], pictures[1]);
    }

    public void Dispose() => Directory.Delete(_sample.Root, recursive: true);

    private async Task<int> PublishAsync(string source, string executed, int limit = Publisher.Limit)
    {
        var chromium = BrowserStep.Find(new Machine());
        Assert.SkipWhen(chromium is null, "There is no Chromium to draw with. Install it with `apt-get install chromium`.");
        Assert.SkipUnless(BrowserFixture.HaveScripts, BrowserFixture.NoScripts);
        var cancellation = TestContext.Current.CancellationToken;
        var plotly = Path.Combine(Project.Assets, AssetManifest.Load(Project).Single(asset => asset.Name == "plotly").File!);
        await using var painter = await FigurePainter.StartAsync(chromium!, plotly, cancellation);
        return await new Publisher(_sample, painter, limit).PublishAsync(source, executed, cancellation);
    }

    private (string Source, string Executed) Write(params Output[] outputs)
    {
        var source = Path.Combine(_sample.Notebooks, "01-sample.ipynb");
        var executed = Path.Combine(_sample.Runs, "01-sample.ipynb");
        var notebook = new Notebook([new Cell(CellKind.Markdown, "top", "# A *sample*\n"), new Cell(CellKind.Code, "cell-1", "Show();\n\n// 扩散") { ExecutionCount = 1, Outputs = outputs }]);
        NotebookWriter.Write(notebook.Cleared(), source);
        NotebookWriter.Write(notebook, executed);
        return (source, executed);
    }

    private static IEnumerable<byte[]> Pictures(string source) => NotebookReader.Read(source).Cells[1].Outputs.Cast<DisplayOutput>()
        .Select(output => Convert.FromBase64String(output.Data.Text(MimeBundle.Png)!));

    private static (int Width, int Height) Size(byte[] png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

    private static DisplayOutput Figure(int points, string? caption = null)
    {
        var random = new Random(7);
        JsonArray Numbers() => [.. Enumerable.Range(0, points).Select(_ => (JsonNode)Math.Round(random.NextDouble(), 4))];
        var figure = new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject { ["type"] = "scatter", ["mode"] = "markers", ["x"] = Numbers(), ["y"] = Numbers(), ["marker"] = new JsonObject { ["color"] = "#0072b2" } }),
            ["layout"] = new JsonObject { ["height"] = 400, ["title"] = new JsonObject { ["text"] = "A cloud" } },
        };
        return new DisplayOutput(new MimeBundle([new(MimeBundle.Plotly, figure), new(MimeBundle.Html, caption is null ? "<p>drawn</p>" : $"<figure><figcaption>{caption}</figcaption></figure>"), new(MimeBundle.Plain, "A cloud.")]));
    }

    private static DisplayOutput Animation()
    {
        var figure = JsonNode.Parse("""
            {"data": [{"type": "scatter", "y": [1, 2, 3]}], "layout": {"height": 500, "yaxis": {"range": [0, 10]}},
             "frames": [{"name": "a", "data": [{"y": [1, 2, 3]}]}, {"name": "b", "data": [{"y": [4, 5, 6]}]}, {"name": "c", "data": [{"y": [9, 9, 9]}]}]}
            """);
        return new DisplayOutput(new MimeBundle([new(MimeBundle.Plotly, figure), new(MimeBundle.Plain, "It rises.")]));
    }
}
