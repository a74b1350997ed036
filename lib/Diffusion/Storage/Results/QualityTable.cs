using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Diffusion.Storage;

/// <summary>Measurements that take too long for a notebook, as <c>recipes quality</c> left them in <c>data/quality</c>.</summary>
public sealed record QualityTable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the table is about.</summary>
    public required string Title { get; init; }

    /// <summary>How it was measured: what must be known to read it.</summary>
    public required string Note { get; init; }

    /// <summary>The same measures taken of real pictures: for a distance its floor.</summary>
    public IReadOnlyDictionary<string, double> Reference { get; init; } = new Dictionary<string, double>();

    /// <summary>The measurements.</summary>
    public required IReadOnlyList<QualityRow> Rows { get; init; }

    /// <summary>Command, commit, data, machine and time.</summary>
    public JsonElement? Provenance { get; init; }

    /// <summary>Reads a table.</summary>
    /// <param name="path">A file in <c>data/quality</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public static QualityTable Load(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path} does not exist; `recipes quality` measures it and writes it.", path);
        try
        {
            return JsonSerializer.Deserialize<QualityTable>(File.ReadAllBytes(path), Json) ?? throw new JsonException("It is null.");
        }
        catch (JsonException problem)
        {
            throw BadFile.Error(path, $"it is no table of measurements: {problem.Message.TrimEnd('.')}", "Let `recipes quality` write it anew", problem);
        }
    }

    /// <summary>Writes the table; the file appears only once it is whole.</summary>
    /// <param name="path">Where to; a file there is replaced.</param>
    public void Save(string path) => AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, this, Json));

    /// <summary>The rows as lines: one for each value of a label, in the order of the table, each from the smallest x up.</summary>
    /// <param name="by">The label that names a line.</param>
    /// <param name="x">The number along the line.</param>
    /// <param name="y">The number that is measured; rows without it are left out.</param>
    /// <exception cref="ArgumentException">No row has all three.</exception>
    public IReadOnlyList<(string Name, double[] X, double[] Y)> Series(string by, string x, string y)
    {
        var lines = Rows
            .Where(row => row.Labels.ContainsKey(by) && row.Values.ContainsKey(x) && row.Values.ContainsKey(y))
            .GroupBy(row => row.Label(by), row => (X: row[x], Y: row[y]))
            .Select(line => (line.Key, Points: line.OrderBy(point => point.X).ToArray()))
            .Select(line => (line.Key, line.Points.Select(point => point.X).ToArray(), line.Points.Select(point => point.Y).ToArray()))
            .ToArray();
        return lines.Length > 0 ? lines : throw new ArgumentException($"No row has the label '{by}' and the numbers '{x}' and '{y}'. "
            + $"The labels are {Names(row => row.Labels.Keys)}; the numbers are {Names(row => row.Values.Keys)}.");
    }

    /// <summary>The table as text, in columns.</summary>
    public override string ToString()
    {
        string[] labels = [.. Rows.SelectMany(row => row.Labels.Keys).Distinct()], values = [.. Rows.SelectMany(row => row.Values.Keys).Distinct()];
        string[][] cells = [[.. labels, .. values], .. Rows.Select(row => (string[])
            [.. labels.Select(name => row.Labels.GetValueOrDefault(name, "")), .. values.Select(name => Cell(row, name))])];
        int[] widths = [.. Enumerable.Range(0, labels.Length + values.Length).Select(column => cells.Max(row => row[column].Length))];
        var lines = cells.Select(row => string.Join("  ", row.Select((cell, column) =>
            column < labels.Length ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        var reference = Reference.Select(entry => $"{entry.Key} of real pictures: {Text(entry.Value)}");
        return string.Join('\n', [Title, .. lines, .. reference, Note]);
    }

    private static string Cell(QualityRow row, string name) => row.Values.TryGetValue(name, out var value) ? Text(value) : "";

    private static string Text(double value) =>
        value.ToString(value == Math.Floor(value) || Math.Abs(value) >= 1000 ? "f0" : "g4", CultureInfo.InvariantCulture);

    private string Names(Func<QualityRow, IEnumerable<string>> of) => string.Join(", ", Rows.SelectMany(of).Distinct().DefaultIfEmpty("none"));
}
