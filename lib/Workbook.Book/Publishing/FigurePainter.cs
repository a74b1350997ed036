using System.Globalization;
using System.Text.Json.Nodes;
using Pictures;
using Workbook.Book.Pages;

namespace Workbook.Book.Publishing;

/// <summary>Draws figures and animations as pictures in a headless browser.</summary>
internal sealed class FigurePainter : IAsyncDisposable
{
    /// <summary>How wide a figure is in a notebook, in its own pixels; a scale makes them finer.</summary>
    public const int Width = 800;

    private readonly Chromium _chromium;
    private readonly string _page;

    private FigurePainter(Chromium chromium, string page) => (_chromium, _page) = (chromium, page);

    /// <param name="program">Where Chromium lies.</param>
    /// <param name="plotly">Where the chart script lies.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="BookException">The browser does not start.</exception>
    public static async Task<FigurePainter> StartAsync(string program, string plotly, CancellationToken cancellation)
    {
        var page = Path.Combine(Path.GetTempPath(), $"figures-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(page, Template.Fill("publish.html", new Dictionary<string, string>
        {
            ["plotly"] = new Uri(plotly).AbsoluteUri,
            ["script"] = Template.Read("publish.js"),
        }), cancellation);
        try
        {
            return new FigurePainter(await Chromium.OpenAsync(program, page, cancellation), page);
        }
        catch
        {
            File.Delete(page);
            throw;
        }
    }

    /// <summary>A Plotly figure as PNG, its caption below it.</summary>
    public Task<byte[]> PaintAsync(JsonNode figure, string caption, double scale, CancellationToken cancellation) => PaintAsync(
        string.Create(CultureInfo.InvariantCulture, $"drawFigure({figure.ToJsonString()}, {JsonValue.Create(caption).ToJsonString()}, {Width}, {scale})"),
        cancellation);

    /// <summary>A GIF, in base64, as a PNG of its first, middle and last frame.</summary>
    public Task<byte[]> PaintGifAsync(string base64, CancellationToken cancellation) =>
        PaintAsync($"drawGif(\"{base64}\")", cancellation);

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        File.Delete(_page);
    }

    private async Task<byte[]> PaintAsync(string expression, CancellationToken cancellation)
    {
        var picture = await _chromium.EvaluateAsync(expression, cancellation) ?? throw new BookException("A figure could not be drawn: nothing came back.");
        byte[] palette = [.. picture["palette"]!.AsArray().Select(value => (byte)(int)value!)];
        // A third of the size that a browser's own takes for a chart.
        return new PngWriter((int)picture["width"]!, (int)picture["height"]!, PngColor.Palette) { Palette = palette }
            .Write(Convert.FromBase64String(picture["indices"]!.ToString()));
    }
}
