using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Networks;

public class InitialisationTests
{
    // PyTorch's rule: uniform within 1/√n, n the weights behind an entry of the first dimension.
    [Theory]
    [InlineData("Linear", 25)]
    [InlineData("Conv2d", 36)]
    [InlineData("ConvTranspose2d", 1024)]
    public void Weights_OfAFreshLayer_AreUniformWithinTheirBound(string layer, int behind)
    {
        using nn.Module module = layer switch
        {
            "Linear" => nn.Linear(25, 256),
            "Conv2d" => nn.Conv2d(4, 256, 3),
            _ => nn.ConvTranspose2d(4, 256, 2, 2),
        };
        var bound = 1 / Math.Sqrt(behind);
        foreach (var parameter in module.parameters())
        {
            var values = parameter.Values();
            Assert.All(values, value => Assert.InRange(value, -bound * 1.000001, bound * 1.000001));
            Assert.InRange(Math.Sqrt(values.Average(value => (double)value * value)), 0.85 * bound / Math.Sqrt(3), 1.15 * bound / Math.Sqrt(3));
        }
    }

    [Fact]
    public void Normalisations_Fresh_ChangeNothing()
    {
        using BatchNorm2d batch = nn.BatchNorm2d(4);
        using LayerNorm layer = nn.LayerNorm(4);
        Assert.All((Tensor[])[batch.weight!, batch.running_var!, layer.weight!], ones => Assert.Equal([1, 1, 1, 1], ones.Values()));
        Assert.All((Tensor[])[batch.bias!, batch.running_mean!, layer.bias!], zeros => Assert.Equal([0, 0, 0, 0], zeros.Values()));
        Assert.Equal(0, batch.num_batches_tracked!.item<long>());
    }

    // TorchSharp leaves both as the memory happened to be, so what they hold is never certain: the library and its notebooks set them.
    [Fact]
    public void GroupNorm_OnceSet_IsTheNormalisation()
    {
        using var scope = NewDisposeScope();
        var norm = nn.GroupNorm(2, 4);
        Assert.Equal([4L], norm.weight!.shape);
        Assert.Equal([4L], norm.bias!.shape);
        using (no_grad())
        {
            nn.init.ones_(norm.weight!);
            nn.init.zeros_(norm.bias!);
        }
        var x = Numbers.Wave([2, 4, 3]);
        var groups = x.view(2, 2, 6);
        var expected = (groups - groups.mean([2], true)) / (groups.var(2, false, true) + 1e-5).sqrt();
        Numbers.AssertClose(expected.Values(), norm.call(x), 3e-6);
    }
}
