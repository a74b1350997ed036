using System.Globalization;
using System.Net;

namespace Diffusion.Charts.Display;

/// <summary>A picture as a piece of HTML that needs no other file.</summary>
internal static class PictureHtml
{
    public static string Render(Picture picture) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <figure class="diffusion-figure" style="margin:0">
        <div style="font-weight:600">{WebUtility.HtmlEncode(picture.Title)}</div>
        <img src="data:{picture.MimeType};base64,{Convert.ToBase64String(picture.Bytes.Span)}"
         width="{picture.Width}" height="{picture.Height}" alt="{WebUtility.HtmlEncode(picture.AltText)}"
         style="max-width:100%;height:auto">
        {Caption(picture.Caption)}</figure>
        """);

    private static string Caption(string? caption) => caption is null
        ? ""
        : $"<figcaption style=\"font-size:.85em;opacity:.75\">{WebUtility.HtmlEncode(caption)}</figcaption>\n";
}
