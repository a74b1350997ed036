using Pictures;

namespace Diffusion.Charts.Raster;

/// <summary>Charts' pictures as a looping GIF animation with one palette for all frames.</summary>
internal static class GifEncoder
{
    /// <summary>Encodes frames of one size.</summary>
    /// <param name="frames">The pictures, and how many hundredths of a second each stays.</param>
    public static byte[] Encode(IReadOnlyList<(RgbImage Image, int Hundredths)> frames)
    {
        var first = Require.Some(frames, nameof(frames))[0].Image;
        if (frames.Any(frame => frame.Image.Width != first.Width || frame.Image.Height != first.Height))
            throw new ArgumentException(
                $"All frames of a GIF have one size; the first is {first.Width}×{first.Height}, another is not.",
                nameof(frames));
        var palette = GifPalette.Of([.. frames.Select(frame => frame.Image)]);
        return new GifWriter(first.Width, first.Height, palette.Bytes)
            .Write(frames.Select(frame => (Indices(frame.Image, palette), frame.Hundredths)));
    }

    private static byte[] Indices(RgbImage image, GifPalette palette)
    {
        var indices = new byte[image.Pixels.Length];
        for (var i = 0; i < indices.Length; i++)
            indices[i] = i > 0 && image.Pixels[i] == image.Pixels[i - 1]
                ? indices[i - 1]
                : palette.IndexOf(image.Pixels[i]);
        return indices;
    }
}
