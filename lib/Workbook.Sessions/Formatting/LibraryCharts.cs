using System.Reflection;
using System.Text.Json.Nodes;
using Workbook.Documents;

namespace Workbook.Sessions.Formatting;

/// <summary>Shows the charts of Plotly.NET and XPlot.Plotly as Plotly figures; they are known by name, no library is referenced.</summary>
internal static class LibraryCharts
{
    /// <summary>A library: its name after its article, its chart's type, and how to read data, layout and configuration.</summary>
    private sealed record Library(string Name, string TypeName, Func<object, Type, JsonObject> Read);

    private static readonly Library[] Known =
    [
        new("A Plotly.NET", "Plotly.NET.GenericChart", ReadPlotlyNet),
        new("An XPlot", "XPlot.Plotly.PlotlyChart", ReadXPlot),
    ];

    /// <summary>The chart in all its representations; null for anything else.</summary>
    public static MimeBundle? Format(object value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
            if (Known.FirstOrDefault(library => library.TypeName == type.FullName) is { } library)
                return Bundle(library.Read(value, type), library.Name);
        return null;
    }

    private static MimeBundle Bundle(JsonObject figure, string library)
    {
        var alt = Describe(figure, library);
        return new MimeBundle(
        [
            new(MimeBundle.Plotly, figure),
            new(MimeBundle.Html, JsonValue.Create(PlotlyHtml.Render(figure, alt))),
            new(MimeBundle.Plain, JsonValue.Create(alt)),
        ]);
    }

    // Its own toFigureJson() omits the configuration.
    private static JsonObject ReadPlotlyNet(object chart, Type type) =>
        (JsonObject)NewtonsoftJson.Write(type.GetMethod("toChartDTO")!.Invoke(null, [chart]), type.Assembly)!;

    private static JsonObject ReadXPlot(object chart, Type type)
    {
        type.GetMethod("GetInlineJS")!.Invoke(chart, null); // gives the traces their labels
        var option = Field("layout"); // F#'s, null where there is none
        var layout = (JsonObject?)NewtonsoftJson.Write(option?.GetType().GetProperty("Value")!.GetValue(option), type.Assembly) ?? [];
        layout["width"] ??= JsonValue.Create((double)(int)type.GetProperty("Width")!.GetValue(chart)!);
        layout["height"] ??= JsonValue.Create((double)(int)type.GetProperty("Height")!.GetValue(chart)!);
        var figure = new JsonObject { ["data"] = NewtonsoftJson.Write(Field("traces"), type.Assembly) ?? new JsonArray(), ["layout"] = layout };
        RenewTitles(figure);
        return figure;

        object? Field(string name) =>
            type.GetField(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(chart);
    }

    // XPlot writes titles as plotly.js took them before its third version: a text, and its font beside it.
    private static void RenewTitles(JsonNode? node)
    {
        if (node is JsonArray array)
            foreach (var item in array)
                RenewTitles(item);
        if (node is not JsonObject json)
            return;
        foreach (var (_, value) in json)
            RenewTitles(value);
        if (json["title"] is not JsonValue text)
            return;
        json["title"] = new JsonObject { ["text"] = text.DeepClone() };
        if (json.Remove("titlefont", out var font))
            json["title"]!["font"] = font;
    }

    private static string Describe(JsonObject figure, string library)
    {
        var title = figure["layout"]?["title"]?["text"]?.ToString();
        var kinds = figure["data"]!.AsArray().Select(trace => trace?["type"]?.ToString() ?? "scatter").ToList();
        var text = kinds.Count == 1
            ? $"{library} chart ({kinds[0]})."
            : $"{library} chart of {kinds.Count} traces ({string.Join(", ", kinds.Distinct())}).";
        return string.IsNullOrWhiteSpace(title) ? text : $"{title}: {char.ToLowerInvariant(text[0])}{text[1..]}";
    }
}
