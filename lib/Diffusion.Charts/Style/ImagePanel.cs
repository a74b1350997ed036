using Diffusion.Charts.Display;
using Diffusion.Charts.Plotly;
using Diffusion.Charts.Raster;

namespace Diffusion.Charts;

/// <summary>Pictures in a panel of a figure: one trace, sharp pixels, and labels beside rows and above columns.</summary>
internal static class ImagePanel
{
    /// <summary>The gap between pictures, in their pixels.</summary>
    public const int Gap = 1;

    /// <summary>A sheet of pictures as a trace.</summary>
    /// <param name="sheet">The pictures.</param>
    /// <param name="panel">The panel's number.</param>
    /// <param name="exact">All colours, or at most 255 to save space.</param>
    public static ImageTrace Trace(RgbImage sheet, int panel, bool exact) => new()
    {
        Source = $"data:{MimeTypes.Png};base64,"
            + Convert.ToBase64String(exact ? Png.Encode(sheet) : Png.EncodeIndexed(sheet)),
        XAxis = "x" + Parts.Suffix(panel),
        YAxis = "y" + Parts.Suffix(panel),
        HoverInfo = "skip",
    };

    /// <summary>The axes of a sheet: a unit is a pixel, y counts downwards.</summary>
    public static (string, Axis)[] Axes(
        int width, int height, int panel, (double At, string Text)[] above, (double At, string Text)[] beside)
    {
        var number = Parts.Suffix(panel);
        return
        [
            ("xaxis" + number, Labelled(above) with
            {
                Range = new Numbers(-0.5, width - 0.5),
                Anchor = "y" + number,
                Side = "top",
                ConstrainToward = "left",
            }),
            ("yaxis" + number, Labelled(beside) with
            {
                Range = new Numbers(height - 0.5, -0.5),
                Anchor = "x" + number,
                ScaleAnchor = "x" + number,
                ConstrainToward = "top",
            }),
        ];
    }

    /// <summary>The middle of picture number i of a row or column.</summary>
    public static double Middle(int i, int side) => (i * (side + Gap)) + ((side - 1) / 2.0);

    private static Axis Labelled((double At, string Text)[] labels) => new()
    {
        FixedRange = true,
        ShowGrid = false,
        ZeroLine = false,
        Ticks = "",
        Constrain = "domain",
        AutoMargin = true,
        TickVals = new Numbers([.. labels.Select(label => label.At)]),
        TickText = [.. labels.Select(label => label.Text)],
    };
}
