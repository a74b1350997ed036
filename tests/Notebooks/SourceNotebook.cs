using System.Text.Json.Nodes;

namespace Notebooks.Tests;

/// <summary>A committed notebook as JSON, read without the host's own reader so that the two can disagree.</summary>
internal sealed record SourceNotebook(string Path, JsonObject Root)
{
    /// <summary>Whether a notebook is an appendix, named by a letter: <c>A-plotly-net</c>. It compares, and sets no exercises.</summary>
    public static bool IsAppendix(string name) => System.IO.Path.GetFileName(name) is [>= 'A' and <= 'Z', '-', ..];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IReadOnlyList<JsonObject> Cells => [.. Root["cells"]!.AsArray().Select(cell => cell!.AsObject())];

    public IEnumerable<JsonObject> CodeCells => Cells.Where(cell => (string?)cell["cell_type"] == "code");

    public static SourceNotebook Read(string path) =>
        new(path, JsonNode.Parse(File.ReadAllText(path))!.AsObject());

    /// <summary>A cell's text; nbformat allows one string or a list of lines.</summary>
    public static string Text(JsonObject cell) => cell["source"] is JsonArray lines
        ? string.Concat(lines.Select(line => (string?)line))
        : cell["source"]!.GetValue<string>();

    /// <summary>A code cell of C# as the format wants it, not run yet.</summary>
    public static JsonObject CodeCell(string id, string source) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["outputs"] = new JsonArray(),
        ["source"] = source,
    };

    public static IReadOnlyList<string> Tags(JsonObject cell) =>
        cell["metadata"]?["tags"] is JsonArray tags ? [.. tags.Select(tag => (string)tag!)] : [];

    /// <summary>Every notebook of the series, and the solutions.</summary>
    public static IEnumerable<string> All(string root) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(root, "notebooks"), "*.ipynb", SearchOption.AllDirectories)
            .Where(path => !path.Contains(".ipynb_checkpoints", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
