using System.Text.Json.Nodes;
using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Jupyter;

/// <summary>A cell's output as Jupyter's clients hear of it.</summary>
/// <param name="Type">The message's type.</param>
/// <param name="Content">What it says.</param>
internal sealed record OutputMessage(string Type, JsonObject Content)
{
    /// <summary>The message for an event; null where the event is no output.</summary>
    public static OutputMessage? From(SessionEvent happened, int executionCount) => happened switch
    {
        StreamEvent stream => new("stream", new JsonObject { ["name"] = stream.Name, ["text"] = stream.Text }),
        WarningEvent warning => From(warning.AsStream, executionCount),
        DisplayEvent shown => new("display_data", Shown(shown.Data, shown.DisplayId)),
        UpdateEvent update => new("update_display_data", Shown(update.Data, update.DisplayId)),
        ResultEvent result => new("execute_result", new JsonObject
        {
            ["execution_count"] = executionCount,
            ["data"] = Data(result.Data),
            ["metadata"] = new JsonObject(),
        }),
        ClearEvent clear => new("clear_output", new JsonObject { ["wait"] = clear.Wait }),
        ErrorEvent error => new("error", Error(error)),
        _ => null,
    };

    /// <summary>An error's fields, which the reply repeats.</summary>
    public static JsonObject Error(ErrorEvent error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Value,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };

    public static JsonObject Data(MimeBundle bundle) =>
        new(bundle.Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));

    private static JsonObject Shown(MimeBundle data, string? displayId) => new()
    {
        ["data"] = Data(data),
        ["metadata"] = new JsonObject(),
        ["transient"] = displayId is null ? new JsonObject() : new JsonObject { ["display_id"] = displayId },
    };
}
