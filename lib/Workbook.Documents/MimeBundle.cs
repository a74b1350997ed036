using System.Collections;
using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>One value in several representations, in the order in which they were given.</summary>
/// <remarks>Text (base64 for pictures) is a JSON string; a JSON type such as a Plotly figure is the JSON itself.</remarks>
internal sealed class MimeBundle : IReadOnlyCollection<KeyValuePair<string, JsonNode?>>
{
    public const string Plain = "text/plain";
    public const string Html = "text/html";
    public const string Markdown = "text/markdown";
    public const string JavaScript = "application/javascript";
    public const string Png = "image/png";
    public const string Svg = "image/svg+xml";
    public const string Plotly = "application/vnd.plotly.v1+json";

    private readonly OrderedDictionary<string, JsonNode?> _entries = [];

    public MimeBundle(IEnumerable<KeyValuePair<string, JsonNode?>> entries)
    {
        foreach (var (mime, value) in entries)
            _entries[mime] = value?.DeepClone();
    }

    /// <summary>A bundle of one text.</summary>
    public MimeBundle(string mime, string text) => _entries[mime] = JsonValue.Create(text);

    public int Count => _entries.Count;

    public IEnumerable<string> Types => _entries.Keys;

    /// <summary>The representation of that type; null where there is none.</summary>
    public JsonNode? this[string mime] => _entries.GetValueOrDefault(mime);

    public bool Has(string mime) => _entries.ContainsKey(mime);

    /// <summary>The representation as text (JSON is written out); null where there is none.</summary>
    public string? Text(string mime) => this[mime] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var json => json.ToJsonString(),
    };

    /// <summary>The bundle with one representation set.</summary>
    public MimeBundle With(string mime, JsonNode? value) =>
        new(_entries.Where(entry => entry.Key != mime).Append(new(mime, value)));

    /// <summary>The bundle without one representation.</summary>
    public MimeBundle Without(string mime) => new(_entries.Where(entry => entry.Key != mime));

    /// <summary>Whether values of that type are JSON rather than text.</summary>
    public static bool IsJson(string mime) =>
        mime == "application/json" ||
        (mime.StartsWith("application/", StringComparison.Ordinal) && mime.EndsWith("+json", StringComparison.Ordinal));

    public IEnumerator<KeyValuePair<string, JsonNode?>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
