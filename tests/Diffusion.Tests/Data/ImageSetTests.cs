using Diffusion.Data;
using static TorchSharp.torch;

namespace Diffusion.Tests.Data;

public sealed class ImageSetTests
{
    private static readonly string[] Classes = ["cat", "dog"];

    [Fact]
    public void Images_Bytes_ReachFromMinusOneToOne()
    {
        var set = new ImageSet(tensor(new byte[] { 0, 51, 255, 204 }).reshape(1, 1, 2, 2), zeros(1, dtype: ScalarType.Int64), Classes);
        var images = set.Images();
        Assert.Equal(ScalarType.Float32, images.dtype);
        Assert.Equal([1L, 1, 2, 2], images.shape);
        Assert.Equal([-1f, -0.6f, 1f, 0.6f], images.data<float>().ToArray(), (x, y) => MathF.Abs(x - y) < 1e-6f);
    }

    [Fact]
    public void ToBytes_OfImages_GivesThePixelsAndClampsTheRest()
    {
        var set = new ImageSet(arange(256).to(ScalarType.Byte).reshape(1, 1, 16, 16), zeros(1, dtype: ScalarType.Int64), Classes);
        Near.Equal(set.Pixels, ImageSet.ToBytes(set.Images()), 0);
        Assert.Equal([0, 255, 0, 128], ImageSet.ToBytes(tensor(new float[] { -3, 1.01f, -0.997f, 0.001f })).data<byte>().ToArray());
    }

    [Fact]
    public void Enlarged_ByThree_MakesASquareOfEachPixel()
    {
        var set = new ImageSet(tensor(new byte[] { 1, 2, 3, 4 }).reshape(1, 1, 2, 2), zeros(1, dtype: ScalarType.Int64), Classes);
        var large = set.Enlarged(3);
        Assert.Equal([1L, 1, 6, 6], large.Pixels.shape);
        foreach (var y in Enumerable.Range(0, 6))
            foreach (var x in Enumerable.Range(0, 6))
                Assert.Equal(set.Pixels[0, 0, y / 3, x / 3].item<byte>(), large.Pixels[0, 0, y, x].item<byte>());
        Assert.Throws<ArgumentOutOfRangeException>(() => set.Enlarged(0));
    }

    // A white ground, and a dark pixel in a corner that is no ground.
    [Fact]
    public void Padded_ToAMultiple_LiesOnTheBackgroundAndIsCroppedBack()
    {
        var pixels = full([3, 3, 28, 26], 255, dtype: ScalarType.Byte);
        pixels.narrow(2, 5, 10).narrow(3, 5, 10).fill_(9);
        pixels[0, 0, 0, 0] = tensor((byte)7);
        var set = new ImageSet(pixels, zeros(3, dtype: ScalarType.Int64), Classes);
        var padded = set.Padded(8);
        Assert.Equal([3L, 3, 32, 32], padded.Pixels.shape);
        Assert.Equal("26×28 pixels were padded to 32×32 with the background (255, 255, 255).", Assert.Single(padded.Notes));
        Assert.Equal([255, 255, 7, 255], new[] { (0, 0), (1, 3), (2, 3), (30, 30) }.Select(place => (int)padded.Pixels[0, 0, place.Item1, place.Item2].item<byte>()));
        Near.Equal(set.Images(), padded.Cropped(padded.Images()), 0);
        Near.Equal(set.Images().narrow(0, 1, 1), padded.Take(1, 1).Cropped(padded.Take(1, 1).Images()), 0);
        Assert.Same(set, set.Padded(2));
        Assert.Equal([3L, 3, 28, 26], set.Cropped(set.Images()).shape);
    }

    [Fact]
    public void Cropped_AfterPaddingTwiceAndEnlarging_ShowsTheFirstPictures()
    {
        var set = new ImageSet(arange(2 * 6 * 6, dtype: ScalarType.Int64).to(ScalarType.Byte).reshape(2, 1, 6, 6), zeros(2, dtype: ScalarType.Int64), Classes);
        var twice = set.Padded(4).Padded(10);
        Assert.Equal([2L, 1, 10, 10], twice.Pixels.shape);
        Near.Equal(set.Images(), twice.Cropped(twice.Images()), 0);
        var large = set.Padded(4).Enlarged(2);
        Near.Equal(set.Enlarged(2).Images(), large.Cropped(large.Images()), 0);
        var both = set.Padded(4).Enlarged(2).Padded(24);
        Near.Equal(set.Enlarged(2).Images(), both.Cropped(both.Images()), 0);
        Assert.Equal([2L, 1, 12, 12], set.Enlarged(2).Cropped(set.Enlarged(2).Images()).shape);
    }

