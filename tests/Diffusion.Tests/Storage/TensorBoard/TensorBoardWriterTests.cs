using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Tests.Storage;

public sealed class TensorBoardWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Constructor_NewFile_BeginsWithTheFormatsVersion()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0;
        var version = EventFile.Fields(Assert.Single(Written(_ => { })));
        Assert.Equal("brain.Event:2", EventFile.Text(version[3]));
        Assert.InRange((double)version[1], before, before + 3600);
    }

    [Theory]
    [InlineData("loss", 0.125, 0)]
    [InlineData("verlust/µ", -3e30, 1)]
    [InlineData("a", 0.0, 127)]
    [InlineData("a", double.NaN, 128)]
    [InlineData("a", 1.0, long.MaxValue)]
    public void AddScalar_AnyValue_IsReadBack(string tag, double value, long step)
    {
        var record = EventFile.Fields(Written(writer => writer.AddScalar(tag, value, step))[1]);
        Assert.Equal(step, record[2]);
        var read = Value(record);
        Assert.Equal(tag, EventFile.Text(read[1]));
        Assert.Equal((float)value, read[2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AddImage_GreyOrColoured_IsReadBack(int channels)
    {
        using var image = arange(channels * 5 * 300).remainder(251).to(ScalarType.Byte).reshape(channels, 5, 300);
        var record = EventFile.Fields(Written(writer => writer.AddImage("samples", image, 7))[1]);
        Assert.Equal(7L, record[2]);
        var read = Value(record);
        Assert.Equal("samples", EventFile.Text(read[1]));
        var picture = EventFile.Fields((byte[])read[4]);
        Assert.Equal((5L, 300L, (long)channels), (picture[1], picture[2], picture[3]));
        using var pixels = PictureFile.Read(new MemoryStream((byte[])picture[4]), "samples").ToTensor();
        Assert.True(pixels.Equals(image.expand(3, 5, 300)));
    }

    [Fact]
    public void AddScalar_WhileOpen_CanBeReadAlong()
    {
        using var writer = new TensorBoardWriter(_folder.File("run"));
        writer.AddScalar("loss", 1, 1);
        writer.AddScalar("loss", 2, 2);
        using var reader = new FileStream(writer.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[reader.Length];
        reader.ReadExactly(bytes);
        Assert.Equal(3, EventFile.Records(bytes).Count);
    }

    [Fact]
    public void Constructor_TwiceInOneFolder_LeavesTheFirstFile()
    {
        foreach (var step in new[] { 1, 2 })
        {
            using var writer = new TensorBoardWriter(_folder.File("run"));
            writer.AddScalar("loss", 0.5, step);
        }
        var files = Directory.GetFiles(_folder.File("run")).Order(StringComparer.Ordinal).ToArray();
        Assert.All(files, file => Assert.StartsWith("events.out.tfevents.", Path.GetFileName(file), StringComparison.Ordinal));
        Assert.Equal([1L, 2L], files.Select(file => EventFile.Fields(EventFile.Records(File.ReadAllBytes(file))[1])[2]));
    }

    [Fact]
    public void AddImage_OfFloats_IsRefusedWithTheRemedy()
    {
        using var writer = new TensorBoardWriter(_folder.File("run"));
        using var image = zeros(3, 4, 4);
        var error = Assert.Throws<ArgumentException>(() => writer.AddImage("samples", image, 1));
        Assert.Contains("not Float32 [3, 4, 4]", error.Message, StringComparison.Ordinal);
        Assert.Contains("ScalarType.Byte", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddScalar_NoTagOrNegativeStepOrClosed_IsRefused()
    {
        var writer = new TensorBoardWriter(_folder.File("run"));
        Assert.Throws<ArgumentException>(() => writer.AddScalar(" ", 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.AddScalar("loss", 1, -1));
        writer.Flush();
        writer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => writer.AddScalar("loss", 1, 1));
        Assert.Single(EventFile.Records(File.ReadAllBytes(writer.Path)));
    }

    private List<byte[]> Written(Action<TensorBoardWriter> add)
    {
        using var writer = new TensorBoardWriter(_folder.File("run"));
        add(writer);
        writer.Dispose();
        return EventFile.Records(File.ReadAllBytes(writer.Path));
    }

    private static Dictionary<int, object> Value(Dictionary<int, object> record)
        => EventFile.Fields((byte[])EventFile.Fields((byte[])record[5])[1]);
}
