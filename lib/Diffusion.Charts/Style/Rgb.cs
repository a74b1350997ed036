using System.Globalization;

namespace Diffusion.Charts;

/// <summary>A colour of a picture: 8 bits each of red, green and blue.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
internal readonly record struct Rgb(byte R, byte G, byte B)
{
    public static Rgb White { get; } = new(255, 255, 255);

    public static Rgb Parse(string hex) => new(
        byte.Parse(hex.AsSpan(1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        byte.Parse(hex.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        byte.Parse(hex.AsSpan(5, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    public string Hex => $"#{R:X2}{G:X2}{B:X2}";

    /// <summary>This colour laid over another with an opacity.</summary>
    public Rgb Over(Rgb below, double opacity) => new(
        Mix(R, below.R, opacity),
        Mix(G, below.G, opacity),
        Mix(B, below.B, opacity));

    private static byte Mix(byte above, byte below, double opacity) => (byte)Math.Round(
        (above * opacity) + (below * (1 - opacity)));
}