    // The first thousand are all of one class, as in a folder that is read class by class.
    [Fact]
    public void Padded_PicturesSortedByGround_TakesTheGroundOfMost()
    {
        var pixels = full([4000, 1, 3, 3], 255, dtype: ScalarType.Byte);
        pixels.narrow(0, 0, 1000).fill_(0);
        var set = new ImageSet(pixels, zeros(4000, dtype: ScalarType.Int64), Classes).Padded(4);
        Assert.Contains("with the background (255).", Assert.Single(set.Notes), StringComparison.Ordinal);
        Assert.Equal(255, set.Pixels[0, 0, 3, 3].item<byte>());
    }

    [Fact]
    public void Images_Indices_PickThose()
    {
        var set = Six();
        Assert.Equal(set.Images()[4].data<float>().ToArray(), set.Images(tensor(new long[] { 4, 1 }))[0].data<float>().ToArray());
    }

    [Fact]
    public void Contexts_Labels_AreOneHot()
    {
        Assert.Equal([1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1], Six().Contexts().data<float>().ToArray());
        Assert.Equal([0, 1], Six().Contexts(tensor(new long[] { 3 })).data<float>().ToArray());
    }

    [Fact]
    public void Take_Middle_SharesPicturesLabelsAndKinds()
    {
        var part = Six().Take(2, 3);
        Assert.Equal(3, part.Count);
        Assert.Equal([0, 1, 0], part.Labels.data<long>().ToArray());
        Assert.Equal([2, 3, 4], part.Kinds!.data<long>().ToArray());
        Assert.Equal(2 * 16, part.Pixels[0, 0, 0, 0].item<byte>());
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 0)]
    [InlineData(4, 3)]
    public void Take_Outside_IsRefused(int start, int count)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Six().Take(start, count));

    [Fact]
    public void OfClass_Second_HoldsItsPicturesInOrder()
    {
        var dogs = Six().OfClass(1);
        Assert.Equal([1, 3, 5], dogs.Kinds!.data<long>().ToArray());
        Assert.Equal([1, 1, 1], dogs.Labels.data<long>().ToArray());
    }

    [Fact]
    public void OfClass_NoneOrEmpty_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Six().OfClass(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Six().Take(0, 1).OfClass(1));
    }

    [Fact]
    public void Sha256_OneLabelChanged_IsAnother()
    {
        var set = Six();
        Assert.Equal(64, set.Sha256.Length);
        Assert.Equal(set.Sha256, Six().Sha256);
        Assert.NotEqual(set.Sha256, new ImageSet(set.Pixels, 1 - set.Labels, Classes).Sha256);
    }

    [Fact]
    public void New_WrongTensors_SaysWhichAndWhy()
    {
        var (pixels, labels) = (zeros([6, 1, 4, 4], dtype: ScalarType.Byte), zeros(6, dtype: ScalarType.Int64));
        Refused("uint8 [N, C, H, W]", pixels.to(ScalarType.Float32), labels);
        Refused("uint8 [N, C, H, W]", pixels[0], labels);
        Refused("int64 [6]", pixels, labels.to(ScalarType.Float32));
        Refused("int64 [6]", pixels, labels.slice(0, 0, 5, 1));
        Refused("0..1", pixels, labels + 2);
        Refused("0..1", pixels, labels - 1);
    }

    private static void Refused(string problem, Tensor pixels, Tensor labels)
        => Assert.Contains(problem, Assert.Throws<ArgumentException>(() => new ImageSet(pixels, labels, Classes)).Message, StringComparison.Ordinal);

    /// <summary>Six pictures, of classes 0 1 0 1 0 1 and six kinds; picture n begins with the byte 16 n.</summary>
    private static ImageSet Six() => new(
        arange(96, dtype: ScalarType.Int64).to(ScalarType.Byte).reshape(6, 1, 4, 4), arange(6, dtype: ScalarType.Int64).remainder(2), Classes,
        arange(6, dtype: ScalarType.Int64), ["a", "b", "c", "d", "e", "f"]);
}
