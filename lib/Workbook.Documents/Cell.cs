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

    /// <summary>The language of the cell, by .NET Interactive's name for it.</summary>
    public string Kernel => Kind switch
    {
        CellKind.Markdown => KernelNames.Markdown,
        CellKind.Raw => KernelNames.Raw,
        _ => NotedKernel ?? KernelNames.CSharp,
    };

    /// <summary>The language that tools have noted of the cell; null where none has.</summary>
    public string? NotedKernel => Noted("polyglot_notebook", "kernelName") ?? Noted("dotnet_interactive", "language");

    /// <summary>What a session is given to run: the text, with its language where that is not C#.</summary>
    public string Code => Kernel == KernelNames.CSharp ? Source : $"#!{Kernel}\n{Source}";

    public IEnumerable<string> Tags =>
        Metadata[TagsKey] is JsonArray tags ? tags.OfType<JsonValue>().Select(tag => tag.ToString()) : [];

    public bool HasTag(string tag) => Tags.Contains(tag, StringComparer.Ordinal);

    /// <summary>Its place among slides, by nbconvert's convention: slide, subslide, fragment, skip, notes or -; null where nothing is noted.</summary>
    public string? SlideType => Noted("slideshow", "slide_type");

    /// <summary>The cell as it was before it ever ran.</summary>
    public Cell Cleared() => this with { Outputs = [], ExecutionCount = null };

    /// <summary>The cell with one entry of its metadata replaced.</summary>
    public Cell WithMetadata(string key, JsonNode? value)
    {
        var metadata = Metadata.DeepClone().AsObject();
        metadata[key] = value;
        return this with { Metadata = metadata };
    }

    private string? Noted(string tool, string key) =>
        Metadata[tool] is JsonObject notes && notes[key] is JsonValue value && value.TryGetValue<string>(out var name) && name.Length > 0 ? name : null;
}

/// <summary>What a cell holds: nbformat's <c>cell_type</c>.</summary>
internal enum CellKind
{
    Code,
    Markdown,
    Raw,
}
