using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>What <c>#!meta</c> says of one cell.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Lines">How many lines it had when it was written.</param>
/// <param name="Hash">By what its text is known again.</param>
/// <param name="Metadata">Its metadata; null where nothing but its language was known.</param>
/// <param name="Attachments">Its pictures; null where there were none.</param>
internal sealed record DibEntry(string Id, int Lines, string Hash, JsonObject? Metadata, JsonObject? Attachments)
{
    public static DibEntry Read(JsonPlace place) => new(
        place.Text(DibMeta.Id), place.Integer(DibMeta.Lines), place.Text(DibMeta.Hash), OptionalObject(place, DibMeta.Metadata),
        OptionalObject(place, DibMeta.Attachments));

    /// <summary>The cell that a text of a language is, with all that is known of it.</summary>
    public static Cell Apply(DibEntry? entry, string kernel, string source)
    {
        var kind = kernel switch
        {
            KernelNames.Markdown => CellKind.Markdown,
            KernelNames.Raw => CellKind.Raw,
            _ => CellKind.Code,
        };
        return new Cell(kind, entry?.Id ?? "", source)
        {
            Metadata = entry?.Metadata ?? DibMeta.DefaultCell(kind, kernel),
            Attachments = entry?.Attachments,
        };
    }

    /// <summary>Which entry each text belongs to, after the file may have been edited: by their texts, then by their places between those.</summary>
    /// <returns>An entry or null for each text.</returns>
    public static DibEntry?[] Align(IReadOnlyList<DibEntry> entries, IReadOnlyList<string> sources)
    {
        var found = new int?[sources.Count];
        var next = 0;
        for (var index = 0; index < sources.Count; index++)
        {
            var hash = DibMeta.HashOf(sources[index]);
            for (var entry = next; entry < entries.Count && found[index] is null; entry++)
                if (entries[entry].Hash == hash)
                    (found[index], next) = (entry, entry + 1);
        }
        for (var start = 0; start < sources.Count; start++)
        {
            if (found[start] is not null)
                continue;
            var end = start;
            while (end < sources.Count && found[end] is null)
                end++;
            var first = start == 0 ? 0 : found[start - 1]!.Value + 1;
            var after = end == sources.Count ? entries.Count : found[end]!.Value;
            // As many changed cells as entries are left between two that are known: the same cells, edited.
            if (after - first == end - start)
                for (var index = start; index < end; index++)
                    found[index] = first + index - start;
            start = end;
        }
        return [.. found.Select(entry => entry is { } place ? entries[place] : null)];
    }

    private static JsonObject? OptionalObject(JsonPlace place, string key) => place.Optional(key) is null ? null : place.Object(key);
}
