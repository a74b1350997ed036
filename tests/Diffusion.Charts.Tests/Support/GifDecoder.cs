using System.Text;

namespace Diffusion.Charts.Tests.Support;

/// <summary>Reads a GIF by the letter of its specification, with a decompressor of its own.</summary>
internal sealed class GifDecoder
{
    private readonly byte[] _file;
    private int _at;

    private GifDecoder(byte[] file) => _file = file;

    public int Width { get; private set; }

    public int Height { get; private set; }

    public bool LoopsForever { get; private set; }

    public List<(int Hundredths, (int R, int G, int B)[] Pixels)> Frames { get; } = [];

    public static GifDecoder Decode(byte[] file)
    {
        var gif = new GifDecoder(file);
        gif.Read();
        return gif;
    }

    private void Read()
    {
        Assert.Equal("GIF89a", Encoding.ASCII.GetString(Take(6)));
        (Width, Height) = (Short(), Short());
        byte flags = Take(1)[0];
        Assert.Equal(0x80, flags & 0x80);
        Take(2);
        var palette = Take(3 * (2 << (flags & 7)));
        int delay = 0;
        while (true)
        {
            switch (Take(1)[0])
            {
                case 0x3B:
                    Assert.Equal(_file.Length, _at);
                    return;
                case 0x21 when Take(1)[0] == 0xF9:
                    var control = Blocks();
                    delay = control[1] | (control[2] << 8);
                    break;
                case 0x21:
                    LoopsForever = Encoding.ASCII.GetString(Blocks()).StartsWith("NETSCAPE2.0\u0001\0\0", StringComparison.Ordinal);
                    break;
                case 0x2C:
                    Assert.Equal((0, 0, Width, Height, 0), (Short(), Short(), Short(), Short(), (int)Take(1)[0]));
                    int bits = Take(1)[0];
                    var indices = Unpack(Blocks(), bits);
                    Assert.Equal(Width * Height, indices.Count);
                    Frames.Add((delay, [.. indices.Select(i => ((int)palette[3 * i], (int)palette[(3 * i) + 1], (int)palette[(3 * i) + 2]))]));
                    break;
                default:
                    throw new InvalidDataException($"Unknown block before byte {_at}.");
            }
        }
    }

    private static List<int> Unpack(byte[] data, int bits)
    {
        int clear = 1 << bits, size = bits + 1, bit = 0;
        var result = new List<int>();
        var table = new List<int[]>();
        int[]? last = null;
        while (true)
        {
            int code = 0;
            for (int i = 0; i < size; i++, bit++)
                code |= ((data[bit / 8] >> (bit % 8)) & 1) << i;
            if (code == clear)
            {
                table = [.. Enumerable.Range(0, clear + 2).Select(i => new[] { i })];
                (size, last) = (bits + 1, null);
                continue;
            }

            if (code == clear + 1)
                return result;
            Assert.True(last is null || code <= table.Count, $"Code {code} before it is known.");
            int[] entry = code < table.Count ? table[code] : [.. last!, last![0]];
            result.AddRange(entry);
            if (last is not null && table.Count < 4096)
                table.Add([.. last, entry[0]]);
            if (table.Count == 1 << size && size < 12)
                size++;
            last = entry;
        }
    }

    private byte[] Blocks()
    {
        var all = new List<byte>();
        for (int length = Take(1)[0]; length > 0; length = Take(1)[0])
            all.AddRange(Take(length));
        return [.. all];
    }

    private byte[] Take(int count) => _file[_at..(_at += count)];

    private int Short()
    {
        var bytes = Take(2);
        return bytes[0] | (bytes[1] << 8);
    }
}
