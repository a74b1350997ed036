using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>Reads .NET Interactive's .dib notebooks: cells divided by lines such as <c>#!csharp</c>.</summary>
internal static class DibReader
{
    private const string Prefix = "#!";
    private const string MetaLine = "#!meta";
    private const string Restore = "Correct it, or restore the file from version control.";

    /// <exception cref="NotebookException">The file is missing or its metadata is wrong.</exception>
    public static Notebook Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path}: cannot be read: {error.Message}", error);
        }
    }

    /// <param name="text">The file's contents.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="NotebookException">Its metadata is wrong.</exception>
    public static Notebook Parse(string text, string name)
    {
        if (text.AsSpan().TrimStart().StartsWith("{"))
            throw new NotebookException(name, "holds JSON, so it is no .dib notebook.", "If it is a Jupyter notebook, give it the ending .ipynb.");
        var lines = text.Split('\n');
        var start = Array.FindIndex(lines, line => line.StartsWith(MetaLine, StringComparison.Ordinal));
        var end = start < 0 ? 0 : NextHeader(lines, start + 1);
        var meta = start < 0 ? new JsonPlace(new JsonObject(), name, MetaLine) : Meta(lines, start, end, name);
        var names = Declared(meta);
        var own = new JsonPlace(meta.Object(DibMeta.Own), name, $"{MetaLine}, {DibMeta.Own}");
        var entries = own.Optional(DibMeta.Cells) is null ? [] : own.Items(DibMeta.Cells, index => $"{MetaLine}, cell {index + 1}").Select(DibEntry.Read).ToList();
        // A heading above the metadata is a cell too, as .NET Interactive has it.
        var body = start <= 0 ? lines[end..] : [.. lines[..start], .. lines[end..]];
        var cells = Exact(body, entries, names) ?? Loose(body, entries, names);
        var mendings = new Mendings();
        return new Notebook(CellIds.Complete(cells, mendings))
        {
            Mendings = mendings.Lines,
            Metadata = own.Optional(DibMeta.Metadata) is null ? DefaultMetadata(meta) : own.Object(DibMeta.Metadata),
        };
    }

    private static JsonPlace Meta(string[] lines, int start, int end, string name)
    {
        try
        {
            var json = JsonNode.Parse(string.Join('\n', lines[(start + 1)..end]));
            return new JsonPlace(json as JsonObject ?? throw new JsonException("It is no object.", null, 0, 0), name, MetaLine);
        }
        catch (JsonException error)
        {
            throw new NotebookException($"{name}: line {start + 2 + (error.LineNumber ?? 0)}: the metadata under {MetaLine} is no JSON object. {Restore}", error);
        }
    }

    private static int NextHeader(string[] lines, int from)
    {
        var next = Array.FindIndex(lines, from, line => line.StartsWith(Prefix, StringComparison.Ordinal));
        return next < 0 ? lines.Length : next;
    }

    // The file as it was written: every cell to the last blank.
    private static List<Cell>? Exact(string[] lines, List<DibEntry> entries, IReadOnlyDictionary<string, string> names)
    {
        var cells = new List<Cell>();
        var place = 0;
        foreach (var entry in entries)
        {
            var end = place + 2 + entry.Lines;
            if (end >= lines.Length || entry.Lines < 1 || Header(lines[place], names) is not { } kernel || lines[place + 1].Length > 0 || lines[end].Length > 0)
                return null;
            var source = string.Join('\n', lines[(place + 2)..end]);
            if (DibMeta.HashOf(source) != entry.Hash)
                return null;
            cells.Add(DibEntry.Apply(entry, kernel, source));
            place = end + 1;
        }
        return entries.Count > 0 && place == lines.Length ? cells : null;
    }

    // The file as anyone may have written it: blank lines around a cell's text, and cells without any, mean nothing.
    private static List<Cell> Loose(string[] lines, List<DibEntry> entries, IReadOnlyDictionary<string, string> names)
    {
        var sections = new List<(string Kernel, string Source)>();
        var (kernel, start) = (names.GetValueOrDefault("", KernelNames.CSharp), 0);
        for (var index = 0; index <= lines.Length; index++)
        {
            var next = index == lines.Length ? null : Header(lines[index], names);
            if (next is null && index < lines.Length)
                continue;
            var own = lines[start..index].Select(line => line.TrimEnd('\r')).SkipWhile(line => line.Length == 0).ToList();
            while (own.Count > 0 && own[^1].Length == 0)
                own.RemoveAt(own.Count - 1);
            if (own.Count > 0)
                sections.Add((kernel, string.Join('\n', own)));
            (kernel, start) = (next ?? kernel, index + 1);
        }
        var aligned = DibEntry.Align(entries, [.. sections.Select(section => section.Source)]);
        return [.. sections.Select((section, index) => DibEntry.Apply(aligned[index], section.Kernel, section.Source))];
    }

    private static string? Header(string line, IReadOnlyDictionary<string, string> names) =>
        line.StartsWith(Prefix, StringComparison.Ordinal) ? KernelNames.Find(line[Prefix.Length..].TrimEnd(), names) : null;

    // By alias; the empty one is the language of a text without a header.
    private static Dictionary<string, string> Declared(JsonPlace meta)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var info = new JsonPlace(meta.Object(DibMeta.KernelInfo), meta.File, $"{MetaLine}, {DibMeta.KernelInfo}");
        if (info.OptionalText("defaultKernelName") is { } standard)
            names[""] = standard;
        if (info.Optional("items") is null)
            return names;
        foreach (var item in info.Items("items", index => $"{info.Where}, item {index + 1}"))
        {
            var kernel = item.Text("name");
            names[kernel] = kernel;
            if (item.Optional("aliases") is not null)
                foreach (var alias in item.Items("aliases", _ => item.Where))
                    names[alias.Lines()] = kernel;
        }
        return names;
    }

    private static JsonObject DefaultMetadata(JsonPlace meta)
    {
        var metadata = DibMeta.DefaultNotebook;
        if (meta.Object(DibMeta.KernelInfo) is { Count: > 0 } info)
            metadata["polyglot_notebook"]![DibMeta.KernelInfo] = info;
        return metadata;
    }
}
