using Diffusion.Charts.Plotly;

namespace Diffusion.Charts;

public static partial class Chart
{
    /// <summary>Lines over evenly spaced places, such as the steps t.</summary>
    /// <param name="series">The names and values of the lines.</param>
    /// <param name="title">The title.</param>
    /// <param name="x">The name of the horizontal axis.</param>
    /// <param name="y">The name of the vertical axis.</param>
    /// <param name="options">Logarithmic axes, where counting starts.</param>
    public static Figure Lines(
        IEnumerable<(string Name, Values Y)> series,
        string title,
        string x,
        string y,
        LineOptions? options = null)
    {
        var chosen = options ?? new LineOptions();
        return Lines(
            Require.Some(series, nameof(series)).Select(line => (line.Name, Spaced(line.Y.Count, chosen), line.Y)),
            title,
            x,
            y,
            chosen);
    }

    /// <summary>Lines through given places.</summary>
    /// <param name="series">The names, places and values of the lines.</param>
    /// <param name="title">The title.</param>
    /// <param name="x">The name of the horizontal axis.</param>
    /// <param name="y">The name of the vertical axis.</param>
    /// <param name="options">Logarithmic axes.</param>
    public static Figure Lines(
        IEnumerable<(string Name, Values X, Values Y)> series,
        string title,
        string x,
        string y,
        LineOptions? options = null)
    {
        var all = Require.Some(series, nameof(series));
        var chosen = options ?? new LineOptions();
        foreach (var line in all)
            Require.Same(
                line.X.Count,
                line.Y.Count,
                $"The lengths of places and values of “{line.Name}”",
                nameof(series));
        return new Figure
        {
            Data = [.. all.Select((line, i) => Curve(line.X, line.Y, line.Name, Palette.At(i)))],
            Layout = Legend(
                LineLayout(title, x, y, chosen, [.. all.Select(line => line.X)], [.. all.Select(line => line.Y)]),
                [.. all.Select(line => line.Name)]) with
            { HoverMode = "x unified" },
            AltText = chosen.Alt ?? $"{title}: {y} over {x} for {Words.List([.. all.Select(line => line.Name)])}.",
            Caption = chosen.Caption,
        };
    }

    /// <summary>The loss of a training run: every step faint, its moving average strong.</summary>
    /// <param name="loss">The loss of each step, from step 1.</param>
    /// <param name="title">The title.</param>
    /// <param name="window">About how many steps are averaged; by default a fiftieth of them.</param>
    /// <param name="log">Whether the loss has a logarithmic axis.</param>
    /// <param name="alt">Alternative text; by default it gives the first and last averages.</param>
    public static Figure Loss(
        Values loss,
        string title = "Training loss",
        int? window = null,
        bool log = true,
        string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        int averaged = Math.Max(1, window ?? (loss.Count / 50)), stride = Thinning.Stride(loss.Count);
        var smooth = Smoothing.Average(loss.Span, averaged);
        int[] shown = [.. Enumerable.Range(0, loss.Count).Where(i => i % stride == stride - 1 || i == loss.Count - 1)];
        var steps = new Numbers([.. shown.Select(i => i + 1.0)]);
        var each = new ScatterTrace
        {
            X = steps,
            Y = new Numbers([.. shown.Select(i => loss[i])]),
            Mode = ScatterMode.Lines,
            Name = "each step",
            Opacity = 0.45,
            HoverInfo = "skip",
            Line = new Line { Color = Palette.At(0), Width = averaged == 1 ? 2 : 1 },
        };
        return new Figure
        {
            Data = averaged == 1 ? [each with { Opacity = 1, HoverInfo = null }] :
            [
                each,
                each with
                {
                    Y = new Numbers([.. shown.Select(i => smooth[i])]),
                    Name = $"average of about {Words.Count(averaged)} steps",
                    Opacity = null,
                    HoverInfo = null,
                    Line = new Line { Color = Palette.At(1), Width = 2.5 },
                },
            ],
            Layout = Legend(
                LineLayout(title, "training step", "loss", new LineOptions { LogY = log }, [], [loss]),
                averaged > 1) with
            { HoverMode = "x unified" },
            AltText = alt
                ?? $"{title}: the average loss goes from {Words.Number(smooth[Math.Min(averaged, smooth.Length) - 1])} "
                + $"to {Words.Number(smooth[^1])} in {Words.Count(loss.Count)} steps.",
            Caption = stride == 1
                ? null
                : $"Drawn: one step in {stride} of {Words.Count(loss.Count)}; the average is over all.",
        };
    }

    private static ScatterTrace Curve(Values x, Values y, string name, string color)
    {
        var stride = Thinning.Stride(x.Count);
        int[] shown = [.. Enumerable.Range(0, x.Count).Where(i => i % stride == 0 || i == x.Count - 1)];
        return new()
        {
            X = new Numbers([.. shown.Select(i => x[i])]),
            Y = new Numbers([.. shown.Select(i => y[i])]),
            Mode = ScatterMode.Lines,
            Name = name,
            Line = new Line { Color = color, Width = 2.5 },
        };
    }

    private static Values Spaced(int count, LineOptions options) =>
        new(Enumerable.Range(0, count).Select(i => options.Start + (i * options.Step)));

    private static Layout LineLayout(
        string title, string x, string y, LineOptions options, Values[] places, Values[] heights) => Parts.Layout(
        title,
        new FigureShape(),
        ("xaxis", options.LogX ? LogAxis(x, places) : Parts.Axis(x)),
        ("yaxis", (options.LogY ? LogAxis(y, heights) : Parts.Axis(y)) with
        {
            Range = options.Range is { } range ? Ends(range, options.LogY) : null,
        }));

    private static Axis LogAxis(string axis, Values[] series)
    {
        double min = series.Min(values => values.ToArray().Min()), max = series.Max(values => values.ToArray().Max());
        return min > 0
            ? Parts.LogAxis(axis, min, max)
            : throw new ArgumentException(
                $"A logarithmic axis “{axis}” takes positive values only; one is {Words.Number(min)}.",
                nameof(series));
    }

    private static Numbers Ends((double Min, double Max) range, bool log) => log
        ? new Numbers(Math.Log10(range.Min), Math.Log10(range.Max))
        : new Numbers(range.Min, range.Max);
}
