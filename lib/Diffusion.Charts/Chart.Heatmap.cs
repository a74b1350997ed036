using Diffusion.Charts.Plotly;
using static TorchSharp.torch;

namespace Diffusion.Charts;

public static partial class Chart
{
    /// <summary>A grid of numbers as colours: blue above zero, orange below, nothing at zero.</summary>
    /// <param name="values">The numbers, [rows, columns]; the first row is at the bottom.</param>
    /// <param name="columns">The places of the columns, evenly spaced.</param>
    /// <param name="title">The title.</param>
    /// <param name="x">The name of the horizontal axis.</param>
    /// <param name="y">The name of the vertical axis, along which rows are counted from 0.</param>
    /// <param name="alt">Alternative text; by default it gives the size and the ends of the values.</param>
    /// <exception cref="ArgumentException">The numbers are no grid, or the columns and their places do not agree.</exception>
    public static Figure Heatmap(Tensor values, Values columns, string title, string x, string y, string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(columns);
        if (values.shape is not [> 0 and var rows, > 0 and var width])
            throw new ArgumentException($"The values need the shape [rows, columns]; this is [{string.Join(", ", values.shape)}].", nameof(values));
        Require.Same((int)width, columns.Count, "The numbers of columns and of their places", nameof(columns));
        var grid = new double[rows, width];
        var numbers = TensorData.Copy(values);
        Buffer.BlockCopy(Array.ConvertAll(numbers, number => (double)number), 0, grid, 0, numbers.Length * sizeof(double));
        var most = Math.Max(numbers.Max(number => Math.Abs((double)number)), double.Epsilon);
        var shape = new FigureShape { Ratio = 0.5, MinHeight = 320, MaxHeight = 640 };
        return new Figure
        {
            Data =
            [
                new HeatmapTrace
                {
                    X = new Numbers(columns.ToArray()),
                    Y = new Numbers([.. Enumerable.Range(0, (int)rows).Select(row => (double)row)]),
                    Z = Numbers.Of(grid),
                    ZMin = -most,
                    ZMax = most,
                    ColorScale = BothWays(),
                    ShowScale = false,
                    HoverTemplate = $"{x} %{{x:.6~g}}<br>{y} %{{y}}<br>%{{z:.3g}}<extra></extra>",
                },
            ],
            Layout = Parts.Layout(title, shape, ("xaxis", Parts.Axis(x)), ("yaxis", Parts.Axis(y))),
            Shape = shape,
            AltText = alt ?? $"{title}: {rows} by {width} values from {Words.Number(numbers.Min())} to {Words.Number(numbers.Max())}, {y} over {x}.",
            Caption = $"Blue is above zero, orange below; full colour is {Words.Number(most)} either way.",
        };
    }

    private static ColorStop[] BothWays() =>
        [
            new(0, Palette.Fade(Palette.At(1), 1)),
            new(0.5, Palette.Fade(Palette.At(1), 0)),
            new(0.5, Palette.Fade(Palette.At(0), 0)),
            new(1, Palette.Fade(Palette.At(0), 1)),
        ];
}
