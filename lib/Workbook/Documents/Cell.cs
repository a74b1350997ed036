using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>One cell of a notebook.</summary>
/// <param name="Kind">Code, Markdown or raw text.</param>
/// <param name="Id">Unique in its notebook: 1 to 64 of <c>[a-zA-Z0-9-_]</c>.</param>
/// <param name="Source">The whole text, lines separated by <c>\n</c>.</param>
internal sealed record Cell(CellKind Kind, string Id, string Source)
{
    private const string TagsKey = "tags";

    /// <summary>Everything that tools have noted about the cell; kept as found. Never change one in place: copy it.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>A Markdown cell's pictures by name; null where there are none.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>What the last execution of a code cell produced.</summary>
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>The number in a code cell's brackets; null while it has not run.</summary>
    public int? ExecutionCount { get; init; }

    public IEnumerable<string> Tags =>
        Metadata[TagsKey] is JsonArray tags ? tags.OfType<JsonValue>().Select(tag => tag.ToString()) : [];

    public bool HasTag(string tag) => Tags.Contains(tag, StringComparer.Ordinal);

    /// <summary>The cell as it was before it ever ran.</summary>
    public Cell Cleared() => this with { Outputs = [], ExecutionCount = null };

    /// <summary>The cell with one entry of its metadata replaced.</summary>
    public Cell WithMetadata(string key, JsonNode? value)
    {
        var metadata = Metadata.DeepClone().AsObject();
        metadata[key] = value;
        return this with { Metadata = metadata };
    }
}
