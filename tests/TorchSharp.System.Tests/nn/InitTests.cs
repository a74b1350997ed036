using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public class InitTests
{
    [Theory]
    [InlineData("uniform", 0.5, 0.2886751)]
    [InlineData("normal", 2, 3)]
    [InlineData("kaiming uniform", 0, 0.1118034)]
    [InlineData("kaiming normal", 0, 0.1414214)]
    [InlineData("xavier uniform", 0, 0.1632993)]
    [InlineData("xavier normal", 0, 0.1632993)]
    [InlineData("truncated", 1, 0.2696)]
    public void Fill_ALargeMatrix_HasTheMeanAndDeviation(string how, double mean, double deviation)
    {
        manual_seed(1);
        using var w = empty(200, 100).AsParameter();
        using var filled = how switch
        {
            "uniform" => init.uniform_(w),
            "normal" => init.normal_(w, 2, 3),
            "kaiming uniform" => init.kaiming_uniform_(w, Math.Sqrt(0.6)),
            "kaiming normal" => init.kaiming_normal_(w, nonlinearity: init.NonlinearityType.ReLU),
            "xavier uniform" => init.xavier_uniform_(w, 2),
            "xavier normal" => init.xavier_normal_(w, 2),
            _ => init.trunc_normal_(w, 1, 0.5, 0.5, 1.5),
        };
        var values = w.Values();
        Assert.Same(w, filled);
        Assert.True(w.requires_grad && w.is_leaf);
        Assert.Equal(mean, values.Average(), 0.05 * (deviation + mean));
        Assert.Equal(deviation, Math.Sqrt(values.Average(v => (v - mean) * (v - mean))), 0.02 * deviation);
        if (how == "truncated") Assert.All(values, v => Assert.InRange(v, 0.5f, 1.5f));
    }

    [Fact]
    public void Fill_WithConstantsAndTheIdentity_IsExact()
    {
        using var w = empty(2, 3).AsParameter();
        Numbers.AssertClose([7, 7, 7, 7, 7, 7], init.constant_(w, 7));
        Numbers.AssertClose([1, 1, 1, 1, 1, 1], init.ones_(w));
        Numbers.AssertClose([1, 0, 0, 0, 1, 0], init.eye_(w));
        Assert.All(init.zeros_(w).Values(), v => Assert.Equal(0, v));
    }

    [Fact]
    public void FanInAndFanOut_OfAConvolution_CountItsField()
    {
        using var w = zeros(8, 4, 3, 3);
        Assert.Equal((36, 72), init.CalculateFanInAndFanOut(w));
        Assert.Throws<ArgumentException>(() => init.CalculateFanInAndFanOut(zeros(3)));
        Assert.Equal(5.0 / 3, init.calculate_gain(init.NonlinearityType.Tanh));
    }
}
