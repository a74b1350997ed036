using System.Buffers.Binary;
using System.Text;

namespace Diffusion.Storage.Png;

/// <summary>The chunks of a PNG file that its pixels depend on, each with a sound checksum.</summary>
internal sealed record PngChunks(PngHeader Header, byte[] Palette, byte[] Transparency, byte[] Compressed)
{
    private const string Remedy = "The file is damaged; save the picture as PNG again";

    /// <summary>What every PNG file begins with (5.2).</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static PngChunks Parse(byte[] file, string name)
    {
        if (!file.AsSpan().StartsWith(Signature))
            throw BadFile.Error(name, "it does not begin with PNG's signature", "Save the picture as PNG; another format with the ending .png is not enough");
        PngHeader? header = null;
        byte[]? palette = null, transparency = null;
        using var compressed = new MemoryStream();
        for (var place = Signature.Length; ;)
        {
            var (type, data) = Chunk(file, place, name);
            place += 12 + data.Length;
            if (header is null != (type == "IHDR"))
                throw BadFile.Error(name, header is null ? $"the first chunk is {type}, not IHDR" : "a second IHDR follows", Remedy);
            switch (type)
            {
                case "IHDR": header = PngHeader.Parse(data, name); break;
                case "PLTE": palette = Once(palette, data, type, compressed, name); break;
                case "tRNS": transparency = Once(transparency, data, type, compressed, name); break;
                case "IDAT": compressed.Write(data); break;
                case "IEND": return Checked(new PngChunks(header!, palette ?? [], transparency ?? [], compressed.ToArray()), name);
                // The case of the first letter tells what a reader may skip (5.4).
                case var other when char.IsAsciiLetterUpper(other[0]):
                    throw BadFile.Error(name, $"the chunk {other} is needed to draw the picture and unknown", Remedy);
                default: break;
            }
        }
    }

    private static (string Type, byte[] Data) Chunk(byte[] file, int place, string name)
    {
        var left = file.Length - place;
        if (left < 12)
            throw BadFile.Truncated(name, $"the chunk at byte {place}", 12, left);
        var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(place));
        if (length > left - 12)
            throw BadFile.Truncated(name, $"the chunk at byte {place}", 12L + length, left);
        var named = file.AsSpan(place + 4, 4 + (int)length);
        if (BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(place + 8 + (int)length)) != Crc32.Of(named))
            throw BadFile.Error(name, $"the checksum of the chunk at byte {place} is wrong", Remedy);
        if (named[..4].ContainsAnyExcept(s_letters))
            throw BadFile.Error(name, $"the chunk at byte {place} has no name of four letters", Remedy);
        return (Encoding.ASCII.GetString(named[..4]), named[4..].ToArray());
    }

    private static readonly System.Buffers.SearchValues<byte> s_letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static byte[] Once(byte[]? earlier, byte[] data, string type, MemoryStream compressed, string name)
        => earlier is null && compressed.Length == 0 ? data
            : throw BadFile.Error(name, $"{type} comes twice, or after the pixels", Remedy);

    private static PngChunks Checked(PngChunks chunks, string name)
    {
        var (header, entries) = (chunks.Header, chunks.Palette.Length / 3);
        if (header.Color == PngColor.Palette && (chunks.Palette.Length % 3 != 0 || entries is 0 or > 256 || entries > 1 << header.Depth))
            throw BadFile.Error(name, $"the palette has {chunks.Palette.Length} bytes, which does not suit {header.Depth} bits a pixel", Remedy);
        var limit = header.Color switch { PngColor.Palette => entries, PngColor.Grey => 2, PngColor.Rgb => 6, _ => 0 };
        var given = chunks.Transparency.Length;
        if (given > limit || (given > 0 && header.Color != PngColor.Palette && given != limit))
            throw BadFile.Error(name, $"tRNS has {given} bytes, which does not suit the colour type {(int)header.Color}", Remedy);
        return chunks;
    }
}
