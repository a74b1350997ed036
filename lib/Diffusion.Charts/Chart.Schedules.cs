using Diffusion.Charts.Plotly;
using Diffusion.Schedules;

namespace Diffusion.Charts;

public static partial class Chart
{
    /// <inheritdoc cref="Schedules(IEnumerable{ValueTuple{string, Values}}, string, string?)"/>
    public static Figure Schedules(
        IEnumerable<(string Name, NoiseSchedule Schedule)> schedules,
        string title = "Noise schedules",
        string? alt = null) =>
        Schedules(
            Check.Some(schedules, nameof(schedules)).Select(each => (each.Name, (Values)each.Schedule.Beta)),
            title,
            alt);

    /// <summary>
    /// Noise schedules side by side: β_t, what is left of signal and noise, and the signal-to-noise ratio. With several
    /// schedules a slider picks the one in colour; the others stay grey.
    /// </summary>
    /// <param name="schedules">Names and betas; T + 1 entries each, entry 0 (clean data) being 0.</param>
    /// <param name="title">The title.</param>
    /// <param name="alt">Alternative text; by default it gives ᾱ_T of each schedule.</param>
    public static Figure Schedules(
        IEnumerable<(string Name, Values Beta)> schedules,
        string title = "Noise schedules",
        string? alt = null)
    {
        var tables = Check.Some(schedules, nameof(schedules)).Select(
            schedule => new ScheduleTable(schedule.Name, schedule.Beta)).ToArray();
        bool share = tables.Any(table => table.T != tables[0].T);
        string time = share ? "t / T" : "t";
        var shape = new FigureShape
        {
            Ratio = 0.8,
            MinHeight = 520,
            MaxHeight = 860,
            Footer = tables.Length > 1 ? 90 : 0,
        };
        var grey = tables.Length > 1 ? tables.SelectMany(table => ScheduleCurves.Grey(table, share)).ToArray() : [];
        var colored = tables.Select((table, i) => ScheduleCurves.Colored(table, share, visible: i == 0)).ToArray();
        double end = share ? 1 : tables[0].T;
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
                Sliders = tables.Length > 1 ?
                [
                    Controls.Picker([.. tables.Select(table => table.Name)], grey.Length, colored[0].Length),
                ] : null,
            },
            Shape = shape,
            AltText = alt
                ?? $"{title}: {Words.List([.. tables.Select(End)])}.",
            Caption = "Weight: xₜ = √ᾱₜ x₀ + √(1 − ᾱₜ) ε. Below it the signal-to-noise ratio ᾱₜ / (1 − ᾱₜ), "
                + "which is 1 where data and noise weigh the same.",
        };
    }

    private static string End(ScheduleTable table) =>
        $"{table.Name} ends at ᾱ_{table.T} = {Words.Number(table.AlphaBar[^1])}";
}
