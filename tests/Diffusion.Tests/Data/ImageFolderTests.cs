using Diffusion.Data;
using Diffusion.Tests.Storage;
using SkiaSharp;

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
        Refused("b.png: it has 12×4 pixels", "has 8×4", "name the size");
    }

    [Fact]
    public void Load_AtASize_ScalesCropsAndSaysSo()
    {
        Add("a.png", 1, width: 4);
        Add("b.png", 2);
        Add("c.jpeg", 3, width: 40);
        Add("d.webp", 4, width: 8);
        File.WriteAllBytes(_folder.File("set/e.gif"), new Pictures.GifWriter(8, 8, [5, 5, 5, 6, 6, 6]).Write([(new byte[64], 5), (new byte[64], 5)]));
        var set = ImageFolder.Load(_folder.File("set"), size: 4);
        Assert.Equal([5L, 3, 4, 4], set.Pixels.shape);
        Assert.Equal([1, 2, 3, 4, 5], Enumerable.Range(0, 5).Select(n => (int)set.Pixels[n, 0, 0, 0].item<byte>()));
        Assert.Equal(
            ["1 picture was scaled to 4×4 pixels.", "3 pictures were not square: cropped to the middle square.", "1 picture was animated: the first frame was taken."],
            set.Notes);
        Assert.Equal(set.Notes, set.Take(0, 2).Notes);
        Assert.StartsWith("5 pictures [3, 4, 4] in 1 class: set\n1 picture was scaled", set.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AsTheyAre_HasNothingToSay()
    {
        Add("a.png", 1);
        Assert.Empty(ImageFolder.Load(_folder.File("set")).Notes);
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageFolder.Load(_folder.File("set"), size: 0));
    }

    [Fact]
    public void Load_EmptyClass_NamesTheFolder()
    {
        Add("cats/a.png", 1);
        Directory.CreateDirectory(_folder.File("set/dogs"));
        Refused("dogs: it holds no pictures");
    }

    [Fact]
    public void Load_PicturesBesideTheClasses_AreRefused()
    {
        Add("cats/a.png", 1);
        Add("b.png", 2);
        Add("c.jpeg", 3);
        Refused("2 of its pictures lie loose beside the classes' folders (cats): b.png, c.jpeg. Move each");
    }

    [Fact]
    public void Load_OtherFiles_AreLeftOutAndNamed()
    {
        Add("cats/a.png", 1);
        File.WriteAllText(_folder.File("set/labels.csv"), "");
        File.WriteAllText(_folder.File("set/cats/README"), "");
        File.WriteAllText(_folder.File("set/cats/.DS_Store"), "");
        var set = ImageFolder.Load(_folder.File("set"));
        Assert.Equal(1, set.Count);
        Assert.Equal([$"Left out, as no pictures by their names: labels.csv, cats{Path.DirectorySeparatorChar}README."], set.Notes);
    }

    [Fact]
    public void Load_PicturesDeeperDown_CountToTheirClass()
    {
        Add("cats/a.png", 1);
        Add("cats/more/b.png", 2);
        Add("dogs/images/large/c.png", 3);
        Add("dogs/.cache/d.png", 4);
        var set = ImageFolder.Load(_folder.File("set"));
        Assert.Equal(["cats", "dogs"], set.Classes);
        Assert.Equal([0, 0, 1], set.Labels.data<long>().ToArray());
        Assert.StartsWith("2 of the pictures lie in folders inside their class's, and count to it: ", Assert.Single(set.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OtherFormat_NamesTheFile()
    {
        Add("a.png", 1);
        File.WriteAllBytes(_folder.File("set/b.TIF"), [1]);
        Refused("b.TIF: pictures of this format");
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
        using var bitmap = new SKBitmap(new SKImageInfo(width, 4, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(new SKColor(value, value, value));
        using var data = bitmap.Encode(Path.GetExtension(name) switch
        {
            ".jpeg" => SKEncodedImageFormat.Jpeg,
            ".webp" => SKEncodedImageFormat.Webp,
            _ => SKEncodedImageFormat.Png,
        }, 100);
        File.WriteAllBytes(path, data.ToArray());
    }
}
