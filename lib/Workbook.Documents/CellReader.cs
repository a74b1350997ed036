using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>Reads one cell of a notebook, and puts right what is against the format in it.</summary>
/// <param name="mendings">Hears of what was mended.</param>
internal sealed class CellReader(Mendings mendings)
{
    private const string Type = "cell_type", Id = "id", Source = "source", Input = "input", Outputs = "outputs", Count = "execution_count",
        Attachments = "attachments", Level = "level";

    private readonly MetadataReader _metadata = new(mendings);
    private readonly LooseText _text = new(mendings);
    private readonly OutputReader _outputs = new(mendings);

    /// <exception cref="NotebookException">It cannot be made sense of.</exception>
    public Cell Read(JsonPlace place)
    {
        var (kind, isHeading) = KindOf(place);
        var cell = new Cell(kind, IdOf(place), isHeading ? Heading(place) : Text(place));
        return kind == CellKind.Code ? Code(place, cell) : Prose(place, cell);
    }

    /// <summary>The number in a cell's brackets; null where there is none, or something else.</summary>
    public static int? ReadCount(JsonPlace owner, Mendings mendings)
    {
        if (owner.Optional(Count) is not { } given)
            return null;
        var isNumber = double.TryParse(given.ToString(), CultureInfo.InvariantCulture, out var number) && (int)number == number;
        if (given is not JsonValue value || !value.TryGetValue<double>(out _) || !isNumber)
            mendings.Add(isNumber ? $"'{Count}' is text: it is read as a number" : $"'{Count}' is no whole number: it is left out", owner.Where);
        return isNumber ? (int)number : null;
    }

    // What is no text at all is as little of an id as a text with blanks.
    private string IdOf(JsonPlace place) => place.Optional(Id) is JsonObject or JsonArray ? " " : _text.Read(place, Id);

    private Cell Code(JsonPlace place, Cell cell)
    {
        if (place.Optional(Outputs) is not JsonArray)
            mendings.Add($"'{Outputs}' is {(place.Optional(Outputs) is null ? "missing" : "no list")}: the cell is read without", place.Where);
        return cell with
        {
            Metadata = _metadata.Read(place, Type, Id, Source, Input, Outputs, Count),
            ExecutionCount = ReadCount(place, mendings),
            Outputs = place.Optional(Outputs) is JsonArray
                ? [.. place.Items(Outputs, index => $"{place.Where}, output {index + 1}").Select(_outputs.Read).OfType<Output>()]
                : [],
        };
    }

    private Cell Prose(JsonPlace place, Cell cell)
    {
        foreach (var name in new[] { Outputs, Count })
            if (place.Has(name))
                mendings.Add($"a cell that is not code has '{name}': it is left out", place.Where);
        var attachments = place.Optional(Attachments);
        if (attachments is not (null or JsonObject))
            mendings.Add($"'{Attachments}' is no object: it is left out", place.Where);
        return cell with
        {
            Metadata = _metadata.Read(place, Type, Id, Source, Input, Outputs, Count, Attachments, Level),
            Attachments = (attachments as JsonObject)?.DeepClone().AsObject(),
        };
    }

    private (CellKind Kind, bool IsHeading) KindOf(JsonPlace place)
    {
        var given = _text.Read(place, Type);
        var type = given.Trim().ToLowerInvariant();
        if (Array.IndexOf(NotebookReader.CellTypes, type) is var kind and >= 0)
        {
            if (given != type)
                mendings.Add($"{Type} is '{given}': it is read as '{type}'", place.Where);
            return ((CellKind)kind, false);
        }
        var next = type switch
        {
            "heading" or "html" => CellKind.Markdown,
            // What has run, or could, was code.
            "" when place.Has(Outputs) || place.Has(Count) => CellKind.Code,
            _ => CellKind.Raw,
        };
        mendings.Add($"{Type} is {(given.Length == 0 ? "missing" : $"'{given}'")}: it is read as '{NotebookReader.CellTypes[(int)next]}'", place.Where);
        return (next, type == "heading");
    }

    private string Text(JsonPlace place)
    {
        if (place.Optional(Source) is not null)
            return _text.Read(place, Source);
        var name = place.Optional(Input) is null ? Source : Input;
        mendings.Add(name == Input ? $"its text is called '{Input}': it is read as '{Source}'" : $"'{Source}' is missing: the cell is read as empty", place.Where);
        return _text.Read(place, name);
    }

    private string Heading(JsonPlace place)
    {
        var level = place.Optional(Level) is JsonValue value && value.TryGetValue<int>(out var number) ? Math.Clamp(number, 1, 6) : 1;
        return $"{new string('#', level)} {string.Join(' ', Text(place).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))}";
    }
}
