using System.Text.Json.Serialization;

namespace Diffusion.Charts.Plotly;

/// <summary>An array of numbers; a few are written as they are, many as packed base64, which is smaller.</summary>
[JsonConverter(typeof(NumbersConverter))]
public sealed class Numbers
{
    private readonly double[] _values;

    /// <summary>Takes values as they are.</summary>
    /// <param name="values">The values; one that is not a number stands for a gap.</param>
    public Numbers(params double[] values) : this(values, rows: null)
    {
    }

    private Numbers(double[] values, int? rows)
    {
        _values = values;
        Rows = rows;
    }

    /// <summary>The values, row by row.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>How many rows a grid has; nothing for a plain array.</summary>
    public int? Rows { get; }

    /// <summary>Takes single-precision values.</summary>
    /// <param name="values">The values.</param>
    public static Numbers Of(ReadOnlySpan<float> values)
    {
        var copy = new double[values.Length];
        for (var i = 0; i < copy.Length; i++)
            copy[i] = values[i];
        return new Numbers(copy, rows: null);
    }

    /// <summary>Takes a grid of values.</summary>
    /// <param name="grid">The values, [rows, columns].</param>
    public static Numbers Of(double[,] grid) => new([.. grid.Cast<double>()], grid.GetLength(0));
}
