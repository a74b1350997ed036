using System.Buffers.Binary;
using System.IO.Hashing;
using Diffusion.Storage;
using SkiaSharp;
using static TorchSharp.torch;

namespace Diffusion.Tests.Storage;

public sealed class PictureFileTests
{
    private const int PictureBytes = 3 * 7 * 11;

    public static TheoryData<int, string> Pictures => [.. Files().Index().Select(file => new TheoryDataRow<int, string>(file.Index, file.Item))];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Read_EveryKindOfPng_HoldsWhatPillowDecodes(int index, string file)
    {
        using var pixels = Golden.Array("png/pixels.npy");
        using var stream = File.OpenRead(Golden.PathOf($"png/{file}"));
        var picture = PictureFile.Read(stream, file);
        Assert.Equal([3, 7, 11], picture.Shape);
        Assert.Equal(pixels.bytes.Slice(index * PictureBytes, PictureBytes).ToArray(), picture.Data.ToArray());
    }

    [Fact]
    public void Read_APngCutShort_IsRefused()
        => Assert.All(Files(), file => Assert.All(Damage.Truncations(Bytes(file)), cut => Assert.Null(Damage.Attempt(Read, cut))));

    // Every byte but those after IEND lies under a checksum or is the signature.
    [Fact]
    public void Read_APngWithOneByteChanged_IsRefused()
        => Assert.All(Files(), file => Assert.All(Damage.Flips(Bytes(file), 100, seed: 3), bad => Assert.Null(Damage.Attempt(Read, bad))));

    // With sound checksums, what is inside the chunks may still be nonsense.
    [Fact]
    public void Read_APngChangedWithSoundChecksums_IsRefusedOrAPicture()
    {
        foreach (var file in Files())
        {
            foreach (var bad in Damage.Flips(Bytes(file), 100, seed: 4))
            {
                Resign(bad);
                if (Damage.Attempt(Read, bad) is { } picture)
                    Assert.Equal(3, picture.Shape[0]);
            }
        }
    }

