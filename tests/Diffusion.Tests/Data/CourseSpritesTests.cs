using System.Security.Cryptography;
using Diffusion.Data;
using Diffusion.Storage;
using Diffusion.Tests.Storage;
using static TorchSharp.torch;

namespace Diffusion.Tests.Data;

/// <summary>The course's own files cannot be shipped: files made here stand for them, with their own hashes.</summary>
public sealed class CourseSpritesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CourseSpritesTests()
    {
        NpyFile.Save(_folder.File("i.npy"), arange(10 * 4 * 4 * 3, dtype: ScalarType.Int64).to(ScalarType.Byte).reshape(10, 4, 4, 3));
        NpyFile.Save(_folder.File("l.npy"), eye(5, dtype: ScalarType.Float64).repeat(2, 1));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_FilesAsKnown_AreTheCoursesClasses()
    {
        var set = CourseSprites.Load(Root, Known("i.npy"), Known("l.npy"));
        Assert.Equal([10L, 3, 4, 4], set.Pixels.shape);
        Assert.Equal([0, 1, 2, 3, 4, 0, 1, 2, 3, 4], set.Labels.data<long>().ToArray());
        Assert.Equal(Sprites.Classes, set.Classes);
        Assert.Equal(3, set.Pixels[0, 0, 0, 1].item<byte>());
    }

    [Fact]
    public void Load_OtherBytes_IsRefusedWithBothHashes()
    {
        var known = Known("i.npy");
        var bytes = File.ReadAllBytes(_folder.File("i.npy"));
        bytes[^1] ^= 1;
        File.WriteAllBytes(_folder.File("i.npy"), bytes);
        var error = Assert.Throws<InvalidDataException>(() => CourseSprites.Load(Root, known, Known("l.npy")));
        Assert.Contains($"instead of {known.Sha256}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OtherSize_IsRefusedWithBothSizes()
    {
        File.WriteAllBytes(_folder.File("sprites_1788_16x16.npy"), new byte[3]);
        var error = Assert.Throws<InvalidDataException>(() => CourseSprites.Load(Root));
        Assert.Contains("has 3 bytes instead of 68659328", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoFile_NamesItAndTheRemedy()
    {
        Assert.False(CourseSprites.AreIn(Root));
        var error = Assert.Throws<FileNotFoundException>(() => CourseSprites.Load(Root));
        Assert.Contains("sprites_1788_16x16.npy", error.Message, StringComparison.Ordinal);
        Assert.Contains("own sprites", error.Message, StringComparison.Ordinal);
    }

    private string Root => Path.GetDirectoryName(_folder.File("i.npy"))!;

    private KnownFile Known(string file)
        => new(file, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder.File(file)))), new FileInfo(_folder.File(file)).Length);
}
