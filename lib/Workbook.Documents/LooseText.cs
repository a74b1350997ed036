using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>Reads text as it may be found: numbers in its place, lists of lines with holes in them.</summary>
/// <param name="mendings">Hears of what was mended.</param>
internal sealed class LooseText(Mendings mendings)
{
    /// <summary>Text that the format lets be one string or a list of lines; empty where there is nothing.</summary>
    /// <exception cref="NotebookException">It is an object, or holds one.</exception>
    public string Read(JsonPlace place)
    {
        switch (place.Node)
        {
            case null:
                return "";
            case JsonArray lines:
                return string.Concat(lines.Select((line, index) => Line(place.At(line, $"[{index}]", place.Where))));
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return value.GetValue<string>();
            case JsonValue value:
                mendings.Add("holds a number or a truth value in place of text: it is read as text", place.Where);
                return value.ToJsonString();
            default:
                throw place.Error("should be text or a list of lines, and is an object", JsonPlace.Remedy);
        }
    }

    /// <summary>The text under a name; empty where there is none.</summary>
    public string Read(JsonPlace owner, string key) => Read(owner.Member(key));

    private string Line(JsonPlace place)
    {
        if (place.Node is null)
            mendings.Add("holds a line that is null: it is left out", place.Where);
        else if (place.Node is JsonArray)
            mendings.Add("holds a list of lines within a list: they are joined", place.Where);
        return Read(place);
    }
}
