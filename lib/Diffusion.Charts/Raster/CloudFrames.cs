namespace Diffusion.Charts.Raster;

/// <summary>Pictures of clouds with a line of text above, on white, so that they stand on any page.</summary>
internal static class CloudFrames
{
    private const int Stops = 15;
    private const int Header = 30;
    private static readonly Rgb Ink = new(70, 70, 70);

    /// <summary>One picture; the colour is one of a few, so that all frames share an exact palette.</summary>
    public static RgbImage Draw(PointCloud points, PlotRange range, string label, double place, int side)
    {
        var image = new RgbImage(side, side + Header, Rgb.White);
        var dots = new Canvas(side, side + Header);
        CloudPainter.PaintOnto(dots, points, range, 0, Header, side, side);
        image.Lay(dots, TimeRamp.ColorAt(Math.Round(place * (Stops - 1)) / (Stops - 1)));

        var text = new Canvas(side, side + Header);
        StrokeFont.Draw(text, label, 10, Header - 8, 14);
        image.Lay(text, Ink);
        return image;
    }
}
