using TorchSharp.Tests.Support;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Tests.Optim;

public class SchedulerTests
{
    public static TheoryData<string, double[]> Cases => new()
    {
        { "StepLR", [0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025, 0.025] },
        { "MultiStepLR", [0.1, 0.1, 0.01, 0.01, 0.01, 0.001, 0.001, 0.001, 0.001] },
        { "ExponentialLR", [0.1, 0.09, 0.081, 0.0729, 0.06561, 0.059049, 0.0531441, 0.04782969, 0.043046721] },
        { "ConstantLR", [0.025, 0.025, 0.025, 0.025, 0.1, 0.1, 0.1, 0.1, 0.1] },
        { "LinearLR", [0.02, 0.036, 0.052, 0.068, 0.084, 0.1, 0.1, 0.1, 0.1] },
        { "PolynomialLR", [0.1, 0.064, 0.036, 0.016, 0.004, 0, 0, 0, 0] },
        { "CosineAnnealingLR", [0.1, 0.0775, 0.0325, 0.01, 0.0325, 0.0775, 0.1, 0.0775, 0.0325] },
        { "LambdaLR", [0.1, 0.05, 0.0333333333, 0.025, 0.02, 0.0166666667, 0.0142857143, 0.0125, 0.0111111111] },
        { "MultiplicativeLR", [0.1, 0.06, 0.042, 0.0336, 0.03024, 0.03024, 0.033264, 0.0399168, 0.05189184] },
        { "SequentialLR", [0.01, 0.01, 0.1, 0.1, 0.09, 0.081, 0.0729, 0.06561, 0.059049] },
        { "ChainedLR", [0.01, 0.009, 0.081, 0.0729, 0.06561, 0.059049, 0.0531441, 0.04782969, 0.043046721] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Step_EightTimes_EqualsPyTorch(string name, double[] expected)
    {
        using var optimizer = SGD([Numbers.Parameter([2])], 0.1);
        var scheduler = Make(name, optimizer);
        var rates = new List<double> { Rate(optimizer) };
        for (var i = 1; i < expected.Length; i++)
        {
            scheduler.step();
            rates.Add(Rate(optimizer));
        }
        Assert.All(expected.Zip(rates), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Theory]
    [InlineData("StepLR")]
    [InlineData("MultiStepLR")]
    [InlineData("ExponentialLR")]
    [InlineData("ConstantLR")]
    [InlineData("LinearLR")]
    [InlineData("PolynomialLR")]
    [InlineData("CosineAnnealingLR")]
    public void Step_ToAnEpoch_EqualsSteppingThere(string name)
    {
        using var walked = SGD([Numbers.Parameter([2])], 0.1);
        using var jumped = SGD([Numbers.Parameter([2])], 0.1);
        var scheduler = Make(name, walked);
        for (var i = 0; i < 5; i++) scheduler.step();
        Make(name, jumped).step(5);
        Assert.Equal(Rate(walked), Rate(jumped), 1e-9);
        Assert.Equal([Rate(walked)], scheduler.get_last_lr());
    }

    [Fact]
    public void SequentialLR_WrongNumberOfMilestones_IsRefused()
    {
        using var optimizer = SGD([Numbers.Parameter([2])], 0.1);
        Assert.Throws<ArgumentException>(() => SequentialLR(optimizer, [ExponentialLR(optimizer)], [3]));
    }

    private static double Rate(Optimizer optimizer) => optimizer.ParamGroups.Single().LearningRate;

    private static LRScheduler Make(string name, Optimizer o) => name switch
    {
        "StepLR" => StepLR(o, 3, 0.5),
        "MultiStepLR" => MultiStepLR(o, [2, 5], 0.1),
        "ExponentialLR" => ExponentialLR(o, 0.9),
        "ConstantLR" => ConstantLR(o, 0.25, 4),
        "LinearLR" => LinearLR(o, 0.2, 1.0, 5),
        "PolynomialLR" => PolynomialLR(o, 5, 2.0),
        "CosineAnnealingLR" => CosineAnnealingLR(o, 3, 0.01),
        "LambdaLR" => LambdaLR(o, e => 1.0 / (1 + e)),
        "MultiplicativeLR" => MultiplicativeLR(o, e => 0.5 + (0.1 * e)),
        "SequentialLR" => SequentialLR(o, [ConstantLR(o, 0.1, 2), ExponentialLR(o, 0.9)], [3]),
        _ => ChainedLR([ConstantLR(o, 0.1, 2), ExponentialLR(o, 0.9)]),
    };
}
