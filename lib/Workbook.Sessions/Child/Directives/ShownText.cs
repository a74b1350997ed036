using System.Text.Json.Nodes;
using Workbook.Documents;

namespace Workbook.Sessions.Child.Directives;

/// <summary>What a page is given of a text that is shown rather than run.</summary>
internal static class ShownText
{
    private const string MermaidType = "text/vnd.mermaid";

    public static MimeBundle Bundle(ShownPart part)
    {
        if (part.Language == CellLanguage.Mermaid)
            // JupyterLab draws the first, most others Markdown's fence; the text is for who draws neither.
            return Create((MermaidType, part.Text), (MimeBundle.Markdown, $"```mermaid\n{part.Text}\n```"), (MimeBundle.Plain, part.Text));
        return part.Language == CellLanguage.JavaScript
            ? Create((MimeBundle.JavaScript, part.Text), (MimeBundle.Plain, "A script, for a page that runs it."))
            : new MimeBundle(part.Language.MimeType!, part.Text);
    }

    private static MimeBundle Create(params ReadOnlySpan<(string Mime, string Text)> entries)
    {
        var bundle = new MimeBundle([]);
        foreach (var (mime, text) in entries)
            bundle = bundle.With(mime, JsonValue.Create(text));
        return bundle;
    }
}
