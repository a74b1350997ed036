using Diffusion.Storage;

namespace Diffusion.Charts;

public static partial class Chart
{
    /// <summary>The lines of a table of measurements, with the level of real pictures where the table has one.</summary>
    /// <param name="table">The table.</param>
    /// <param name="by">The label that names a line.</param>
    /// <param name="x">The number along the line.</param>
    /// <param name="y">The number that is measured.</param>
    /// <param name="title">The title; by default the table's.</param>
    /// <param name="xName">The name of the horizontal axis; by default that of the number.</param>
    /// <param name="yName">The name of the vertical axis; by default that of the number.</param>
    /// <param name="options">Logarithmic axes; the caption is the table's note by default.</param>
    /// <exception cref="ArgumentException">No row has the label and both numbers.</exception>
    public static Figure Lines(
        QualityTable table,
        string by,
        string x,
        string y,
        string? title = null,
        string? xName = null,
        string? yName = null,
        LineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var lines = table.Series(by, x, y).Select(line => (line.Name, (Values)line.X, (Values)line.Y)).ToList();
        if (table.Reference.TryGetValue(y, out var level))
        {
            double[] ends = [lines.Min(line => line.Item2[0]), lines.Max(line => line.Item2[line.Item2.Count - 1])];
            lines.Add(("real pictures", ends, new[] { level, level }));
        }
        var chosen = options ?? new LineOptions();
        return Lines(
            lines, title ?? table.Title, xName ?? x, yName ?? y, chosen with { Caption = chosen.Caption ?? table.Note });
    }
}
