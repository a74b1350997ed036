using Diffusion.Data;
using Diffusion.Storage;
using Diffusion.Tests.Storage;
using static TorchSharp.torch;

namespace Diffusion.Tests.Data;

public sealed class NpyImagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Tensor _pixels = arange(2 * 3 * 8 * 4, dtype: ScalarType.Int64).to(ScalarType.Byte).reshape(2, 3, 8, 4);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_ChannelsFirst_IsTaken() => Assert.True(Load(_pixels).Pixels.Equals(_pixels));

    [Fact]
    public void Load_ChannelsLast_IsTurned() => Assert.True(Load(_pixels.permute(0, 2, 3, 1)).Pixels.Equals(_pixels));

    [Fact]
    public void Load_NoChannels_IsGrey() => Assert.True(Load(_pixels.select(1, 0)).Pixels.Equals(_pixels.narrow(1, 0, 1)));

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void Load_FloatsWithTheirRange_AreTheBytes(ScalarType type)
    {
        var unit = _pixels.to(ScalarType.Float64) / 255;
        Assert.True(Load(unit.to(type), PixelRange.ZeroToOne).Pixels.Equals(_pixels));
        Assert.True(Load((unit * 2 - 1).to(type), PixelRange.MinusOneToOne).Pixels.Equals(_pixels));
    }

    [Theory]
    [InlineData('>', false)]
    [InlineData('<', true)]
    [InlineData('>', true)]
    public void Load_BigEndianOrFortran_AreTheSamePictures(char order, bool fortran)
    {
        var unit = (_pixels.to(ScalarType.Float64) / 255).permute(0, 2, 3, 1);
        var laidOut = fortran ? unit.permute(3, 2, 1, 0) : unit;
        var data = laidOut.contiguous().bytes.ToArray();
        for (var i = 0; order == '>' && i < data.Length; i += 8) data.AsSpan(i, 8).Reverse();
        var header = $"{{'descr': '{order}f8', 'fortran_order': {fortran}, 'shape': (2L, 8L, 4L, 3L), }}";
        File.WriteAllBytes(_folder.File("images.npy"),
            [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(header), .. data]);
        NpyFile.Save(_folder.File("labels.npy"), tensor(new long[] { 0, 1 }));
        Assert.True(NpyImages.Load(_folder.File("images.npy"), _folder.File("labels.npy"), PixelRange.ZeroToOne).Pixels.Equals(_pixels));
    }

    [Fact]
    public void Load_OneHotOrNumbers_AreTheSameLabels()
    {
        Assert.Equal([1, 2], Load(_pixels, labels: tensor(new long[] { 1, 2 })).Labels.data<long>().ToArray());
        Assert.Equal([1, 2], Load(_pixels, labels: tensor(new[] { 1f, 2f })).Labels.data<long>().ToArray());
        var oneHot = Load(_pixels, labels: tensor(new[] { 0.0, 1, 0, 0, 0, 0, 1, 0 }).reshape(2, 4));
        Assert.Equal([1, 2], oneHot.Labels.data<long>().ToArray());
        Assert.Equal(["class 0", "class 1", "class 2", "class 3"], oneHot.Classes);
    }

    [Fact]
    public void Load_PicturesAlone_AreOneClassOfTheFilesName()
    {
        Load(_pixels);
        var set = NpyImages.Load(_folder.File("images.npy"));
        Assert.True(set.Pixels.Equals(_pixels));
        Assert.Equal(["images"], set.Classes);
        Assert.Equal([0, 0], set.Labels.data<long>().ToArray());
    }

    [Fact]
    public void Load_WrongPictures_SaysWhatIsWrong()
    {
        Refused("may be read in two ways", () => Load(zeros([2, 3, 8, 3], dtype: ScalarType.Byte)));
        Refused("no axis of 1 or 3 channels", () => Load(zeros([2, 2, 8, 4], dtype: ScalarType.Byte)));
        Refused("not one of pictures", () => Load(zeros([2, 8], dtype: ScalarType.Byte)));
        Refused("what they mean is not said", () => Load(zeros(2, 8, 4, 3)));
        Refused("does not suit the range", () => Load(_pixels, PixelRange.ZeroToOne));
        Refused("does not suit the range", () => Load(_pixels.to(ScalarType.Int64), PixelRange.MinusOneToOne));
        Refused("[0, 8, 4] holds no pictures", () => Load(zeros([0, 8, 4], dtype: ScalarType.Byte)));
        Refused("array.reshape(-1, 28, 28)", () => Load(zeros([2, 784], dtype: ScalarType.Byte)));
        Refused("array.reshape(-1, 32, 32, 3)", () => Load(zeros([2, 3072], dtype: ScalarType.Byte)));
        Refused("array[None]", () => Load(zeros([28, 30], dtype: ScalarType.Byte)));
        Refused("array[..., :3] leaves opacity out", () => Load(zeros([2, 8, 8, 4], dtype: ScalarType.Byte)));
    }

    [Theory]
    [InlineData(ScalarType.Int16)]
    [InlineData(ScalarType.Int32)]
    [InlineData(ScalarType.Int64)]
    public void Load_WiderWholeNumbers_AreTheBytes(ScalarType type)
    {
        var wide = _pixels.to(type);
        Assert.True(Load(wide).Pixels.Equals(_pixels));
        wide[1, 0, 0, 0] = tensor(256, dtype: type);
        Refused("picture 1: the value 256 lies outside 0 to 255", () => Load(wide));
        wide[1, 0, 0, 0] = tensor(-1, dtype: type);
        Refused("picture 1: the value -1 lies outside 0 to 255", () => Load(wide));
    }

    [Fact]
    public void Load_TruthValues_AreBlackAndWhite()
    {
        var truth = _pixels.ge(100);
        Assert.True(Load(truth).Pixels.Equals(truth.to(ScalarType.Byte) * 255));
        foreach (var type in new[] { ScalarType.Byte, ScalarType.Int64 })
            Refused("0 and 1 alone", () => Load(truth.to(type)));
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void Load_FloatsTo255_AreTheBytesWhereThatRangeIsNamed(ScalarType type)
    {
        Assert.True(Load(_pixels.to(type), PixelRange.ZeroTo255).Pixels.Equals(_pixels));
        Refused("MinusOneToOne or ZeroTo255", () => Load(_pixels.to(type)));
    }

    [Fact]
    public void Load_NumberOutsideItsRange_NamesThePicture()
    {
        var unit = _pixels.to(ScalarType.Float32) / 255;
        unit[1, 0, 0, 0] = tensor(1.5f);
        Refused("picture 1: the value 1.5", () => Load(unit, PixelRange.ZeroToOne));
        unit[1, 0, 0, 0] = tensor(float.NaN);
        Refused("picture 1: the value NaN", () => Load(unit, PixelRange.MinusOneToOne));
    }

    [Fact]
    public void Load_WrongLabels_SaysWhichRow()
    {
        Refused("row 1 (rows count from 0) is not one-hot", () => Load(_pixels, labels: tensor(new[] { 0f, 1, 1, 1 }).reshape(2, 2)));
        Refused("row 1 (rows count from 0) is not one-hot", () => Load(_pixels, labels: tensor(new[] { 0f, 1, 0.5f, 0.5f }).reshape(2, 2)));
        Refused("row 0 (rows count from 0) is no class", () => Load(_pixels, labels: tensor(new long[] { -1, 1 })));
        Refused("row 1 (rows count from 0) is no class", () => Load(_pixels, labels: tensor(new[] { 1, float.NaN })));
        Refused("3 labels for the 2 pictures", () => Load(_pixels, labels: zeros(3, dtype: ScalarType.Int64)));
        Refused("it has 3 classes, but 2 names", () => Load(_pixels, labels: tensor(new long[] { 1, 2 }), classes: ["a", "b"]));
    }

    [Fact]
    public void Load_CutShort_IsRefused()
    {
        Load(_pixels);
        var path = _folder.File("images.npy");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
        Refused("cut short", () => NpyImages.Load(path, _folder.File("labels.npy")));
    }

    private ImageSet Load(Tensor pixels, PixelRange range = PixelRange.Bytes, Tensor? labels = null, string[]? classes = null)
    {
        NpyFile.Save(_folder.File("images.npy"), pixels);
        NpyFile.Save(_folder.File("labels.npy"), labels ?? tensor(new long[] { 0, 1 }));
        return NpyImages.Load(_folder.File("images.npy"), _folder.File("labels.npy"), range, classes);
    }

    private static void Refused(string problem, Func<ImageSet> load)
        => Assert.Contains(problem, Assert.Throws<InvalidDataException>(load).Message, StringComparison.Ordinal);
}
