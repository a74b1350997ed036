using System.Text.Json.Nodes;
using Workbook.Base;

namespace Workbook.Documents;

/// <summary>Writes notebooks as Jupyter itself does, nbformat 4.5.</summary>
internal static class NotebookWriter
{
    /// <summary>Saves the notebook atomically.</summary>
    public static void Write(Notebook notebook, string path) => Aside.WriteText(path, ToText(notebook));

    public static string ToText(Notebook notebook) => JsonText.Write(new JsonObject
    {
        ["cells"] = new JsonArray([.. notebook.Cells.Select(ToJson)]),
        ["metadata"] = notebook.Metadata.DeepClone(),
        ["nbformat"] = Notebook.Format,
        ["nbformat_minor"] = Notebook.FormatMinor,
    });

    private static JsonNode ToJson(Cell cell)
    {
        var json = new JsonObject
        {
            ["cell_type"] = NotebookReader.CellTypes[(int)cell.Kind],
            ["id"] = cell.Id,
            ["metadata"] = cell.Metadata.DeepClone(),
            ["source"] = Lines(cell.Source),
        };
        if (cell.Attachments is not null)
            json["attachments"] = cell.Attachments.DeepClone();
        if (cell.Kind == CellKind.Code)
        {
            json["execution_count"] = cell.ExecutionCount;
            json["outputs"] = new JsonArray([.. cell.Outputs.Select(ToJson)]);
        }
        return json;
    }

    private static JsonNode ToJson(Output output) => output switch
    {
        StreamOutput stream => new JsonObject
        {
            ["output_type"] = "stream",
            ["name"] = stream.Name,
            ["text"] = Lines(stream.Text),
        },
        DisplayOutput display => Rich("display_data", display),
        ResultOutput result => ResultJson(result),
        ErrorOutput error => new JsonObject
        {
            ["output_type"] = "error",
            ["ename"] = error.Name,
            ["evalue"] = error.Value,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(output), output, "No such kind of output."),
    };

    private static JsonObject ResultJson(ResultOutput result)
    {
        var json = Rich("execute_result", result);
        json["execution_count"] = result.ExecutionCount;
        return json;
    }

    private static JsonObject Rich(string type, RichOutput output) => new()
    {
        ["output_type"] = type,
        ["data"] = new JsonObject(output.Data.Select(entry => KeyValuePair.Create(entry.Key, Representation(entry)))),
        ["metadata"] = output.Metadata.DeepClone(),
    };

    // Jupyter splits text, but leaves base64 and JSON whole.
    private static JsonNode? Representation(KeyValuePair<string, JsonNode?> entry) =>
        entry.Value is JsonValue value && value.TryGetValue<string>(out var text) && IsText(entry.Key)
            ? Lines(text)
            : entry.Value?.DeepClone();

    private static bool IsText(string mime) =>
        mime.StartsWith("text/", StringComparison.Ordinal) ||
        mime is MimeBundle.Svg or MimeBundle.JavaScript;

    private static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add(JsonValue.Create(text[start..end]));
            start = end;
        }
        return lines;
    }
}
