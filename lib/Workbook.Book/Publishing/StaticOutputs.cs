using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workbook.Book.Outputs;
using Workbook.Documents;

namespace Workbook.Book.Publishing;

/// <summary>Turns a run's outputs into what a committed notebook may hold: text and PNG.</summary>
/// <param name="painter">Draws figures and animations.</param>
/// <param name="scale">How many pixels of a picture make one of the page.</param>
internal sealed partial class StaticOutputs(FigurePainter painter, double scale)
{
    public async Task<IReadOnlyList<Output>> OfAsync(Cell cell, CancellationToken cancellation)
    {
        var outputs = new List<Output>();
        foreach (var output in cell.Outputs.Where(output => output is not RichOutput { Data: var data } || !ChartScript.IsAlone(data)))
            outputs.Add(output switch
            {
                StreamOutput stream => stream with { Text = AnsiText.ToPlain(stream.Text) },
                DisplayOutput display => new DisplayOutput(await OfAsync(display.Data, cell, cancellation)) { Metadata = Size(display) },
                ResultOutput result => new ResultOutput(await OfAsync(result.Data, cell, cancellation), result.ExecutionCount) { Metadata = Size(result) },
                ErrorOutput error => error with { Traceback = [.. error.Traceback.Select(AnsiText.ToPlain)] },
                _ => output,
            });
        return outputs;
    }

    private async Task<MimeBundle> OfAsync(MimeBundle data, Cell cell, CancellationToken cancellation)
    {
        var text = data.Text(MimeBundle.Plain)
            ?? throw new BookException($"Cell {cell.Id} shows something without a text that says what it is. Display it with text/plain too.");
        var plain = new MimeBundle(MimeBundle.Plain, AnsiText.ToPlain(text));
        var png = await PaintAsync(data, cancellation);
        return png is null ? plain : plain.With(MimeBundle.Png, JsonValue.Create(png));
    }

    private async Task<string?> PaintAsync(MimeBundle data, CancellationToken cancellation)
    {
        if (data[MimeBundle.Plotly] is { } figure)
            return Convert.ToBase64String(await painter.PaintAsync(figure, CaptionOf(data), scale, cancellation));
        if (data.Text(MimeBundle.Png) is { } png)
            return png;
        return data.Text(MimeBundle.Html) is { } html && Gif().Match(html) is { Success: true } gif
            ? Convert.ToBase64String(await painter.PaintGifAsync(gif.Groups[1].Value, cancellation))
            : null;
    }

    // What stands below the figure on a page; the figure itself does not hold it.
    private static string CaptionOf(MimeBundle data) =>
        data.Text(MimeBundle.Html) is { } html && Caption().Match(html) is { Success: true } caption ? WebUtility.HtmlDecode(caption.Groups[1].Value) : "";

    /// <summary>A figure is finer than the page: it says how wide it is meant to be.</summary>
    private static JsonObject Size(RichOutput output) => output.Data.Has(MimeBundle.Plotly)
        ? new JsonObject { [MimeBundle.Png] = new JsonObject { ["width"] = FigurePainter.Width } }
        : output.Metadata[MimeBundle.Png] is { } hints ? new JsonObject { [MimeBundle.Png] = hints.DeepClone() } : [];

    [GeneratedRegex("<img\\b[^>]*\\bsrc=\"data:image/gif;base64,([A-Za-z0-9+/=]+)\"")]
    private static partial Regex Gif();

    [GeneratedRegex("<figcaption\\b[^>]*>([^<]*)</figcaption>")]
    private static partial Regex Caption();
}
