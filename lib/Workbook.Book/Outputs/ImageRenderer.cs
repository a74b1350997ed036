using System.Buffers.Binary;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Workbook.Book.Outputs;

/// <summary>A picture, held in the page itself, with its size, so that the text does not jump when it appears.</summary>
internal static class ImageRenderer
{
    /// <param name="mime">Its type.</param>
    /// <param name="content">Base64, or the text of an SVG.</param>
    /// <param name="hints">The output's metadata for that type: width, height.</param>
    /// <param name="alt">What it shows.</param>
    public static string Render(string mime, string content, JsonObject? hints, string alt)
    {
        // As a picture an SVG cannot run scripts, and its ids do not meet those of the page.
        var base64 = mime == "image/svg+xml"
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes(content))
            : string.Concat(content.Where(character => !char.IsWhiteSpace(character)));
        var (width, height) = Size(base64, mime);
        width = Hint(hints, "width") ?? width;
        height = Hint(hints, "height") ?? (Hint(hints, "width") is null ? height : null);
        var size = (width is null ? "" : $" width=\"{width}\"") + (height is null ? "" : $" height=\"{height}\"");
        var text = WebUtility.HtmlEncode(alt.Trim());
        return $"<figure class=\"output picture\"><img src=\"data:{mime};base64,{base64}\" alt=\"{text}\"{size} decoding=\"async\"></figure>";
    }

    private static int? Hint(JsonObject? hints, string name) =>
        hints?[name] is JsonValue value && value.TryGetValue<double>(out var number) && number > 0 ? (int)number : null;

    private static (int? Width, int? Height) Size(string base64, string mime)
    {
        var head = new byte[24];
        if (base64.Length < 32 || !Convert.TryFromBase64String(base64[..32], head, out _))
            return (null, null);
        return mime switch
        {
            "image/png" => (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20))),
            "image/gif" => (BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6)), BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8))),
            _ => (null, null),
        };
    }
}
