using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>Writes a tensor in nested brackets, and only the ends of what is long.</summary>
internal sealed class NestedText(ElementText elements, long[] shape, string newLine)
{
    private readonly StringBuilder _text = new();
    private char _open = '[';
    private char _close = ']';
    private string _suffix = "";
    private Func<int, string> _separator = dimensions => "";

    internal string WriteNumpy()
    {
        if (shape.Length == 0) return elements[0];
        _separator = dimensions => string.Concat(Enumerable.Repeat(newLine, dimensions - 1));
        Bracket(0, 0);
        return _text.ToString();
    }

    internal string WriteCSharp(string metadata, ScalarType type)
    {
        _text.Append(metadata).Append(", value = ");
        if (shape.Length == 0) return _text.Append(elements[0]).ToString();
        (_open, _close, _separator) = ('{', '}', _ => "," + newLine);
        _suffix = type switch
        {
            ScalarType.Int64 => "L",
            ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 => "f",
            _ => "",
        };
        if (shape.Length > 1) _text.Append(newLine);
        _text.Append(Keyword(type)).Append(" [").Append(',', shape.Length - 1).Append("] ");
        Bracket(0, 0);
        return _text.ToString();
    }

    private static string Keyword(ScalarType type) => type switch
    {
        ScalarType.Bool => "bool",
        ScalarType.Byte => "byte",
        ScalarType.Int8 => "sbyte",
        ScalarType.Int16 => "short",
        ScalarType.Int32 => "int",
        ScalarType.Int64 => "long",
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.BFloat16 => "bfloat16",
        ScalarType.Float16 => "float16",
        ScalarType.ComplexFloat32 => "complex32",
        _ => "complex64",
    };

    private void Bracket(int dimension, long start)
    {
        var outermost = dimension == 0 && _open == '{' && shape.Length > 1; // C#'s literal has its outer braces on lines of their own
        _text.Append(_open);
        if (outermost) _text.Append(newLine).Append(' ');
        if (dimension == shape.Length - 1) Elements(start, shape[dimension]);
        else Rows(dimension, start);
        if (outermost) _text.Append(newLine);
        _text.Append(_close);
    }

    private void Elements(long start, long count)
    {
        var (head, tail) = Ends(count, PrintOptions.MaxColumns);
        for (var i = 0L; i < count; i++)
        {
            if (i == head && tail > head) _text.Append("... ");
            if (i >= head && i < tail) continue;
            _text.Append(elements[start + i]).Append(_suffix);
            if (i < count - 1) _text.Append(", ");
        }
    }

    private void Rows(int dimension, long start)
    {
        var stride = shape[(dimension + 1)..].Aggregate(1L, (product, size) => product * size);
        var (head, tail) = Ends(shape[dimension], PrintOptions.MaxRows);
        var separator = _separator(shape.Length - dimension);
        for (var i = 0L; i < shape[dimension]; i++)
        {
            if (i == head && tail > head) _text.Append(' ', dimension).Append(" ...").Append(_open == '{' ? newLine : separator);
            if (i >= head && i < tail) continue;
            if (i > 0) _text.Append(' ', dimension + 1);
            Bracket(dimension + 1, start + (i * stride));
            if (i < shape[dimension] - 1) _text.Append(separator);
        }
    }

    // What lies between the two is left out; nothing does where all fits.
    private static (long head, long tail) Ends(long count, int most) => count <= most ? (count, count) : (most - (most / 2), count - (most / 2));
}
