using System.Net;
using System.Text.Json;

namespace Diffusion.Charts.Display;

/// <summary>A figure as a piece of HTML that draws itself on any page: title, plot, caption, script.</summary>
internal static class FigureHtml
{
    // Two turns of 50 ms are enough where nothing is on its way; else the page gets two seconds to bring its own script.
    private const int TurnsWithoutFile = 2;
    private const int TurnsWithFile = 40;

    private static readonly string Style = Resource("figure.css");
    private static readonly string Plot = Resource("plot.js");
    private static readonly string Look = Resource("figure.js");

    /// <summary>The figure; the first of a process brings Plotly's script along.</summary>
    public static string Render(Figure figure) => Render(
        figure,
        $"figure-{Guid.NewGuid():N}",
        PlotlyScript.TakeElement());

    /// <summary>The figure under a given id, after a given script element.</summary>
    public static string Render(Figure figure, string id, string plotly)
    {
        var alt = WebUtility.HtmlEncode(figure.AltText);
        var role = figure.Layout.Sliders is null ? "role=\"img\"" : "role=\"group\" tabindex=\"0\"";
        return $"""
            <style>{Style}</style>
            {plotly}<figure class="diffusion-figure">
            <div class="diffusion-figure-title">{WebUtility.HtmlEncode(figure.Title)}</div>
            <div class="diffusion-figure-plot" id="{id}" data-figure="plotly" {role} aria-label="{alt}"></div>
            <noscript>{alt}</noscript>
            {Caption(figure.Caption)}</figure>
            <script>
            {Plot}("{id}",{figure.ToJson()},{Turns(plotly)},{Look}({Shape(figure.Shape)}));
            </script>

            """;
    }

    private static string Caption(string? caption) =>
        caption is null ? "" : $"<figcaption>{WebUtility.HtmlEncode(caption)}</figcaption>\n";

    private static string Shape(FigureShape shape) => JsonSerializer.Serialize(new
    {
        ratio = shape.Ratio,
        min = shape.MinHeight,
        max = shape.MaxHeight,
        footer = shape.Footer,
        square = shape.Square,
        panels = shape.Panels,
        columns = shape.Columns,
        breaks = FigureShape.Breaks,
        gap = PanelGrid.Gap,
    });

    private static int Turns(string plotly) =>
        plotly.Length > 0 || PlotlyScript.HasFile ? TurnsWithFile : TurnsWithoutFile;

    private static string Resource(string name)
    {
        using var stream = typeof(FigureHtml).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}
