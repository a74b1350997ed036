using Diffusion.Data;
using static TorchSharp.torch;

namespace Diffusion.Tests.Data;

public sealed class SpritesTests
{
    private static readonly ImageSet LearnedFrom = Sprites.Training();
    private static readonly ImageSet HeldOut = Sprites.HeldOut();

    [Fact]
    public void Training_Defaults_AreDistinctPicturesOfSixteen()
    {
        Assert.Equal([32_000L, 3, 16, 16], LearnedFrom.Pixels.shape);
        Assert.Equal(32_000, Pictures(LearnedFrom).Distinct().Count());
    }

    // The shipped weights were trained on these pixels: a change of the art makes their provenance wrong.
    [Fact]
    public void Training_Defaults_HaveThePixelsThatTheWeightsWereTrainedOn()
    {
        Assert.Equal("199dae5c361517b598e75276a6041a883cdc6e80504516bb0d2ebf6738abe6fb", LearnedFrom.Sha256);
        Assert.Equal("679c90b14a475460ddf10579054a72305643985c3497667d9f26994bbcbd0cca", Sprites.Training(20_000).Sha256);
        Assert.Equal("f33e4d8d9184587945e8e3c54a5515ac726ecab63543dcbe9f023ffa3772e503", HeldOut.Sha256);
        Assert.Equal("c8f1547b65e9f8f2b5b8593e2436f1bcaf59976e2667cd073b958fa121a424a2", Sprites.Bob.Sha256);
    }

    [Fact]
    public void HeldOut_Defaults_ShareNoPictureWithTraining()
    {
        var held = Pictures(HeldOut).ToHashSet();
        Assert.Equal(4_000, held.Count);
        Assert.DoesNotContain(Pictures(LearnedFrom), held.Contains);
    }

    [Fact]
    public void HeldOut_AnySizes_ShareNoPictureWithTraining()
        => Assert.DoesNotContain(Pictures(Sprites.HeldOut(300)), Pictures(Sprites.Training(3_000)).ToHashSet().Contains);

    [Fact]
    public void Draw_SameSeed_IsTheSame()
    {
        Assert.Equal(Sprites.Draw(100, 7).Sha256, Sprites.Draw(100, 7).Sha256);
        Assert.NotEqual(Sprites.Draw(100, 7).Sha256, Sprites.Draw(100, 8).Sha256);
    }

    [Fact]
    public void Draw_Fewer_IsAPartOfMore()
        => Assert.Subset(Pictures(Sprites.Draw(200, 7)).ToHashSet(), Pictures(Sprites.Draw(100, 7)).ToHashSet());

    [Fact]
    public void Training_Classes_AreBalancedAndShuffled()
    {
        Assert.All(Enumerable.Range(0, 5), c => Assert.Equal(6_400, LearnedFrom.OfClass(c).Count));
        var first = LearnedFrom.Take(0, 1_000);
        Assert.All(Enumerable.Range(0, 5), c => Assert.InRange(first.OfClass(c).Count, 150, 250));
    }

    [Fact]
    public void Training_Kinds_AreBalancedWithinTheirClass()
    {
        for (var c = 0; c < 5; c++)
        {
            var counts = LearnedFrom.OfClass(c).Kinds!.data<long>().ToArray().CountBy(kind => kind).Select(pair => pair.Value).ToArray();
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        }
        Assert.Equal(Sprites.KindNames.Count, LearnedFrom.Kinds!.data<long>().ToArray().Distinct().Count());
        Assert.Equal(Sprites.KindNames.Count, Sprites.KindNames.Distinct().Count());
    }

    [Fact]
    public void Draw_EveryPicture_IsOutlinedInBlackOnWhite()
    {
        var pixels = HeldOut.Pixels.to(ScalarType.Int64);
        var white = pixels.eq(255).all(1);
        var black = pixels.eq(tensor(new long[] { 0x18, 0x14, 0x25 }).reshape(1, 3, 1, 1)).all(1);
        Assert.InRange(white.to(ScalarType.Int64).sum([1, 2]).min().item<long>(), 20, 256);
        Assert.InRange(black.to(ScalarType.Int64).sum([1, 2]).min().item<long>(), 25, 256);
    }

    [Fact]
    public void Draw_NoneOrTooMany_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Sprites.Draw(0, 1));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Sprites.Draw(400_000, 1));
        Assert.Contains("not as many distinct sprites", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bob_Twice_IsTheSameHero()
    {
        Assert.Equal(Sprites.Bob.Sha256, Sprites.Bob.Sha256);
        Assert.Equal(0, Sprites.Bob.Labels.item<long>());
        Assert.Equal("villager", Sprites.KindNames[(int)Sprites.Bob.Kinds!.item<long>()]);
    }

    private static IEnumerable<string> Pictures(ImageSet set)
        => set.Pixels.contiguous().bytes.ToArray().Chunk(3 * 16 * 16).Select(Convert.ToHexString);
}
