using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>Reads the metadata of a notebook or a cell, and keeps there what stands beside it against the format.</summary>
/// <param name="mendings">Hears of what was mended.</param>
internal sealed class MetadataReader(Mendings mendings)
{
    private const string Key = "metadata";

    /// <param name="owner">What has the metadata.</param>
    /// <param name="others">The properties that are read elsewhere.</param>
    public JsonObject Read(JsonPlace owner, params ReadOnlySpan<string> others)
    {
        var found = owner.Optional(Key);
        if (found is not (null or JsonObject))
            mendings.Add("its metadata are no object: they are left out", owner.Where);
        var metadata = (found as JsonObject)?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in owner.Members)
            if (name != Key && !others.Contains(name))
                Keep(metadata, name, value, owner.Where);
        return metadata;
    }

    // A saved notebook may hold nothing else beside the known properties; in its metadata it may hold anything.
    private void Keep(JsonObject metadata, string name, JsonNode? value, string where)
    {
        if (value is null || metadata.ContainsKey(name))
        {
            mendings.Add($"the property '{name}' is not one of the format: it is left out", where);
            return;
        }
        mendings.Add($"the property '{name}' is not one of the format: it is kept in the metadata", where);
        metadata[name] = value.DeepClone();
    }
}
