using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>The cells of formats 2 and 3, which lie in worksheets and call things by other names, as format 4 has them.</summary>
internal static class OldCells
{
    /// <summary>The oldest format that is read.</summary>
    public const int First = 2;

    /// <summary>What held the cells.</summary>
    public const string Worksheets = "worksheets";

    private static readonly Dictionary<string, string> MimeTypes = new(StringComparer.Ordinal)
    {
        ["text"] = MimeBundle.Plain,
        ["html"] = MimeBundle.Html,
        ["svg"] = MimeBundle.Svg,
        ["png"] = MimeBundle.Png,
        ["jpeg"] = "image/jpeg",
        ["latex"] = "text/latex",
        ["json"] = "application/json",
        ["javascript"] = MimeBundle.JavaScript,
    };

    /// <summary>The cells of all worksheets, renewed.</summary>
    /// <param name="root">The notebook.</param>
    /// <param name="metadata">The notebook's metadata; where they name no language, the cells' is put in.</param>
    public static List<JsonPlace> Upgrade(JsonPlace root, JsonObject metadata)
    {
        var count = 0;
        var sheets = root.Optional(Worksheets) is null ? [root] : root.Items(Worksheets, index => $"worksheet {index + 1}");
        var cells = sheets.SelectMany(sheet => sheet.Items("cells", _ => $"cell {++count}")).ToList();
        if (!metadata.ContainsKey("kernelspec") && !metadata.ContainsKey("language_info")
            && cells.Select(cell => (cell.Node as JsonObject)?["language"]).FirstOrDefault(language => language is not null) is { } language)
            metadata["language_info"] = new JsonObject { ["name"] = language.ToString() };
        return [.. cells.Select(cell => cell.Node is JsonObject members ? cell with { Node = Cell(members) } : cell)];
    }

    private static JsonObject Cell(JsonObject old)
    {
        var cell = old.DeepClone().AsObject();
        cell.Remove("language");
        if (cell["metadata"] is null)
            cell["metadata"] = new JsonObject();
        if (cell["collapsed"] is { } collapsed && cell["metadata"] is JsonObject metadata)
            metadata["collapsed"] = collapsed.DeepClone();
        cell.Remove("collapsed");
        Rename(cell, "input", "source");
        Rename(cell, "prompt_number", "execution_count");
        if (cell["outputs"] is JsonArray outputs)
            cell["outputs"] = new JsonArray([.. outputs.Select(output => output is JsonObject members ? Output(members) : output?.DeepClone())]);
        return cell;
    }

    /// <summary>An output of an older format under its new names.</summary>
    public static JsonObject Output(JsonObject old)
    {
        var output = old.DeepClone().AsObject();
        Rename(output, "prompt_number", "execution_count");
        Rename(output, "stream", "name");
        var type = output["output_type"]?.ToString() switch
        {
            "pyout" => OutputReader.Result,
            "pyerr" => OutputReader.Error,
            var other => other,
        };
        output["output_type"] = type;
        if (type is not (OutputReader.Result or OutputReader.Display) || output["data"] is not null)
            return output;
        var data = new JsonObject();
        foreach (var name in output.Select(member => member.Key).Except(["output_type", "execution_count", "metadata", "data"]).ToList())
        {
            data[MimeTypes.GetValueOrDefault(name, name)] = output[name]?.DeepClone();
            output.Remove(name);
        }
        output["data"] = data;
        return output;
    }

    private static void Rename(JsonObject members, string name, string next)
    {
        if (!members.TryGetPropertyValue(name, out var value))
            return;
        members.Remove(name);
        members.TryAdd(next, value);
    }
}
