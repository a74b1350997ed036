using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Workbook.Book.Markdown;
using Workbook.Documents;

namespace Workbook.Book.Outputs;

/// <summary>Turns the outputs of a page's cells into HTML, each in the richest representation that a page can draw.</summary>
/// <param name="markdown">Renders the outputs that are Markdown.</param>
internal sealed class OutputRenderer(MarkdownRenderer markdown)
{
    private const string Latex = "text/latex";

    /// <summary>Lines of a console stream that are shown before the rest is folded away.</summary>
    private const int ShownLines = 12;
    private const int LongLines = 24;

    /// <summary>What a page can draw, the richest first.</summary>
    private static readonly string[] Preference =
    [
        MimeBundle.Plotly, MimeBundle.Html, MimeBundle.Svg, MimeBundle.Png, "image/gif", "image/jpeg", "image/webp",
        MimeBundle.Markdown, Latex, MimeBundle.Plain, "application/json",
    ];

    /// <summary>How many figures and pictures there were so far.</summary>
    public int Figures { get; private set; }

    /// <summary>How many of them need the chart script.</summary>
    public int Charts { get; private set; }

    public string Render(IEnumerable<Output> outputs)
    {
        var html = new StringBuilder();
        foreach (var output in Join(outputs))
            html.Append(Render(output)).Append('\n');
        return html.ToString();
    }

    /// <summary>The representation that the page shows; null where there is none that it can.</summary>
    internal static string? Choose(MimeBundle data) => Preference.FirstOrDefault(data.Has) ?? data.Types.FirstOrDefault(MimeBundle.IsJson);

    private string Render(Output output) => output switch
    {
        StreamOutput stream => Stream(stream),
        ErrorOutput error => Error(error),
        RichOutput rich => Rich(rich),
        _ => "",
    };

    private string Rich(RichOutput output)
    {
        var data = output.Data;
        var alt = output.Metadata["alt"]?.ToString() ?? data.Text(MimeBundle.Plain) ?? "";
        switch (Choose(data))
        {
            case null:
                return "";
            case MimeBundle.Plotly:
                Charts++;
                Figures++;
                return Chart(data, alt);
            case MimeBundle.Html:
                return ChartScript.IsAlone(data) ? "" : $"<div class=\"output html\">{ChartScript.HtmlOf(data)}</div>";
            case MimeBundle.Markdown:
                return $"<div class=\"output prose\">{markdown.Render(data.Text(MimeBundle.Markdown)!)}</div>";
            case Latex:
                return $"<div class=\"output tex display\">{WebUtility.HtmlEncode(data.Text(Latex)!.Trim().Trim('$'))}</div>";
            case var mime when mime.StartsWith("image/", StringComparison.Ordinal):
                Figures++;
                return ImageRenderer.Render(mime, data.Text(mime)!, output.Metadata[mime] as JsonObject, alt);
            case var mime:
                return Pre("output text", AnsiText.ToHtml(data.Text(mime)!.TrimEnd()));
        }
    }

    /// <summary>A figure that comes with HTML draws itself, and knows best how it fits a page; else the page's script draws it.</summary>
    private static string Chart(MimeBundle data, string alt) => data.Has(MimeBundle.Html)
        ? $"<div class=\"output chart\">{ChartScript.HtmlOf(data)}</div>"
        : ChartRenderer.Render(data[MimeBundle.Plotly]!, alt);

    private static string Stream(StreamOutput stream)
    {
        var kind = stream.Name == StreamOutput.Error ? "output stream stderr" : "output stream";
        var lines = AnsiText.ToHtml(AnsiText.Settle(stream.Text).TrimEnd()).Split('\n');
        if (lines.Length <= LongLines)
            return Pre(kind, string.Join('\n', lines));
        var shown = Pre(kind, string.Join('\n', lines[..ShownLines]));
        var rest = Pre(kind, string.Join('\n', lines[ShownLines..]));
        return $"<div class=\"long\">{shown}<details><summary>{lines.Length - ShownLines} more lines</summary>{rest}</details></div>";
    }

    private static string Error(ErrorOutput error)
    {
        var what = $"<strong>{WebUtility.HtmlEncode(error.Name)}</strong>";
        if (error.Value.Length > 0)
            what += $": {AnsiText.ToHtml(error.Value)}";
        var trace = AnsiText.ToHtml(string.Join('\n', error.Traceback).TrimEnd());
        var details = trace.Length == 0 ? "" : $"<details><summary>Where it happened</summary>{Pre("trace", trace)}</details>";
        return $"<div class=\"output error\" role=\"group\" aria-label=\"Error\"><p>{what}</p>{details}</div>";
    }

    private static string Pre(string kind, string html) => $"<pre class=\"{kind}\" tabindex=\"0\">{html}</pre>";

    /// <summary>A cell that writes now to one stream, now to the other, gives many small pieces: neighbours are one text.</summary>
    private static IEnumerable<Output> Join(IEnumerable<Output> outputs)
    {
        Output? last = null;
        foreach (var output in outputs)
            if (last is StreamOutput before && output is StreamOutput now && before.Name == now.Name)
                last = before with { Text = before.Text + now.Text };
            else
            {
                if (last is not null)
                    yield return last;
                last = output;
            }
        if (last is not null)
            yield return last;
    }
}