    [Fact]
    public void Read_TooManyPixels_IsRefusedBeforeAnythingIsMade()
    {
        var file = Bytes("pillow-rgb.png");
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), 50_000);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), 50_000);
        Resign(file);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused("bomb.png: it has 50000×50000 pixels, more than the 100 million allowed", "bomb.png", file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Read_MoreRowsThanThereAre_IsRefused()
    {
        var file = Bytes("pillow-rgb.png");
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), 8);
        Resign(file);
        Refused("rows.png: it ends before the picture is full", "rows.png", file);
    }

    [Theory]
    [InlineData("", "it does not begin as a picture")]
    [InlineData("a text of no format", "it is a text, where a picture is wanted")]
    [InlineData("\0\0\u0001\0\u0001\0\u0010\u0010\0\0\u0001\0\u0020\0", "it does not begin as a picture")] // an icon
    public void Read_AnotherFormat_IsRefused(string content, string problem)
        => Refused($"photo.jpg: {problem}", "photo.jpg", System.Text.Encoding.Latin1.GetBytes(content));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_OtherFormats_HoldThePicture(string name)
    {
        var picture = Read(new MemoryStream(Quarters(name)), name);
        Assert.Equal([3, 16, 32], picture.Shape);
        Assert.Equal("ABCD", Corners(picture));
    }

    public static TheoryData<string> Formats => ["x.jpg", "x.webp", "x.gif", "x.bmp", "x.png"];

    // Where the pixels end, some formats have a few bytes more that say nothing.
    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_CutShort_IsRefusedUpToItsLastBytes(string name)
    {
        var file = Quarters(name);
        Assert.All(Enumerable.Range(0, file.Length - 16), length => Assert.Null(Damage.Attempt(Read, file[..length])));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_OneByteChanged_IsRefusedOrAPicture(string name)
    {
        foreach (var bad in Damage.Flips(Quarters(name), 300, seed: 5))
        {
            if (Damage.Attempt(Read, bad) is { } picture)
                Assert.Equal(3, picture.Shape[0]);
        }
    }

    [Theory]
    [InlineData(1, "ABCD")]
    [InlineData(2, "BADC")]
    [InlineData(3, "DCBA")]
    [InlineData(4, "CDAB")]
    [InlineData(5, "ACBD")]
    [InlineData(6, "CADB")]
    [InlineData(7, "DBCA")]
    [InlineData(8, "BDAC")]
    public void Read_WithAnExifOrientation_IsTurned(byte orientation, string corners)
    {
        byte[] exif = [.. "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8, orientation, 0, 0, 0, 0, 0, 0];
        var file = Quarters("x.jpg");
        byte[] turned = [.. file[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. file[2..]];
        var picture = Read(new MemoryStream(turned), "turned.jpg");
        Assert.Equal(orientation < 5 ? [3L, 16, 32] : [3L, 32, 16], picture.Shape);
        Assert.Equal(corners, Corners(picture));
    }

    [Fact]
    public void Read_TransparentPixels_LieOnWhite()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(4, 4, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(new SKColor(200, 0, 100, 0));
        bitmap.SetPixel(0, 0, new SKColor(200, 0, 100, 51));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        var picture = Read(data.AsStream(), "clear.png").Data.Span;
        Assert.Equal([244, 204, 224], new[] { picture[0], picture[16], picture[32] }); // (51·c + 204·255) / 255
        Assert.Equal([255, 255, 255], new[] { picture[1], picture[17], picture[33] });
    }

    [Fact]
    public void Read_AnAnimation_IsItsFirstFrame()
    {
        var gif = new Pictures.GifWriter(4, 4, [9, 9, 9, 200, 0, 0]).Write([(new byte[16], 5), ([.. Enumerable.Repeat((byte)1, 16)], 5)]);
        var picture = PictureFile.Decode(new MemoryStream(gif), "two.gif", size: null);
        Assert.Equal(2, picture.Frames);
        Assert.All(picture.Pixels.Data.ToArray(), value => Assert.Equal(9, value));
    }

    // A wide ramp of 8, 24, 40 …: the middle square, then the mean of three columns each.
    [Fact]
    public void Read_AtASize_IsTheMeanOfTheMiddleSquare()
    {
        using var wide = arange(16).mul(16).add(8).to(ScalarType.Byte).expand(3, 6, 16);
        using var scaled = AtSize(PngFile.Encode(wide), 2);
        Assert.Equal([3L, 2, 2], scaled.shape);
        Assert.Equal([104, 152, 104, 152], scaled[0].data<byte>().ToArray()); // of 88 104 120 136 152 168
    }

    [Fact]
    public void Read_AtASizeThatDoesNotDivide_WeighsPixelsByWhatIsCovered()
    {
        using var ramp = tensor(new byte[] { 0, 90, 180 }).expand(3, 3, 3);
        using var scaled = AtSize(PngFile.Encode(ramp), 2);
        Assert.Equal([30, 150, 30, 150], scaled[2].data<byte>().ToArray());
    }

    [Fact]
    public void Read_AtThreeTimesItsSize_MakesASquareOfEachPixel()
    {
        using var small = arange(48).mul(5).to(ScalarType.Byte).reshape(3, 4, 4);
        using var large = AtSize(PngFile.Encode(small), 12);
        Assert.True(large.Equals(small.repeat_interleave(3, 1).repeat_interleave(3, 2)));
    }

    // A photograph is decoded at a fraction of its size where its format can do so; the result stays near the mean.
    [Fact]
    public void Read_ALargeJpegAtASmallSize_IsNearItsMean()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(1000, 800, SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (var y = 0; y < 800; y++)
        {
            for (var x = 0; x < 1000; x++)
                bitmap.SetPixel(x, y, new SKColor((byte)(x / 4), (byte)(y / 4), (byte)((x + y) / 8)));
        }
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        var picture = PictureFile.Decode(jpeg.AsStream(), "photo.jpg", 16);
        Assert.Equal((1000, 800), (picture.Width, picture.Height));
        using var scaled = picture.Pixels.ToTensor();
        for (var i = 0; i < 16; i++)
        {
            Assert.InRange(scaled[0, 3, i].item<byte>(), (100 + (50 * (i + 0.5))) / 4 - 3, (100 + (50 * (i + 0.5))) / 4 + 3);
            Assert.InRange(scaled[1, i, 3].item<byte>(), 50 * (i + 0.5) / 4 - 3, 50 * (i + 0.5) / 4 + 3);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Save_GreyOrColoured_IsReadBack(int channels)
    {
        using var folder = new TemporaryFolder();
        using var pixels = arange(channels * 6 * 5).mul(7).remainder(256).to(ScalarType.Byte).reshape(channels, 5, 6).transpose(1, 2);
        PngFile.Save(folder.File("picture.png"), pixels);
        using var read = PictureFile.Load(folder.File("picture.png"));
        Assert.True(read.Equals(pixels.expand(3, 6, 5)));
        Assert.Equal(["picture.png"], folder.Names());
    }

    private static StoredTensor Read(Stream stream, string name) => PictureFile.Read(stream, name);

    private static Tensor AtSize(byte[] file, int size) => PictureFile.Read(new MemoryStream(file), "x", size).ToTensor();

    private static void Refused(string problem, string name, byte[] file)
        => Assert.StartsWith(problem, Assert.Throws<InvalidDataException>(() => Read(new MemoryStream(file), name)).Message, StringComparison.Ordinal);

    private static readonly (char Name, SKColor Color)[] FourColors =
        [('A', new(250, 20, 20)), ('B', new(20, 240, 20)), ('C', new(20, 20, 230)), ('D', new(250, 250, 20))];

    /// <summary>A picture 32 wide and 16 high: A and B above, C and D below.</summary>
    private static byte[] Quarters(string name)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(32, 16, SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (var i = 0; i < 32 * 16; i++)
            bitmap.SetPixel(i % 32, i / 32, FourColors[(i % 32 / 16) + (i / 32 / 8 * 2)].Color);
        return Path.GetExtension(name) switch
        {
            ".jpg" => bitmap.Encode(SKEncodedImageFormat.Jpeg, 100).ToArray(),
            ".webp" => bitmap.Encode(SKEncodedImageFormat.Webp, 100).ToArray(),
            ".png" => bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray(),
            ".gif" => new Pictures.GifWriter(32, 16, [.. FourColors.SelectMany(quarter => new[] { quarter.Color.Red, quarter.Color.Green, quarter.Color.Blue })])
                .Write([([.. Enumerable.Range(0, 32 * 16).Select(i => (byte)((i % 32 / 16) + (i / 32 / 8 * 2)))], 5)]),
            _ => Bitmap(bitmap),
        };
    }

    /// <summary>Windows' own format, from the lowest row up, blue before green before red.</summary>
    private static byte[] Bitmap(SKBitmap bitmap)
    {
        var file = new byte[54 + (3 * 32 * 16)];
        "BM"u8.CopyTo(file);
        foreach (var (place, value) in new[] { (2, file.Length), (10, 54), (14, 40), (18, 32), (22, 16), (26, 1 | (24 << 16)) })
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(place), value);
        for (var i = 0; i < 32 * 16; i++)
        {
            var color = bitmap.GetPixel(i % 32, 15 - (i / 32));
            (file[54 + (3 * i)], file[55 + (3 * i)], file[56 + (3 * i)]) = (color.Blue, color.Green, color.Red);
        }
        return file;
    }

    /// <summary>Which quarter lies at the left and right above, at the left and right below.</summary>
    private static string Corners(StoredTensor picture)
    {
        var (height, width) = ((int)picture.Shape[1], (int)picture.Shape[2]);
        var data = picture.Data.ToArray();
        return string.Concat(new[] { (0, 0), (0, width - 1), (height - 1, 0), (height - 1, width - 1) }.Select(place => FourColors.Single(quarter =>
        {
            int Apart(int c, byte value) => Math.Abs(data[(c * height * width) + (place.Item1 * width) + place.Item2] - value);
            return Apart(0, quarter.Color.Red) + Apart(1, quarter.Color.Green) + Apart(2, quarter.Color.Blue) < 30;
        }).Name));
    }

    private static string[] Files()
        => [.. Directory.EnumerateFiles(Golden.PathOf("png"), "*.png").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static byte[] Bytes(string file) => File.ReadAllBytes(Golden.PathOf($"png/{file}"));

    /// <summary>Writes the checksum that suits each chunk, as far as the chunks can be followed.</summary>
    private static void Resign(byte[] file)
    {
        for (var place = 8; place + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(place));
            if (length > file.Length - place - 12) return;
            var end = place + 8 + (int)length;
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(end), Crc32.HashToUInt32(file.AsSpan(place + 4, 4 + (int)length)));
            place = end + 4;
        }
    }
}
