namespace Diffusion.Charts;

/// <summary>
/// Colours of categories: Okabe and Ito's palette, which the colour-blind can tell apart, without its yellow
/// and black, which vanish on a white and on a dark page, and with its blue a little lighter for dark pages.
/// </summary>
public static class Palette
{
    /// <summary>The colours, in the order in which series take them.</summary>
    public static IReadOnlyList<string> Colors { get; } =
    [
        "#1A7FC4",
        "#D55E00",
        "#009E73",
        "#CC79A7",
        "#E69F00",
        "#56B4E9",
    ];

    /// <summary>What belongs to no series: grid, contours, references; seen on white and on black.</summary>
    internal const string Neutral = "rgba(128,128,128,0.9)";

    /// <summary>Grid lines.</summary>
    internal const string Grid = "rgba(128,128,128,0.22)";

    /// <summary>Rails, grips and outlines of controls: seen on a white page as in a dark editor.</summary>
    internal const string Control = "#8c8c8c";

    /// <summary>The tile behind a small panel.</summary>
    internal const string Tile = "rgba(128,128,128,0.07)";

    /// <summary>Text where no page tells its own colour: the same contrast to white as to a dark editor.</summary>
    internal const string Text = "#7a7a7a";

    /// <summary>The colour of a series.</summary>
    internal static string At(int series) => Colors[series % Colors.Count];

    /// <summary>A colour with an opacity.</summary>
    internal static string Fade(string color, double opacity)
    {
        var (r, g, b) = Rgb.Parse(color);
        return FormattableString.Invariant($"rgba({r},{g},{b},{opacity:0.##})");
    }
}
