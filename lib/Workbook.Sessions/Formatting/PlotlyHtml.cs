using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Workbook.Sessions.Formatting;

/// <summary>A Plotly figure as a piece of HTML that draws itself on any page.</summary>
internal static class PlotlyHtml
{
    // In turns of 50 ms: two are enough where nothing is on its way; else the page gets two seconds to bring the script.
    private const int TurnsWithoutFile = 2;
    private const int TurnsWithFile = 40;

    private static readonly string Script = Resource("plot.js");

    /// <param name="figure">Data, layout, configuration.</param>
    /// <param name="alt">One line that says what it shows.</param>
    public static string Render(JsonObject figure, string alt)
    {
        var id = $"plot-{Guid.NewGuid():N}";
        var text = WebUtility.HtmlEncode(alt);
        var width = figure["layout"]?["width"] is JsonValue value && value.TryGetValue<double>(out var pixels)
            ? string.Create(CultureInfo.InvariantCulture, $"max-width:{pixels}px;") : "";
        // The standard encoder escapes <, > and &, so the data cannot end the script element.
        return $"""
            {PlotlyScript.Element}<figure style="margin:0">
            <div id="{id}" data-figure="plotly" role="img" aria-label="{text}" style="{width}overflow:hidden"></div>
            <noscript>{text}</noscript>
            </figure>
            <script>
            {Script}("{id}",{figure.ToJsonString()},{(PlotlyScript.IsHere ? TurnsWithFile : TurnsWithoutFile)});
            </script>
            """;
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(PlotlyHtml).Assembly.GetManifestResourceStream($"Workbook.Sessions.{name}")!);
        return reader.ReadToEnd().Trim();
    }
}
