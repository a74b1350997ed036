using System.Buffers.Binary;

namespace Diffusion.Storage.Png;

/// <summary>Turns a row's samples into red, green and blue over white.</summary>
internal sealed class PngColors(PngChunks chunks, string name)
{
    private readonly PngHeader _header = chunks.Header;
    private readonly int _most = (1 << chunks.Header.Depth) - 1;

    /// <summary>Writes a row's pixels into the three planes.</summary>
    /// <param name="row">Samples, as the header says.</param>
    /// <param name="width">Pixels in the row.</param>
    /// <param name="planes">Red, green and blue, one plane after the other.</param>
    /// <param name="place">Where in a plane the first pixel goes.</param>
    /// <param name="step">How far apart pixels are there.</param>
    public void Write(ReadOnlySpan<byte> row, int width, Span<byte> planes, int place, int step)
    {
        Span<int> samples = stackalloc int[_header.Channels];
        for (var x = 0; x < width; x++, place += step)
        {
            for (var c = 0; c < samples.Length; c++)
                samples[c] = Sample(row, x * samples.Length + c);
            var (red, green, blue, opacity) = Color(samples);
            planes[place] = Byte(red, opacity);
            planes[place + planes.Length / 3] = Byte(green, opacity);
            planes[place + planes.Length / 3 * 2] = Byte(blue, opacity);
        }
    }

    private int Sample(ReadOnlySpan<byte> row, int index) => _header.Depth switch
    {
        16 => BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]),
        8 => row[index],
        var depth => (row[index * depth / 8] >> (8 - depth - index * depth % 8)) & _most,
    };

    private (int Red, int Green, int Blue, int Opacity) Color(ReadOnlySpan<int> s) => _header.Color switch
    {
        PngColor.Grey => (s[0], s[0], s[0], IsTransparent(s) ? 0 : _most),
        PngColor.Rgb => (s[0], s[1], s[2], IsTransparent(s) ? 0 : _most),
        PngColor.GreyAlpha => (s[0], s[0], s[0], s[1]),
        PngColor.Rgba => (s[0], s[1], s[2], s[3]),
        _ => Entry(s[0]),
    };

    // One colour may be named as transparent (11.3.2): it is compared at full depth.
    private bool IsTransparent(ReadOnlySpan<int> samples)
    {
        if (chunks.Transparency.Length == 0) return false;
        for (var c = 0; c < samples.Length; c++)
        {
            if (samples[c] != (BinaryPrimitives.ReadUInt16BigEndian(chunks.Transparency.AsSpan(2 * c)) & _most)) return false;
        }
        return true;
    }

    private (int, int, int, int) Entry(int index)
    {
        if (index >= chunks.Palette.Length / 3)
            throw BadFile.Error(name, $"a pixel has colour {index} of a palette of {chunks.Palette.Length / 3}", "The file is damaged; save the picture as PNG again");
        var color = chunks.Palette.AsSpan(3 * index, 3);
        return (color[0], color[1], color[2], index < chunks.Transparency.Length ? chunks.Transparency[index] : 255);
    }

    private byte Byte(int sample, int opacity)
    {
        // A palette's colours have 8 bits, whatever the depth of its indices.
        long most = _header.Color == PngColor.Palette ? 255 : _most;
        return (byte)((255 * ((long)sample * opacity + most * (most - opacity)) + most * most / 2) / (most * most));
    }
}
