using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Nn;

public class ConvolutionTests
{
    private static Tensor Images => Numbers.Wave([2, 4, 5, 6]);

    [Fact]
    public void Conv2d_OfEveryKind_EqualsPyTorch()
    {
        using var scope = NewDisposeScope();
        var (x, w, b) = (Images, Numbers.Wave([6, 4, 3, 3], 1), Numbers.Wave([6], 2));
        Numbers.AssertClose([-1.146386f, -0.3116276f, 0.1930497f, 0.1384209f, -0.4498214f, -0.3835819f], F.conv2d(x, w, b, padding: [1, 1])[1, 4, 0], 2e-6);
        Numbers.AssertClose([-1.908537f, 0.685457f, 3.219107f, 3.906934f, 2.425443f, -0.5703858f], F.conv2d(x, w, b, [2, 1], [2, 1], [2, 1])[0, 5, 1], 2e-6);
        Numbers.AssertClose([-0.07235003f, 0.9192921f, 1.14675f, 0.5030466f], F.conv2d(x, Numbers.Wave([6, 2, 3, 3], 1), b, groups: 2)[1, 5, 1], 2e-6);
        Numbers.AssertClose([7.431652f, 7.178736f, 6.717486f, 3.524552f, -0.8983763f, -0.847811f], F.conv2d_padding(x, Numbers.Wave([6, 4, 2, 3], 1), b, padding: Padding.Same)[1, 0, 1], 2e-6);
    }

    [Theory]
    [InlineData(PaddingModes.Reflect, new float[] { -2.093185f, -2.419577f, -1.517236f, 0.2996877f, 2.176667f, 1.930966f })]
    [InlineData(PaddingModes.Replicate, new float[] { 0.931729f, 1.164718f, 2.045082f, 2.164615f, 1.467099f, 0.1533471f })]
    [InlineData(PaddingModes.Circular, new float[] { -1.948604f, -2.404534f, -1.45899f, 0.3737425f, 2.231702f, 0.4273051f })]
    public void Conv2d_OfAPaddingMode_EqualsPyTorch(PaddingModes mode, float[] expected)
    {
        using var scope = NewDisposeScope();
        using var given = Filled(Conv2d(4, 6, 3, padding: 1, padding_mode: mode));
        Numbers.AssertClose(expected, given.call(Images)[0, 1, 0], 2e-6);
        using var rule = Filled(Conv2d(4, 6, 3, Padding.Same, padding_mode: mode));
        Numbers.AssertClose(expected, rule.call(Images)[0, 1, 0], 2e-6);
    }

    [Fact]
    public void ConvTranspose2d_OfEveryKind_EqualsPyTorch()
    {
        using var scope = NewDisposeScope();
        var (x, w, b) = (Images, Numbers.Wave([4, 6, 3, 3], 1), Numbers.Wave([6], 2));
        Numbers.AssertClose([-0.7999355f, -1.012102f, -0.3273207f, -0.256995f, 0.1790532f, 0.4987955f], F.conv_transpose2d(x, w, b, [2, 2], [1, 1], [1, 1])[1, 2, 0, ..6], 2e-6);
        Numbers.AssertClose([0.2616972f, 0.2294039f, 0.526534f, 0.7921884f, 0.2119069f, 0.6505678f], F.conv_transpose2d(x, Numbers.Wave([4, 3, 2, 2], 1), b, [2, 2], groups: 2)[0, 5, 0, ..6], 2e-6);
        using var layer = Filled(ConvTranspose2d(4, 6, 3, 2, 1));
        Numbers.AssertClose([1.574487f, 1.973422f, 1.627075f, 1.994833f, 1.342081f, 1.5057f], layer.forward(x, [10, 11])[0, 0, 8, ..6], 2e-6);
    }

