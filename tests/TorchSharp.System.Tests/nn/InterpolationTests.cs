using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Nn;

public class InterpolationTests
{
    [Theory]
    [InlineData(InterpolationMode.Nearest, new float[] { -0.8715758f, -0.8715758f, -0.9824526f, -0.6312667f, -0.8715758f, -0.8715758f, -0.9824526f, -0.6312667f })]
    [InlineData(InterpolationMode.NearestExact, new float[] { -0.8715758f, -0.9824526f, -0.9824526f, -0.6312667f, 0.0168139f, 0.6569866f, 0.6569866f, 0.9881682f })]
    [InlineData(InterpolationMode.Bilinear, new float[] { -0.8715758f, -0.9408738f, -0.8507579f, -0.6312667f, -0.4273809f, -0.261976f, -0.03478909f, 0.1784508f })]
    [InlineData(InterpolationMode.Bicubic, new float[] { -0.9360552f, -1.100091f, -1.016933f, -0.7465109f, -0.4463767f, -0.2955828f, -0.01071182f, 0.2029401f })]
    [InlineData(InterpolationMode.Area, new float[] { -0.8715758f, -0.9270142f, -0.8068596f, -0.6312667f, -0.4273809f, -0.295057f, 0.007858902f, 0.1784508f })]
    public void Interpolate_ToASize_EqualsPyTorch(InterpolationMode mode, float[] expected)
    {
        using var scope = NewDisposeScope();
        Numbers.AssertClose(expected, F.interpolate(Numbers.Wave([1, 2, 2, 3]), [3, 4], mode: mode)[0, 1, ..2], 2e-6);
    }

    [Fact]
    public void Interpolate_ByAFactor_EqualsPyTorch()
    {
        using var scope = NewDisposeScope();
        var (line, image) = (Numbers.Wave([1, 2, 3]), Numbers.Wave([1, 2, 2, 3]));
        Numbers.AssertClose([0f, 0.2576871f, 0.5153741f, 0.7124641f, 0.8489569f, 0.9854497f], F.interpolate(image, scale_factor: [2], mode: InterpolationMode.Bilinear, align_corners: true)[0, 0, 0], 2e-6);
        Numbers.AssertClose([0f, 0.3221088f, 0.7010897f, 0.9285777f, 0.8632094f, 0.5990987f, 0.2206929f, -0.236488f], F.interpolate(line, scale_factor: [1.5], mode: InterpolationMode.Linear), 2e-6);
        Numbers.AssertClose([0f, 0.4026361f, 0.7721797f, 0.9854497f, 0.8632094f, 0.5330711f, 0.07782388f, -0.3507832f], F.interpolate(line, scale_factor: [1.5], mode: InterpolationMode.Linear, recompute_scale_factor: true), 2e-6);
        Numbers.AssertClose([0f, 0.6442177f, 0.9854497f, 0.8632094f, 0.1674941f, 0.1467172f, 0.05693698f, -0.05962163f, 0.3349881f, -0.3507832f, -0.8715758f, -0.9824526f], F.interpolate(Numbers.Wave([1, 1, 2, 2, 2]), [3, 2, 2], mode: InterpolationMode.Trilinear), 2e-6);
        Numbers.AssertClose([0.09818478f, 0.1180461f, 0.1017502f, -0.02682271f], F.interpolate(Numbers.Wave([1, 1, 4, 4]), [2, 2], mode: InterpolationMode.Bilinear, antialias: true), 5e-6);
    }

    [Fact]
    public void Upsample_OfEveryMode_EqualsItsFunction()
    {
        using var scope = NewDisposeScope();
        var image = Numbers.Wave([1, 2, 2, 3]);
        using var nearest = nn.Upsample(scale_factor: [2, 2]);
        Numbers.AssertClose(image.repeat_interleave(2, 2).repeat_interleave(2, 3).Values(), nearest.call(image), 0);
        Assert.Equal((2, 0), (nearest.scale_factor.Length, nearest.size.Length));
        using var bilinear = nn.Upsample([4, 6], mode: UpsampleMode.Bilinear, align_corners: true);
        Numbers.AssertClose(F.interpolate(image, [4, 6], mode: InterpolationMode.Bilinear, align_corners: true).Values(), bilinear.call(image), 0);
    }

    [Fact]
    public void Interpolate_Backward_EqualsFiniteDifferences()
    {
        Gradients.AssertCorrect(t => F.interpolate(t[0], [3, 5], mode: InterpolationMode.Bilinear), [1, 2, 2, 3]);
        Gradients.AssertCorrect(t => F.interpolate(t[0], scale_factor: [2]), [1, 2, 2, 3]);
    }

    [Fact]
    public void Interpolate_OfWhatDoesNotFit_SaysWhat()
    {
        using var scope = NewDisposeScope();
        var image = Numbers.Wave([1, 2, 2, 3]);
        Assert.Contains("scale_factor", Assert.Throws<ArgumentException>(() => F.interpolate(image)).Message);
        Assert.Contains("Linear does not interpolate an input of 4 dimensions", Assert.Throws<ArgumentException>(() => F.interpolate(image, [4], mode: InterpolationMode.Linear)).Message);
        Assert.Contains("1 or 2 elements", Assert.Throws<ArgumentException>(() => F.interpolate(image, [1, 2, 3])).Message);
        Assert.Contains("align_corners", Assert.Throws<ArgumentException>(() => F.interpolate(image, [4], align_corners: true)).Message);
    }
}
