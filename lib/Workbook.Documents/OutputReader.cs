using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>Reads one output of a cell, and puts right what is against the format in it.</summary>
/// <param name="mendings">Hears of what was mended.</param>
internal sealed class OutputReader(Mendings mendings)
{
    public const string Stream = "stream", Display = "display_data", Result = "execute_result", Error = "error";

    private const string Type = "output_type", Name = "name", Text = "text", Data = "data", Metadata = "metadata", Count = "execution_count",
        ErrorName = "ename", ErrorValue = "evalue", Traceback = "traceback";

    private static readonly string[] OldTypes = ["pyout", "pyerr"];

    private readonly LooseText _text = new(mendings);

    /// <summary>The output; null for what is none, which a run would replace anyway.</summary>
    public Output? Read(JsonPlace place)
    {
        try
        {
            return Known(Renewed(place));
        }
        catch (NotebookException)
        {
            mendings.Add("cannot be made sense of: it is left out", place.Where);
            return null;
        }
    }

    private JsonPlace Renewed(JsonPlace place)
    {
        if (place.Node is not JsonObject members || !OldTypes.Contains(members[Type]?.ToString()))
            return place;
        mendings.Add($"{Type} is '{members[Type]}', of an older format: it is renewed", place.Where);
        return place with { Node = OldCells.Output(members) };
    }

    private Output? Known(JsonPlace place)
    {
        switch (_text.Read(place, Type))
        {
            case Stream:
                LeaveOut(place, Type, Name, Text);
                return new StreamOutput(NameOf(place), Present(place, Text));
            case Display:
                LeaveOut(place, Type, Data, Metadata);
                return new DisplayOutput(Bundle(place)) { Metadata = MetadataOf(place) };
            case Result:
                LeaveOut(place, Type, Data, Metadata, Count);
                return new ResultOutput(Bundle(place), CellReader.ReadCount(place, mendings)) { Metadata = MetadataOf(place) };
            case Error:
                LeaveOut(place, Type, ErrorName, ErrorValue, Traceback);
                return new ErrorOutput(Present(place, ErrorName), Present(place, ErrorValue), Lines(place));
            case var other:
                mendings.Add($"{Type} is {(other.Length == 0 ? "missing" : $"'{other}'")}: the output is left out", place.Where);
                return null;
        }
    }

    // "transient" most of all: what a kernel says of an output to the program that shows it, and Jupyter saves by no version.
    private void LeaveOut(JsonPlace place, params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in place.Members)
            if (!known.Contains(name))
                mendings.Add($"an output has the property '{name}', not one of the format: it is left out", place.Where);
    }

    private string NameOf(JsonPlace place)
    {
        if (_text.Read(place, Name) is { Length: > 0 } name)
            return name;
        mendings.Add($"a stream has no '{Name}': it is read as {StreamOutput.Out}", place.Where);
        return StreamOutput.Out;
    }

    private string Present(JsonPlace place, string key)
    {
        if (place.Optional(key) is null)
            mendings.Add($"'{key}' is missing in an output: it is read as empty", place.Where);
        return _text.Read(place, key);
    }

    private string[] Lines(JsonPlace place)
    {
        if (place.Optional(Traceback) is JsonArray)
            return [.. place.Items(Traceback, _ => place.Where).Select(_text.Read)];
        var text = Present(place, Traceback);
        return text.Length == 0 ? [] : text.Split('\n');
    }

    private MimeBundle Bundle(JsonPlace place)
    {
        var data = place.Member(Data);
        if (data.Node is not JsonObject members)
        {
            mendings.Add($"'{Data}' is {(data.Node is null ? "missing" : "no object")} in an output: it is read as empty", place.Where);
            return new MimeBundle([]);
        }
        return new MimeBundle(members.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Key, Value(data, entry))));
    }

    // What is no text under a name for text is kept as it is: some programs write JSON under names of their own.
    private JsonNode? Value(JsonPlace data, KeyValuePair<string, JsonNode?> entry) =>
        MimeBundle.IsJson(entry.Key) || entry.Value is JsonObject
            ? entry.Value
            : JsonValue.Create(_text.Read(data.Member(entry.Key)));

    private JsonObject MetadataOf(JsonPlace place)
    {
        if (place.Optional(Metadata) is not (null or JsonObject))
            mendings.Add("the metadata of an output are no object: they are left out", place.Where);
        return (place.Optional(Metadata) as JsonObject)?.DeepClone().AsObject() ?? [];
    }
}
