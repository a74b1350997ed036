using Diffusion.Charts.Plotly;
using Diffusion.Schedules;

namespace Diffusion.Charts;

/// <summary>The lines of one schedule in the three panels of the explorer.</summary>
internal static class ScheduleCurves
{
    /// <summary>The schedule as background, without legend and hover.</summary>
    public static IEnumerable<ScatterTrace> Grey(NoiseSchedule schedule, bool share) =>
    [
        Line(schedule, share, t => schedule.Beta[t], "y", from: 1),
        Line(schedule, share, t => schedule.AlphaBar[t], "y2", from: 0),
        Line(schedule, share, t => schedule.Snr[t], "y3", from: 1),
    ];

    /// <summary>The schedule in colour.</summary>
    public static ScatterTrace[] Colored(NoiseSchedule schedule, bool share, bool visible)
    {
        ScatterTrace Draw(
            string name,
            string color,
            Func<int, double> value,
            string axis,
            int from,
            string? dash = null) =>
            Line(schedule, share, value, axis, from) with
            {
                Name = name,
                ShowLegend = axis == "y2",
                Visible = visible,
                HoverInfo = null,
                HoverTemplate = "%{y:.4g}",
                Line = new Line { Color = color, Width = 2.5, Dash = dash },
            };

        return
        [
            Draw("βₜ", Palette.At(3), t => schedule.Beta[t], "y", 1),
            Draw("ᾱₜ", Palette.At(2), t => schedule.AlphaBar[t], "y2", 0, "dash"),
            Draw("√ᾱₜ, of the data", Palette.At(0), t => Math.Sqrt(schedule.AlphaBar[t]), "y2", 0),
            Draw("√(1 − ᾱₜ), of the noise", Palette.At(1), t => Math.Sqrt(1 - schedule.AlphaBar[t]), "y2", 0),
            Draw("signal-to-noise ratio", Palette.At(4), t => schedule.Snr[t], "y3", 1),
        ];
    }

    private static ScatterTrace Line(NoiseSchedule schedule, bool share, Func<int, double> value, string axis, int from)
    {
        var stride = Thinning.Stride(schedule.T, 500);
        int[] steps =
        [
            .. Enumerable.Range(from, schedule.T + 1 - from).Where(t => t == from || t == schedule.T || t % stride == 0),
        ];
        return new ScatterTrace
        {
            X = new Numbers([.. steps.Select(t => share ? (double)t / schedule.T : t)]),
            Y = new Numbers([.. steps.Select(value)]),
            XAxis = "x",
            YAxis = axis,
            Mode = ScatterMode.Lines,
            ShowLegend = false,
            HoverInfo = "skip",
            Line = new Line { Color = "rgba(128,128,128,0.35)", Width = 1 },
        };
    }
}
