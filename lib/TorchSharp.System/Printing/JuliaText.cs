using System.Text;

namespace TorchSharp.Printing;

/// <summary>Writes a tensor as Julia does: matrix after matrix, each row on its own line.</summary>
internal sealed class JuliaText(ElementText elements, long[] shape, int width, string newLine)
{
    private const string Ellipsis = "...";

    private readonly StringBuilder _text = new();

    internal string Write(string metadata)
    {
        _text.Append(metadata);
        if (shape.Length == 0) return _text.Append(", value = ").Append(elements[0]).ToString();
        if (shape.Length <= 2)
        {
            _text.Append(newLine);
            Matrix(0);
        }
        else
        {
            Slices(0, 0, "");
        }
        return _text.ToString();
    }

    private void Slices(int dimension, long start, string indices)
    {
        if (dimension == shape.Length - 2)
        {
            _text.Append(newLine).Append('[').Append(indices).Append("..,..] =").Append(newLine);
            Matrix(start);
            return;
        }
        var stride = shape[(dimension + 1)..].Aggregate(1L, (product, size) => product * size);
        for (var i = 0L; i < shape[dimension]; i++) Slices(dimension + 1, start + (i * stride), $"{indices}{i},");
    }

    private void Matrix(long start)
    {
        var columns = shape[^1];
        var rows = new List<List<string>>();
        for (var i = 0L; i < (shape.Length == 1 ? 1 : shape[^2]); i++) rows.Add(Row(start + (i * columns)));
        var shown = rows.Select(r => r.Count).DefaultIfEmpty().Min(); // as many columns as fit in every row
        var widths = Enumerable.Range(0, shown).Select(j => rows.Max(r => r[j].Length)).ToArray();
        foreach (var row in rows)
        {
            for (var j = 0; j < shown; j++) _text.Append(' ').Append(row[j].PadLeft(widths[j]));
            if (shown < columns) _text.Append(' ').Append(Ellipsis);
            _text.Append(newLine);
        }
    }

    private List<string> Row(long start)
    {
        var row = new List<string>();
        var left = width;
        for (var j = 0L; j < shape[^1]; j++)
        {
            var text = elements[start + j];
            if (left - text.Length - Ellipsis.Length - 1 < 0) break;
            row.Add(text);
            left -= text.Length + 1;
        }
        return row;
    }
}
