using System.Text.Json.Serialization;

namespace Workbook.Setup;

/// <summary>A script or style that pages link: our copy where there is one, else its CDN.</summary>
/// <param name="Name">What pages ask for it by: <c>plotly</c>, <c>katex</c>, <c>katex-css</c>.</param>
/// <param name="Version">Of its package.</param>
/// <param name="File">Our copy, relative to <c>artifacts/assets</c>, with <c>/</c>; null where there is none.</param>
/// <param name="Cdn">Where a page can load the same bytes from.</param>
/// <param name="Integrity">The hash that a browser checks (<c>sha384-…</c>); the same for the copy and for the CDN.</param>
internal sealed record Asset(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("file")] string? File,
    [property: JsonPropertyName("cdn")] string Cdn,
    [property: JsonPropertyName("integrity")] string Integrity);
