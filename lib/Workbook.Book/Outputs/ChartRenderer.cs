using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Workbook.Book.Outputs;

/// <summary>A Plotly figure as a box of the figure's height, with the figure's data beside it; the page's script draws it.</summary>
internal static class ChartRenderer
{
    /// <summary>Plotly's own height where a figure names none.</summary>
    private const double DefaultHeight = 450;

    /// <param name="figure">Data, layout, and where there are any frames and configuration.</param>
    /// <param name="alt">One line that says what it shows.</param>
    public static string Render(JsonNode figure, string alt)
    {
        var layout = figure["layout"] as JsonObject;
        var style = $"height:{Pixels(Number(layout, "height") ?? DefaultHeight)}";
        if (Number(layout, "width") is { } width)
            style += $";max-width:{Pixels(width)}";
        var text = WebUtility.HtmlEncode(alt.Trim());
        // The standard encoder escapes <, > and &, so the data cannot end the script element.
        return $"""
            <figure class="output chart">
            <div class="plot" role="figure" aria-label="{text}" style="{style}"><p class="alt">{text}</p></div>
            <script type="application/json">{figure.ToJsonString()}</script>
            </figure>
            """;
    }

    private static double? Number(JsonObject? layout, string name) =>
        layout?[name] is JsonValue value && value.TryGetValue<double>(out var number) && number > 0 ? number : null;

    private static string Pixels(double value) => value.ToString("0.#", CultureInfo.InvariantCulture) + "px";
}
