namespace Diffusion.Charts;

/// <summary>
/// The colour of a step t: from blue (data) over violet to orange (noise), even steps in the perceptual space
/// OKLCH (Ottosson 2020). Its lightness stays in the middle, so that it is seen on white and on black.
/// </summary>
public static class TimeRamp
{
    /// <summary>The colour of a place between data and noise, as a CSS colour.</summary>
    /// <param name="place">t / T, from 0 (data) to 1 (noise).</param>
    public static string At(double place) => ColorAt(place).Hex;

    internal static Rgb ColorAt(double place)
    {
        place = Math.Clamp(place, 0, 1);
        double lightness = 0.58 + (0.10 * place), chroma = 0.14, hue = (246 + (169 * place)) * Math.PI / 180;
        return FromOklab(lightness, chroma * Math.Cos(hue), chroma * Math.Sin(hue));
    }

    private static Rgb FromOklab(double lightness, double a, double b)
    {
        var l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return new Rgb(
            Encode((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            Encode((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            Encode((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)));
    }

    private static byte Encode(double linear)
    {
        var value = linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(255 * Math.Clamp(value, 0, 1));
    }
}
