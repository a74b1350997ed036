using System.Buffers.Binary;
using System.IO.Compression;
using Diffusion.Data;
using Diffusion.Storage;
using Diffusion.Tests.Storage;

namespace Diffusion.Tests.Data;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_Subfolders_AreClassesInOrder()
    {
        Add("dogs/b.png", 30);
        Add("dogs/a.PNG", 20);
        Add("cats/x.png", 10);
        Directory.CreateDirectory(_folder.File("set/.hidden"));
        var set = ImageFolder.Load(_folder.File("set"));
        Assert.Equal(["cats", "dogs"], set.Classes);
        Assert.Equal([0, 1, 1], set.Labels.data<long>().ToArray());
        Assert.Equal([3L, 3, 4, 8], set.Pixels.shape);
        Assert.Equal([10, 20, 30], Enumerable.Range(0, 3).Select(n => (int)set.Pixels[n, 0, 0, 0].item<byte>()));
    }

    [Fact]
    public void Load_NoSubfolders_IsOneClass()
    {
        Add("a.png", 1);
        var set = ImageFolder.Load(_folder.File("set") + Path.DirectorySeparatorChar);
        Assert.Equal(["set"], set.Classes);
        Assert.Equal(1, set.Count);
    }

    [Fact]
    public void Load_AnotherSize_NamesTheFile()
    {
        Add("a.png", 1);
        Add("b.png", 1, width: 12);
        Refused("b.png: it has 12×4 pixels", "has 8×4");
    }

    [Fact]
    public void Load_SizeNotDivisibleByFour_NamesTheFile()
    {
        Add("a.png", 1, width: 10);
        Refused("a.png: pictures of 10×4 pixels do not fit");
    }

    [Fact]
    public void Load_EmptyClass_NamesTheFolder()
    {
        Add("cats/a.png", 1);
        Directory.CreateDirectory(_folder.File("set/dogs"));
        Refused("dogs: it holds no PNG files");
    }

    [Fact]
    public void Load_OtherFormat_NamesTheFile()
    {
        Add("a.png", 1);
        File.WriteAllBytes(_folder.File("set/b.JPG"), [1]);
        Refused("b.JPG: only PNG pictures");
    }

    [Fact]
    public void Load_DamagedFile_NamesIt()
    {
        Add("a.png", 1);
        File.WriteAllBytes(_folder.File("set/b.png"), File.ReadAllBytes(_folder.File("set/a.png"))[..40]);
        Refused("b.png: the chunk at byte");
    }

    [Fact]
    public void Load_NoFolder_IsRefused()
        => Assert.Throws<DirectoryNotFoundException>(() => ImageFolder.Load(_folder.File("nowhere")));

    private void Refused(params string[] problems)
    {
        var error = Assert.Throws<InvalidDataException>(() => ImageFolder.Load(_folder.File("set")));
        Assert.All(problems, problem => Assert.Contains(problem, error.Message, StringComparison.Ordinal));
    }

    /// <summary>Writes a grey picture, 4 pixels high, all of one byte.</summary>
    private void Add(string name, byte value, int width = 8)
    {
        var path = _folder.File($"set/{name}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var row = 0; row < 4; row++)
                zlib.Write([0, .. Enumerable.Repeat(value, width)]);
        }
        byte[] header = [0, 0, 0, (byte)width, 0, 0, 0, 4, 8, 0, 0, 0, 0];
        File.WriteAllBytes(path, [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])]);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] named = [.. type, .. data];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc32.Of(named));
        return chunk;
    }
}