    [Fact]
    public void ConvTranspose2d_OfASizeThatCannotBe_SaysWhichCan()
    {
        using var scope = NewDisposeScope();
        using var layer = ConvTranspose2d(4, 6, 3, 2, 1);
        var error = Assert.Throws<ArgumentException>(() => layer.forward(Images, [12, 11]));
        Assert.Contains("only be from 9 to 10", error.Message);
    }

    [Fact]
    public void Layers_Fresh_HavePyTorchsShapesAndBounds()
    {
        manual_seed(1);
        using var down = Conv2d(4, 600, (3, 1), groups: 2);
        Assert.Equal([600L, 2, 3, 1], down.weight.shape);
        foreach (var p in (Parameter[])[down.weight, down.bias!])
        {
            var bound = 1 / Math.Sqrt(6);
            var values = p.Values();
            Assert.All(values, v => Assert.InRange(v, -bound, bound));
            Assert.Equal(bound / Math.Sqrt(3), Math.Sqrt(values.Average(v => v * v)), 0.02);
        }
        using var up = ConvTranspose2d(4, 6, 2, 2, bias: false);
        Assert.Equal([4L, 6, 2, 2], up.weight.shape);
        Assert.Null(up.bias);
        Assert.Equal(["weight"], up.state_dict().Keys);
        Assert.Equal(ScalarType.Float64, Conv2d(1, 1, 1, dtype: ScalarType.Float64).weight.dtype);
    }

    [Theory]
    [InlineData("conv2d")]
    [InlineData("conv_transpose2d")]
    public void Function_Backward_EqualsFiniteDifferences(string name)
    {
        using var scope = NewDisposeScope();
        Gradients.AssertCorrect(
            t => name == "conv2d" ? F.conv2d(t[0], t[1], t[2], [2, 1], [1, 1]) : F.conv_transpose2d(t[0], t[1], t[2], [2, 1], [1, 0], [1, 0]),
            [2, 3, 4, 3], [3, 3, 3, 2], [3]);
    }

    [Fact]
    public void Inputs_OfTheWrongShape_AreRefusedByTheirShape()
    {
        using var scope = NewDisposeScope();
        using var down = Conv2d(3, 2, 3);
        using var up = ConvTranspose2d(3, 2, 2);
        Assert.Contains("3 channels to Conv2d, got [2, 4, 5, 6]", Assert.Throws<ArgumentException>(() => down.call(Images)).Message);
        Assert.Contains("3 channels to ConvTranspose2d, got [2, 4, 5, 6]", Assert.Throws<ArgumentException>(() => up.call(Images)).Message);
        Assert.Equal([2L, 3, 4], down.call(Numbers.Wave([3, 5, 6])).shape);
        Assert.Contains("in_channels (3) must be divisible by groups (2)", Assert.Throws<ArgumentException>(() => Conv2d(3, 2, 3, groups: 2)).Message);
        Assert.Throws<ArgumentException>(() => Conv2d(3, 2, 3, Padding.Same, stride: 2));
        Assert.Throws<ArgumentException>(() => ConvTranspose2d(3, 2, 3, padding_mode: PaddingModes.Reflect));
    }

    [Fact]
    public void PixelShuffle_OfFourChannels_InterleavesThemAndBack()
    {
        using var scope = NewDisposeScope();
        var x = Numbers.Wave([1, 4, 1, 2]);
        using var shuffle = PixelShuffle(2);
        var shuffled = shuffle.call(x);
        Numbers.AssertClose([0f, 0.9854497f, 0.6442177f, 0.8632094f, 0.3349881f, -0.8715758f, -0.3507832f, -0.9824526f], shuffled);
        Numbers.AssertClose(x.Values(), F.pixel_unshuffle(shuffled, 2), 0);
    }

    private static T Filled<T>(T layer) where T : Convolution
    {
        layer.weight = Numbers.Parameter(layer.weight.shape, 1);
        layer.bias = Numbers.Parameter([layer.out_channels], 2);
        return layer;
    }
}
