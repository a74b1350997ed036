using Diffusion.Charts.Plotly;

namespace Diffusion.Charts;

/// <summary>Sliders and buttons.</summary>
internal static class Controls
{
    /// <summary>The distance in pixels between a panel with axis and what stands below.</summary>
    public const int BelowAxis = 56;

    /// <summary>The distance in pixels between a bare panel and what stands below.</summary>
    public const int BelowPanel = 14;

    /// <summary>A slider that shows one group of traces at a time; the traces before them stay.</summary>
    public static Slider Picker(IReadOnlyList<string> names, int fixedTraces, int tracesEach) => Rail(
        [.. names.Select((name, picked) => new SliderStep
    {
        Label = name,
        Method = StepMethod.Restyle,
        Args =
        [
            new
            {
                visible = Enumerable.Range(0, names.Count * tracesEach).Select(
                    trace => trace / tracesEach == picked).ToArray(),
            },
            Enumerable.Range(fixedTraces, names.Count * tracesEach).ToArray(),
        ],
    })], BelowAxis) with
    {
        // Names are too long to stand below the rail; the one picked stands above it.
        Font = new Font { Size = 1, Color = "rgba(0,0,0,0)" },
        TickLen = 0,
        CurrentValue = new CurrentValue
        {
            Visible = true,
            Prefix = "schedule: ",
            XAnchor = "left",
            Offset = 14,
            Font = new Font { Size = 15, Color = Palette.Text },
        },
    };

    /// <summary>A slider with a step for each frame.</summary>
    public static Slider Player(
        IReadOnlyList<(string Frame, string Label)> frames, string prefix, int below, bool redraw = false) => Rail(
        [.. frames.Select(frame => new SliderStep
    {
        Label = frame.Label,
        Method = StepMethod.Animate,
        Args = [new[] { frame.Frame }, Timing(0, redraw)],
    })], below) with
        { CurrentValue = new CurrentValue { Visible = true, Prefix = prefix, XAnchor = "left", Offset = 14 } };

    /// <summary>Buttons that play the frames, the first and last held for a moment, and that pause.</summary>
    public static UpdateMenu PlayAndPause(
        IReadOnlyList<string> frames, int milliseconds, int below, bool redraw = false)
    {
        var held = Math.Max(1, 600 / milliseconds);
        string[] order =
        [
            .. Enumerable.Repeat(frames[0], held),
            .. frames.Skip(1).SkipLast(1),
            .. Enumerable.Repeat(frames[^1], held),
        ];
        return new UpdateMenu
        {
            Kind = "buttons",
            Direction = "left",
            ShowActive = false,
            X = 0.97,
            XAnchor = "right",
            Y = 0,
            YAnchor = "top",
            Pad = new Padding { T = below },
            BgColor = Palette.Tile,
            BorderColor = Palette.Control,
            Buttons =
            [
                new MenuButton { Label = "▶ Play", Method = StepMethod.Animate, Args = [order, Timing(milliseconds, redraw)] },
                new MenuButton
                {
                    Label = "❚❚ Pause",
                    Method = StepMethod.Animate,
                    Args = [new string?[] { null }, Timing(0, redraw)],
                },
            ],
        };
    }

    // A picture changes only when its panel is drawn anew; marks move without.
    private static object Timing(int milliseconds, bool redraw) => new
    {
        mode = "immediate",
        fromcurrent = milliseconds > 0,
        frame = new { duration = milliseconds, redraw },
        transition = new { duration = 0 },
    };

    private static Slider Rail(IReadOnlyList<SliderStep> steps, int below) => new()
    {
        Active = 0,
        Steps = steps,
        X = 0.03,
        Len = 0.94,
        Y = 0,
        YAnchor = "top",
        Pad = new Padding { T = below, B = 8 },
        BgColor = Palette.Control,
        ActiveBgColor = Palette.At(0),
        BorderColor = Palette.Control,
        TickColor = Palette.Neutral,
        TickLen = 5,
        MinorTickLen = 3,
    };
}
