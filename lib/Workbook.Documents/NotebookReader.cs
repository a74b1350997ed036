using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>Reads Jupyter's notebooks, formats 2 to 4, and puts right what other programs have written against the format.</summary>
/// <remarks>Whatever Jupyter's own reader opens is opened here; <see cref="Notebook.Mendings"/> tells what was not as it should be.</remarks>
internal static class NotebookReader
{
    private const string Restore = "Restore it from version control, or save it again from Jupyter.";
    private const string CellsKey = "cells";

    /// <summary>nbformat's names, in the order of <see cref="CellKind"/>.</summary>
    internal static readonly string[] CellTypes = ["code", "markdown", "raw"];

    /// <exception cref="NotebookException">The file is missing, cut off, foreign, or cannot be made sense of.</exception>
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
    /// <exception cref="NotebookException">The text is cut off, foreign, or cannot be made sense of.</exception>
    public static Notebook Parse(string text, string name)
    {
        var mendings = new Mendings();
        var root = new JsonPlace(Load(text, name, mendings), name, "the notebook") { Path = "$" };
        var isOld = Format(root, mendings) < Notebook.Format || root.Optional(CellsKey) is null;
        var metadata = new MetadataReader(mendings).Read(root, CellsKey, "nbformat", "nbformat_minor", OldCells.Worksheets);
        var places = isOld
            ? OldCells.Upgrade(root, metadata)
            : root.Items(CellsKey, index => $"cell {index + 1}");
        var reader = new CellReader(mendings);
        var cells = CellIds.Complete([.. places.Select(reader.Read)], mendings);
        return new Notebook(cells) { Metadata = metadata, Mendings = mendings.Lines };
    }

    private static int Format(JsonPlace root, Mendings mendings)
    {
        const string Key = "nbformat";
        if (root.Optional(CellsKey) is null && root.Optional(OldCells.Worksheets) is null || root.Optional(Key) is null && root.Optional(CellsKey) is not JsonArray)
            throw new NotebookException(root.File, "is JSON, but no notebook: it has no nbformat and cells.", Restore);
        if (root.Optional(Key) is not { } given)
        {
            mendings.Add($"'{Key}' is missing: it is read as format {Notebook.Format}", root.Where);
            return Notebook.Format;
        }
        if (!double.TryParse(given.ToString(), CultureInfo.InvariantCulture, out var number))
            throw root.Error($"'{Key}' should be a number", Restore);
        if (number > Notebook.Format)
            throw new NotebookException(root.File, $"is in notebook format {number}, newer than {Notebook.Format}, the newest that is read.",
                "Open it in the program that wrote it and save it in format 4.");
        if (number < OldCells.First)
            throw new NotebookException(root.File, $"is in notebook format {number}; formats {OldCells.First} to {Notebook.Format} are read.",
                "Open it in Jupyter and save it again, or run `jupyter nbconvert --to notebook`.");
        if (number < Notebook.Format)
            mendings.Add($"is in notebook format {number}: it is read as format {Notebook.Format}, as Jupyter does", root.Where);
        return (int)number;
    }

    private static JsonNode? Load(string text, string name, Mendings mendings)
    {
        try
        {
            return NotebookJson.Parse(text, mendings);
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
}
