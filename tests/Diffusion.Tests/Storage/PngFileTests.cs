using System.Buffers.Binary;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Tests.Storage;

public sealed class PngFileTests
{
    private const int PictureBytes = 3 * 7 * 11;

    public static TheoryData<int, string> Pictures => [.. Files().Index().Select(file => new TheoryDataRow<int, string>(file.Index, file.Item))];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Read_EveryKind_HoldsWhatPillowDecodes(int index, string file)
    {
        using var pixels = Golden.Array("png/pixels.npy");
        using var stream = File.OpenRead(Golden.PathOf($"png/{file}"));
        var picture = PngFile.Read(stream, file);
        Assert.Equal([3, 7, 11], picture.Shape);
        Assert.Equal(pixels.bytes.Slice(index * PictureBytes, PictureBytes).ToArray(), picture.Data.ToArray());
    }

    [Fact]
    public void Read_CutShort_IsRefused()
        => Assert.All(Files(), file => Assert.All(Damage.Truncations(Bytes(file)), cut => Assert.Null(Damage.Attempt(PngFile.Read, cut))));

    // Every byte but those after IEND lies under a checksum or is the signature.
    [Fact]
    public void Read_OneByteChanged_IsRefused()
        => Assert.All(Files(), file => Assert.All(Damage.Flips(Bytes(file), 100, seed: 3), bad => Assert.Null(Damage.Attempt(PngFile.Read, bad))));

    // With sound checksums, what is inside the chunks may still be nonsense.
    [Fact]
    public void Read_ChangedWithSoundChecksums_IsRefusedOrAPicture()
    {
        foreach (var file in Files())
        {
            foreach (var bad in Damage.Flips(Bytes(file), 100, seed: 4))
            {
                Resign(bad);
                if (Damage.Attempt(PngFile.Read, bad) is { } picture)
                    Assert.Equal(3, picture.Shape[0]);
            }
        }
    }

    [Fact]
    public void Read_TooManyPixels_IsRefusedBeforeAnythingIsMade()
    {
        var file = Bytes("pillow-rgb.png");
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), 5000);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), 5000);
        Resign(file);
        var error = Assert.Throws<InvalidDataException>(() => PngFile.Read(new MemoryStream(file), "bomb.png"));
        Assert.Contains("5000×5000 pixels, more than", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, "pixels end before")]
    [InlineData(6, "more pixels follow")]
    public void Read_OtherHeightThanRows_IsRefused(int height, string problem)
    {
        var file = Bytes("pillow-rgb.png");
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
        Resign(file);
        var error = Assert.Throws<InvalidDataException>(() => PngFile.Read(new MemoryStream(file), "rows.png"));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnotherFormat_IsRefused()
    {
        var error = Assert.Throws<InvalidDataException>(() => PngFile.Read(new MemoryStream("GIF89a, not a PNG file"u8.ToArray()), "moving.png"));
        Assert.Contains("moving.png: it does not begin with PNG's signature", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Save_GreyOrColoured_IsReadBack(int channels)
    {
        using var folder = new TemporaryFolder();
        using var pixels = arange(channels * 6 * 5).mul(7).remainder(256).to(ScalarType.Byte).reshape(channels, 5, 6).transpose(1, 2);
        PngFile.Save(folder.File("picture.png"), pixels);
        using var read = PngFile.Load(folder.File("picture.png"));
        Assert.True(read.Equals(pixels.expand(3, 6, 5)));
        Assert.Equal(["picture.png"], folder.Names());
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
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(end), Crc32.Of(file.AsSpan(place + 4, 4 + (int)length)));
            place = end + 4;
        }
    }
}
