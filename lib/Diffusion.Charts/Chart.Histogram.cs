using Diffusion.Charts.Plotly;

namespace Diffusion.Charts;

public static partial class Chart
{
    /// <summary>
    /// Histograms over each other as densities, all with the same bins, and a curve to compare them with.
    /// </summary>
    /// <param name="sets">The names and values.</param>
    /// <param name="title">The title.</param>
    /// <param name="x">The name of what is counted.</param>
    /// <param name="density">A density to draw as a line, such as that of N(0, 1).</param>
    /// <param name="densityName">The name of that density.</param>
    /// <param name="bins">How many bins there are; by default by the Freedman–Diaconis rule, 10 to 120.</param>
    /// <param name="alt">Alternative text; by default it says what is drawn.</param>
    public static Figure Histogram(
        IEnumerable<(string Name, Values Values)> sets,
        string title,
        string x,
        Func<double, double>? density = null,
        string densityName = "density",
        int? bins = null,
        string? alt = null)
    {
        var all = Require.Some(sets, nameof(sets));
        var edges = Bins.Edges([.. all.Select(set => set.Values)], bins);
        var middles = new Numbers([.. edges.Zip(edges.Skip(1), (left, right) => (left + right) / 2)]);
        var bars = all.Select((set, i) => new BarTrace
        {
            X = middles,
            Y = new Numbers(Bins.Densities(set.Values, edges)),
            Name = set.Name,
            Opacity = all.Length > 1 ? 0.55 : 0.75,
            Marker = new Marker { Color = Palette.At(i), Line = new Line { Width = 0 } },
        });
        Trace[] curve = density is null ? [] : [DensityCurve(density, densityName, edges[0], edges[^1])];
        return new Figure
        {
            Data = [.. bars, .. curve],
            Layout = Legend(
                Parts.Layout(
                    title,
                    new FigureShape(),
                    ("xaxis", Parts.Axis(x, edges[0], edges[^1])),
                    ("yaxis", Parts.Axis("density"))),
                all.Length + curve.Length > 1) with
            {
                BarMode = "overlay",
                BarGap = 0,
                HoverMode = "x unified",
            },
            AltText = alt
                ?? $"{title}: histogram of {x} for "
                + Words.List([.. all.Select(set => $"{set.Name} ({Words.Count(set.Values.Count)} values)")])
                + (density is null ? "." : $", with {densityName}."),
        };
    }

    private static ScatterTrace DensityCurve(Func<double, double> density, string name, double from, double to)
    {
        double[] places = [.. Enumerable.Range(0, 201).Select(i => from + ((to - from) * i / 200))];
        double[] heights = [.. places.Select(density)];
        _ = new Values(heights); // refuses what is not finite
        return new ScatterTrace
        {
            X = new Numbers(places),
            Y = new Numbers(heights),
            Mode = ScatterMode.Lines,
            Name = name,
            Line = new Line { Color = Palette.Neutral, Width = 3 },
        };
    }
}
