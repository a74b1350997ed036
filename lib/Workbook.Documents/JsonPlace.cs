using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>A JSON value that knows where in which file it stands, so that a wrong one can be named.</summary>
/// <param name="Node">The value.</param>
/// <param name="File">What messages call the file.</param>
/// <param name="Where">What messages call the place, such as "cell 3, output 1".</param>
internal sealed record JsonPlace(JsonNode? Node, string File, string Where)
{
    /// <summary>What to do about a file that makes no sense.</summary>
    public const string Remedy = "Correct it, or restore the file from version control.";

    /// <summary>Where in the file's JSON it stands, such as <c>$.cells[2].source</c>; null where <see cref="Where"/> says as much.</summary>
    public string? Path { get; init; }

    /// <summary>The members of the object that it must be.</summary>
    public JsonObject Members => AsObject();

    public JsonNode? Optional(string key) => AsObject()[key];

    /// <summary>Whether there is such a member, be it null.</summary>
    public bool Has(string key) => AsObject().ContainsKey(key);

    /// <summary>What is under that name, which may be nothing.</summary>
    public JsonPlace Member(string key) => At(Optional(key), $".{key}", $"{Where}, {key}");

    /// <summary>A part of this.</summary>
    public JsonPlace At(JsonNode? node, string step, string where) => new(node, File, where) { Path = Path is null ? null : Path + step };

    public string Text(string key) => OptionalText(key) ?? throw Missing(key, "text");

    public string? OptionalText(string key) => Optional(key) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw Missing(key, "text"),
    };

    public int Integer(string key) =>
        Optional(key) is JsonValue value && value.TryGetValue<int>(out var number) ? number : throw Missing(key, "a whole number");

    /// <summary>A copy of the object under <paramref name="key"/>; an empty one where there is none.</summary>
    public JsonObject Object(string key) => Optional(key) switch
    {
        null => [],
        JsonObject value => value.DeepClone().AsObject(),
        _ => throw Missing(key, "an object"),
    };

    public IEnumerable<JsonPlace> Items(string key, Func<int, string> where) => Optional(key) switch
    {
        JsonArray items => items.Select((item, index) => At(item, $".{key}[{index}]", where(index))),
        _ => throw Missing(key, "a list"),
    };

    /// <summary>Text that the format lets be one string or a list of lines.</summary>
    public string Lines() => Node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray lines => string.Concat(lines.Select(line => new JsonPlace(line, File, Where).Line())),
        _ => throw Error("should be text or a list of lines", Remedy),
    };

    public NotebookException Error(string problem, string remedy) =>
        new(File, $"{Where}{(Path is null or "$" ? "" : $" ({Path})")}: {problem}.", remedy);

    private string Line() =>
        Node is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw Error("holds a line that is no text", Remedy);

    private JsonObject AsObject() => Node as JsonObject ?? throw Error("should be an object", Remedy);

    private NotebookException Missing(string key, string kind) =>
        Error(Optional(key) is null ? $"'{key}' is missing" : $"'{key}' should be {kind}", Remedy);
}
