using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>A notebook's text as JSON, with what Python's reader lets by and .NET's does not: NaN, half a character, a name given twice.</summary>
internal static class NotebookJson
{
    private const string Start = "the file";
    private const char ByteOrderMark = '\uFEFF';
    private const int MaxDepth = 512;

    private static readonly string[] NoNumbers = ["NaN", "Infinity", "-Infinity"];

    /// <param name="text">The file's contents.</param>
    /// <param name="mendings">Hears of what was mended.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonNode? Parse(string text, Mendings mendings)
    {
        text = Mend(text.TrimStart(ByteOrderMark), mendings);
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = MaxDepth });
        }
        catch (JsonException)
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Convert(document.RootElement, mendings);
        }
    }

    // As Python does: of a name given twice the last value counts.
    private static JsonNode? Convert(JsonElement element, Mendings mendings)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in element.EnumerateObject())
                {
                    if (members.ContainsKey(member.Name))
                        mendings.Add($"the name '{member.Name}' stands twice in one object: the last value counts", Start);
                    members[member.Name] = Convert(member.Value, mendings);
                }
                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(item => Convert(item, mendings))]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    private static string Mend(string text, Mendings mendings)
    {
        if (!NoNumbers.Any(word => text.Contains(word, StringComparison.Ordinal)) && !text.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
            return text;
        var mended = new StringBuilder(text.Length);
        for (var place = 0; place < text.Length;)
        {
            if (text[place] == '"')
                place = CopyString(text, place, mended, mendings);
            else if (NoNumbers.FirstOrDefault(word => string.CompareOrdinal(text, place, word, 0, word.Length) == 0) is { } word)
            {
                mendings.Add($"{word} is no number in JSON: it is read as null", Start);
                mended.Append("null");
                place += word.Length;
            }
            else
                mended.Append(text[place++]);
        }
        return mended.ToString();
    }

    // A character above U+FFFF is escaped in two halves; a text that was cut between them has one alone.
    private static int CopyString(string text, int place, StringBuilder mended, Mendings mendings)
    {
        mended.Append(text[place++]);
        while (place < text.Length && text[place] != '"')
        {
            if (text[place] != '\\' || place + 1 == text.Length)
                mended.Append(text[place++]);
            else if (Escaped(text, place) is not { } unit || !char.IsSurrogate(unit))
            {
                mended.Append(text, place, 2);
                place += 2;
            }
            else if (char.IsHighSurrogate(unit) && Escaped(text, place + 6) is { } low && char.IsLowSurrogate(low))
            {
                mended.Append(text, place, 12);
                place += 12;
            }
            else
            {
                mendings.Add("half of a character stands alone: it is read as \uFFFD", Start);
                mended.Append(@"\ufffd");
                place += 6;
            }
        }
        if (place < text.Length)
            mended.Append(text[place++]);
        return place;
    }

    private static char? Escaped(string text, int place) =>
        place + 6 <= text.Length && text[place] == '\\' && text[place + 1] == 'u' &&
        ushort.TryParse(text.AsSpan(place + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
