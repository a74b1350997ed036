using SkiaSharp;

namespace Diffusion.Storage;

/// <summary>Turns a decoded picture as its EXIF data ask, and lays it over white.</summary>
internal static class Orientation
{
    /// <summary>Whether a picture's height becomes its width.</summary>
    public static bool SwapsSides(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>Red, green and blue, one plane after the other.</summary>
    /// <param name="pixels">Red, green, blue and opacity of each pixel, as the file holds them.</param>
    /// <param name="width">Pixels in a row of the file.</param>
    /// <param name="height">Rows of the file.</param>
    /// <param name="origin">Where the file's first row and column belong.</param>
    public static (byte[] Planes, int Width, int Height) Planes(byte[] pixels, int width, int height, SKEncodedOrigin origin)
    {
        var (across, down) = SwapsSides(origin) ? (height, width) : (width, height);
        var plane = width * height;
        var planes = new byte[3 * plane];
        var (first, toRight, toBelow) = Walk(width, height, origin);
        for (var y = 0; y < down; y++)
        {
            var from = first + (y * toBelow);
            for (var to = y * across; to < (y + 1) * across; to++, from += toRight)
            {
                var pixel = pixels.AsSpan(4 * from, 4);
                planes[to] = OverWhite(pixel[0], pixel[3]);
                planes[to + plane] = OverWhite(pixel[1], pixel[3]);
                planes[to + (2 * plane)] = OverWhite(pixel[2], pixel[3]);
            }
        }
        return (planes, across, down);
    }

    /// <summary>Which pixel of the file comes first, and how far it is from there to the next on the right and below.</summary>
    private static (int First, int ToRight, int ToBelow) Walk(int width, int height, SKEncodedOrigin origin)
    {
        var (topRight, bottomLeft, last) = (width - 1, (height - 1) * width, (height * width) - 1);
        return origin switch
        {
            SKEncodedOrigin.TopRight => (topRight, -1, width),
            SKEncodedOrigin.BottomRight => (last, -1, -width),
            SKEncodedOrigin.BottomLeft => (bottomLeft, 1, -width),
            SKEncodedOrigin.LeftTop => (0, width, 1),
            SKEncodedOrigin.RightTop => (bottomLeft, -width, 1),
            SKEncodedOrigin.RightBottom => (last, -width, -1),
            SKEncodedOrigin.LeftBottom => (topRight, width, -1),
            _ => (0, 1, width),
        };
    }

    private static byte OverWhite(int sample, int opacity)
        => opacity == 255 ? (byte)sample : (byte)(((2 * ((sample * opacity) + (255 * (255 - opacity)))) + 255) / 510);
}
