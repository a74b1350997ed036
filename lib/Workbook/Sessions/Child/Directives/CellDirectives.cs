namespace Workbook.Sessions.Child.Directives;

/// <summary>A cell's text, taken apart at its <c>#!</c> lines.</summary>
/// <param name="Parts">What to do, in order.</param>
/// <param name="Timed">Whether <c>#!time</c> asks how long it took.</param>
internal sealed record CellDirectives(IReadOnlyList<CellDirectives.Part> Parts, bool Timed)
{
    private const string Prefix = "#!";
    private const string Time = "time";
    private const string CSharp = "csharp";

    /// <summary>The languages that are shown rather than run, by their MIME type.</summary>
    private static readonly Dictionary<string, string> Shown = new(StringComparer.Ordinal)
    {
        ["markdown"] = Documents.MimeBundle.Markdown,
        ["html"] = Documents.MimeBundle.Html,
    };

    /// <summary>A piece of the cell.</summary>
    /// <param name="MimeType">How to show it; null for C#.</param>
    /// <param name="Text">C# keeps the cell's line numbers: other lines are blank in it.</param>
    internal sealed record Part(string? MimeType, string Text);

    /// <exception cref="FormatException">A directive is unknown.</exception>
    public static CellDirectives Parse(string code)
    {
        if (!code.Contains(Prefix, StringComparison.Ordinal))
            return new CellDirectives([new Part(null, code)], false);
        var parts = new List<Part>();
        var lines = code.Split('\n');
        var (timed, start, mime) = (false, 0, (string?)null);
        for (var index = 0; index <= lines.Length; index++)
        {
            if (index < lines.Length && !lines[index].StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            Add(parts, mime, lines, start, index);
            if (index == lines.Length)
                break;
            var name = lines[index][Prefix.Length..].Trim();
            start = index + 1;
            if (name == Time)
                timed = true;
            else
                mime = name == CSharp ? null : Shown.TryGetValue(name, out var shown) ? shown : throw Unknown(name, index);
        }
        return new CellDirectives(parts, timed);
    }

    private static void Add(List<Part> parts, string? mime, string[] lines, int start, int end)
    {
        var text = string.Join('\n', lines[start..end]);
        if (text.AsSpan().Trim().IsEmpty)
            return;
        parts.Add(mime is null ? new Part(null, new string('\n', start) + text) : new Part(mime, text.Trim()));
    }

    private static FormatException Unknown(string name, int index) => new(
        $"Line {index + 1}: there is no {Prefix}{name}. There are " +
        string.Join(", ", Shown.Keys.Append(CSharp).Append(Time).Order().Select(known => Prefix + known)) + ".");
}
