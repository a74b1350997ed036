using Diffusion.Charts.Plotly;

namespace Diffusion.Charts;

/// <summary>
/// Makes figures and pictures, each with one call. Every figure has a title, axis names, alternative text, and a
/// caption where points were left out.
/// </summary>
public static partial class Chart
{
    /// <summary>Points in the plane, a unit as long on one axis as on the other.</summary>
    /// <param name="points">The points: an array or a tensor [N, 2].</param>
    /// <param name="title">The title.</param>
    /// <param name="range">What is shown; by default all points.</param>
    /// <param name="alt">Alternative text; by default it says what is drawn.</param>
    public static Figure Scatter(PointCloud points, string title, PlotRange? range = null, string? alt = null) =>
        Scatter([("", points)], title, range, alt);

    /// <summary>Several clouds over each other, with a legend.</summary>
    /// <param name="sets">The clouds and their names; the first lies undermost.</param>
    /// <param name="title">The title.</param>
    /// <param name="range">What is shown; by default all points.</param>
    /// <param name="alt">Alternative text; by default it says what is drawn.</param>
    public static Figure Scatter(
        IEnumerable<(string Name, PointCloud Points)> sets,
        string title,
        PlotRange? range = null,
        string? alt = null)
    {
        var all = Require.Some(sets, nameof(sets));
        var area = range ?? PlotRange.Holding(all.Select(set => set.Points));
        var shape = new FigureShape { Ratio = 0.62, MinHeight = 340, MaxHeight = 780, Square = true };
        return new Figure
        {
            Data =
            [
                .. all.Select(
                    (set, i) => Parts.Dots(set.Points, Palette.At(i), set.Name.Length == 0 ? null : set.Name)),
            ],
            Layout = Legend(Parts.Layout(title, shape, Parts.EqualAxes(area)), all.Length > 1),
            Shape = shape,
            AltText = alt ?? $"{title}: scatter plot of {Words.List([.. all.Select(Describe)])}.",
            Caption = Thinning.Sentence(all.Select(set => set.Points)),
        };
    }

    private static Layout Legend(Layout layout, bool shown) => shown ? layout.WithLegend() : layout;

    private static Layout Legend(Layout layout, IReadOnlyList<string> names) => names.Count > 1 ? layout.WithLegend(Parts.LegendRows(names)) : layout;

    private static string Describe((string Name, PointCloud Points) set) =>
        $"{Words.Count(set.Points.Count)} points{(set.Name.Length == 0 ? "" : $" “{set.Name}”")}";
}
