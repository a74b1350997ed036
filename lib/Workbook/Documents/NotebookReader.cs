using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workbook.Documents;

/// <summary>Reads and checks notebooks: nbformat 4, any minor version (ids are made where an older one has none).</summary>
internal static partial class NotebookReader
{
    private const string Restore = "Restore it from version control, or save it again from Jupyter.";

    /// <summary>nbformat's names, in the order of <see cref="CellKind"/>.</summary>
    internal static readonly string[] CellTypes = ["code", "markdown", "raw"];

    /// <exception cref="NotebookException">The file is missing, cut off, foreign or against the format.</exception>
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
    /// <exception cref="NotebookException">The text is cut off, foreign or against the format.</exception>
    public static Notebook Parse(string text, string name)
    {
        var root = new JsonPlace(Load(text, name), name, "the notebook");
        if (root.Optional("nbformat") is null || root.Optional("cells") is null && root.Optional("worksheets") is null)
            throw new NotebookException(name, "is JSON, but no notebook: it has no nbformat and cells.", Restore);
        var format = root.Integer("nbformat");
        if (format != Notebook.Format)
            throw new NotebookException(name, $"is in notebook format {format}; only format 4 is read.",
                "Open it in Jupyter and save it again, or run `jupyter nbconvert --to notebook`.");
        root.Allow("cells", "metadata", "nbformat", "nbformat_minor");
        var cells = root.Items("cells", index => $"cell {index + 1}").Select(ReadCell).ToList();
        return new Notebook(WithIds(cells, name)) { Metadata = root.Object("metadata") };
    }

    private static JsonNode? Load(string text, string name)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            throw new NotebookException($"{name}: {Problem(text, error)} {Restore}", error);
        }
    }

    private static string Problem(string text, JsonException error)
    {
        var line = (int)(error.LineNumber ?? 0);
        var lines = text.TrimEnd().Split('\n');
        var atTheEnd = !lines[^1].EndsWith('}') && (line >= lines.Length ||
            (line == lines.Length - 1 && error.BytePositionInLine >= Encoding.UTF8.GetByteCount(lines[^1]) - 1));
        return text.AsSpan().Trim().IsEmpty ? "is empty."
            : atTheEnd && lines[0].StartsWith('{') ? $"ends in the middle (line {lines.Length}): it was cut off."
            : $"is no JSON (line {line + 1}, byte {error.BytePositionInLine + 1}).";
    }

    private static Cell ReadCell(JsonPlace place)
    {
        var type = place.Text("cell_type");
        var kind = Array.IndexOf(CellTypes, type);
        if (kind < 0)
            throw place.Error($"cell_type is '{type}'", "It must be code, markdown or raw.");
        var cell = new Cell((CellKind)kind, place.OptionalText("id") ?? "", place.Lines("source"))
        {
            Metadata = place.Object("metadata"),
        };
        if (cell.Id.Length > 0 && !IdPattern().IsMatch(cell.Id))
            throw place.Error($"the id '{cell.Id}' is not allowed", "Use 1 to 64 letters, digits, - and _.");
        if (cell.Kind != CellKind.Code)
        {
            place.Allow("cell_type", "id", "metadata", "source", "attachments");
            return cell with { Attachments = place.Optional("attachments") is null ? null : place.Object("attachments") };
        }
        place.Allow("cell_type", "id", "metadata", "source", "outputs", "execution_count");
        return cell with
        {
            ExecutionCount = place.OptionalInteger("execution_count"),
            Outputs = [.. place.Items("outputs", index => $"{place.Where}, output {index + 1}").Select(ReadOutput)],
        };
    }

    private static Output ReadOutput(JsonPlace place)
    {
        switch (place.Text("output_type"))
        {
            case "stream":
                place.Allow("output_type", "name", "text");
                return new StreamOutput(place.Text("name"), place.Lines("text"));
            case "display_data":
                place.Allow("output_type", "data", "metadata");
                return new DisplayOutput(ReadBundle(place)) { Metadata = place.Object("metadata") };
            case "execute_result":
                place.Allow("output_type", "data", "metadata", "execution_count");
                return new ResultOutput(ReadBundle(place), place.OptionalInteger("execution_count"))
                {
                    Metadata = place.Object("metadata"),
                };
            case "error":
                place.Allow("output_type", "ename", "evalue", "traceback");
                return new ErrorOutput(place.Text("ename"), place.Text("evalue"),
                    [.. place.Items("traceback", _ => place.Where).Select(line => line.Lines())]);
            case var other:
                throw place.Error($"output_type is '{other}'",
                    "It must be stream, display_data, execute_result or error.");
        }
    }

    private static MimeBundle ReadBundle(JsonPlace place) => new(place.Object("data").Select(entry =>
        MimeBundle.IsJson(entry.Key)
            ? entry
            : KeyValuePair.Create(entry.Key, (JsonNode?)JsonValue.Create(
                new JsonPlace(entry.Value, place.File, $"{place.Where}, {entry.Key}").Lines()))));

    /// <summary>The cells with an id each: those that have none are given one.</summary>
    internal static List<Cell> WithIds(List<Cell> cells, string name)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < cells.Count; index++)
            if (cells[index].Id.Length > 0 && !seen.TryAdd(cells[index].Id, index))
                throw new NotebookException(name,
                    $"cells {seen[cells[index].Id] + 1} and {index + 1} have the same id '{cells[index].Id}'.",
                    "Change one of them.");
        for (var index = 0; index < cells.Count; index++)
            if (cells[index].Id.Length == 0)
                cells[index] = cells[index] with { Id = NewId(cells[index].Source, index, seen) };
        return cells;
    }

    // From place and source, so that reading an old file twice gives the same ids.
    private static string NewId(string source, int index, Dictionary<string, int> seen)
    {
        for (var attempt = 0; ; attempt++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{attempt}/{index}/{source}"));
            var id = Convert.ToHexStringLower(hash, 0, 4);
            if (seen.TryAdd(id, index))
                return id;
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex IdPattern();
}
