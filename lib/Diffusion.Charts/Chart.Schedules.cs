using Diffusion.Charts.Plotly;
using Diffusion.Schedules;

namespace Diffusion.Charts;

public static partial class Chart
{
    /// <summary>
    /// Noise schedules side by side: β_t, what is left of signal and noise, and the signal-to-noise ratio. With several
    /// schedules a slider picks the one in colour; the others stay grey.
    /// </summary>
    /// <param name="schedules">The schedules and their names.</param>
    /// <param name="title">The title.</param>
    /// <param name="alt">Alternative text; by default it gives ᾱ_T of each schedule.</param>
    public static Figure Schedules(
        IEnumerable<(string Name, NoiseSchedule Schedule)> schedules,
        string title = "Noise schedules",
        string? alt = null)
    {
        var all = Require.Some(schedules, nameof(schedules));
        var share = all.Any(each => each.Schedule.T != all[0].Schedule.T);
        var time = share ? "t / T" : "t";
        var shape = new FigureShape
        {
            Ratio = 0.8,
            MinHeight = 520,
            MaxHeight = 860,
            Footer = all.Length > 1 ? 90 : 0,
        };
        var grey = all.Length > 1 ? all.SelectMany(each => ScheduleCurves.Grey(each.Schedule, share)).ToArray() : [];
        var colored = all.Select((each, i) => ScheduleCurves.Colored(each.Schedule, share, visible: i == 0)).ToArray();
        double end = share ? 1 : all[0].Schedule.T;
        return new Figure
        {
            Data = [.. grey, .. colored.SelectMany(curves => curves)],
            Layout = Parts.Layout(
                title,
                shape,
                ("xaxis", Parts.Axis(time, 0, end) with
                {
                    Anchor = "y3",
                    UnifiedHoverTitle = new Text { Value = time + " = %{x:.4~g}" },
                }),
                ("yaxis", Parts.Axis("βₜ") with { Domain = new Numbers(0.70, 1), ExponentFormat = "power" }),
                ("yaxis2", Parts.Axis("weight", 0, 1.03) with { Domain = new Numbers(0.35, 0.65) }),
                ("yaxis3", Parts.LogAxis("ᾱₜ / (1 − ᾱₜ)") with { Domain = new Numbers(0, 0.30) })).WithLegend() with
            {
                HoverMode = "x unified",
                HoverSubplots = "axis",
                Sliders = all.Length > 1 ?
                [
                    Controls.Picker([.. all.Select(each => each.Name)], grey.Length, colored[0].Length),
                ] : null,
            },
            Shape = shape,
            AltText = alt
                ?? $"{title}: {Words.List([.. all.Select(End)])}.",
            Caption = "Weight: xₜ = √ᾱₜ x₀ + √(1 − ᾱₜ) ε. Below it the signal-to-noise ratio ᾱₜ / (1 − ᾱₜ), "
                + "which is 1 where data and noise weigh the same."
                + (all.Length > 1 ? " Grey: the others, which the slider brings into colour." : ""),
        };
    }

    private static string End((string Name, NoiseSchedule Schedule) each) =>
        $"{each.Name} ends at ᾱ_{each.Schedule.T} = {Words.Number(each.Schedule.AlphaBar[^1])}";
}
