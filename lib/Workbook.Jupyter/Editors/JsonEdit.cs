using System.Text;
using System.Text.Json;

namespace Workbook.Jupyter.Editors;

/// <summary>A JSON text with comments and trailing commas, into which something is put so that all the rest stays as it was written.</summary>
internal sealed class JsonEdit
{
    private const string BaseIndent = "    ";

    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string _text;
    private readonly byte[] _bytes;
    private readonly string _mark;

    private JsonEdit(string text)
    {
        _mark = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        _text = text[_mark.Length..];
        _bytes = Encoding.UTF8.GetBytes(_text);
    }

    /// <summary>A value: where it starts and ends in the text's bytes, and what is in it.</summary>
    internal sealed record Value(int Start, JsonTokenType Kind)
    {
        public int End { get; set; }

        public string? Text { get; init; }

        public List<(string? Name, int Start, Value Value)> Items { get; } = [];

        public bool IsObject => Kind == JsonTokenType.StartObject;

        public bool IsArray => Kind == JsonTokenType.StartArray;

        /// <summary>An object's value of that name, the last where there are more, as editors take it; null where there is none.</summary>
        public Value? Find(string name) => Items.LastOrDefault(item => item.Name == name).Value;

        /// <summary>Whether an array holds a text.</summary>
        public bool Has(string text) => Items.Any(item => item.Value.Text == text);
    }

    /// <summary>The object that is the whole text; null where the text holds nothing.</summary>
    public Value? Root { get; private set; }

    /// <exception cref="JsonException">The text is neither empty nor an object.</exception>
    public static JsonEdit Parse(string text)
    {
        var edit = new JsonEdit(text);
        var reader = new Utf8JsonReader(edit._bytes, Lenient);
        if (edit.SkipSpace(0) == edit._bytes.Length)
            return edit;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("It holds no settings: it does not start with {.");
        edit.Root = Read(ref reader);
        reader.Read(); // Refuses what follows.
        return edit;
    }

    /// <summary>A text of one setting, after what there is in comments.</summary>
    public string WithRoot(string name, string value)
    {
        var before = _text.TrimEnd();
        var line = NewLine();
        return $"{_mark}{before}{(before.Length > 0 ? line : "")}{{{line}{BaseIndent}{JsonSerializer.Serialize(name)}: {value}{line}}}{line}";
    }

    /// <summary>The text with a value at the end of an object, under a name, or of an array.</summary>
    public string With(Value container, string? name, string value)
    {
        var item = name is null ? value : $"{JsonSerializer.Serialize(name)}: {value}";
        var last = container.Items.Count == 0 ? container.Start + 1 : container.Items[^1].Value.End;
        var (comma, tail) = Tail(last, container.End - 1);
        var separator = container.Items.Count == 0 || comma ? "" : ",";
        // What followed a comment on its line would be part of it.
        var indent = Indent(container) ?? (Text(last, tail).Contains("//", StringComparison.Ordinal) ? LineIndent(container.Start) + BaseIndent : null);
        var head = Text(0, last) + separator + Text(last, tail);
        var rest = Text(tail, _bytes.Length);
        if (indent is null)
            return $"{_mark}{head}{(container.Items.Count == 0 ? "" : " ")}{item}{rest}";
        // An empty object may be closed on the line that opened it.
        var close = Text(tail, container.End - 1).Contains('\n', StringComparison.Ordinal) ? "" : NewLine() + LineIndent(container.Start);
        return $"{_mark}{head}{NewLine()}{indent}{item}{close}{rest}";
    }

    private static Value Read(ref Utf8JsonReader reader)
    {
        var value = new Value((int)reader.TokenStartIndex, reader.TokenType)
        {
            Text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null,
        };
        if (value.IsObject || value.IsArray)
            while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                var start = (int)reader.TokenStartIndex;
                string? name = null;
                if (value.IsObject)
                {
                    name = reader.GetString();
                    reader.Read();
                }
                value.Items.Add((name, start, Read(ref reader)));
            }
        value.End = (int)reader.BytesConsumed;
        return value;
    }

    // Between the last value and the end of what holds it: whether there is a comma, and where comments end.
    private (bool Comma, int End) Tail(int start, int end)
    {
        var (comma, tail) = (false, start);
        for (var at = start; at < end;)
            if (_bytes[at] == ',')
                (comma, tail) = (true, ++at);
            else if (_bytes[at] == '/')
                tail = at = EndOfComment(at);
            else
                at++;
        return (comma, tail);
    }

    // Without the end of its line.
    private int EndOfComment(int at)
    {
        var rest = _bytes.AsSpan(at);
        if (rest[1] == '*')
            return at + rest.IndexOf("*/"u8) + 2;
        var line = rest.IndexOfAny((byte)'\r', (byte)'\n');
        return line < 0 ? _bytes.Length : at + line;
    }

    private int SkipSpace(int at)
    {
        while (at < _bytes.Length)
            if (_bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                at++;
            else if (_bytes[at] == '/' && at + 1 < _bytes.Length && _bytes[at + 1] is (byte)'/' or (byte)'*')
                at = EndOfComment(at);
            else
                break;
        return at;
    }

    // How what is in it is indented; null where it stands on one line.
    private string? Indent(Value container)
    {
        if (container.Items.Count == 0)
            return container == Root ? LineIndent(container.Start) + BaseIndent : null;
        var first = container.Items[0].Start;
        return Text(container.Start, first).Contains('\n', StringComparison.Ordinal) ? LineIndent(first) : null;
    }

    private string LineIndent(int at)
    {
        var start = at == 0 ? 0 : _bytes.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        var end = start;
        while (end < at && _bytes[end] is (byte)' ' or (byte)'\t')
            end++;
        return Text(start, end);
    }

    private string NewLine() => _text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    private string Text(int start, int end) => Encoding.UTF8.GetString(_bytes, start, end - start);
}
