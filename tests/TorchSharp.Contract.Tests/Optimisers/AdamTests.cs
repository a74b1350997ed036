using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Optimisers;

public class AdamTests
{
    // PyTorch 1.13's; the second parameter has no gradient in the first step.
    public static TheoryData<string, float[]> Cases => new()
    {
        { "Adam", [-0.27529f, 0.3513497f, 0.688674f, 0.5678706f, 0.03923756f, -0.06273679f, 0.5959581f, 0.7452074f, 0.4316964f] },
        { "AdamW", [-0.2660587f, 0.3220101f, 0.6390865f, 0.5255488f, 0.02779845f, -0.05082361f, 0.5607135f, 0.7025136f, 0.4047264f] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Step_SixTimesEachInAScope_EqualsPyTorch(string name, float[] expected)
    {
        using Parameter a = Numbers.Parameter([2, 3]), b = Numbers.Parameter([3], 1);
        optim.Optimizer optimizer;
        using (NewDisposeScope()) optimizer = name == "Adam" ? optim.Adam([a, b], lr: 0.05) : optim.AdamW([a, b], lr: 0.05, weight_decay: 0.2);
        for (var i = 0; i < 6; i++) Train(optimizer, a, b, withB: i > 0);
        using var all = cat([a.detach().flatten(), b.detach()]);
        Numbers.AssertClose(expected, all, 2e-6);
        optimizer.Dispose();
    }

    [Fact]
    public void LearningRate_SetInItsGroups_IsWhatTheNextStepTakes()
    {
        using Parameter a = Numbers.Parameter([2, 3]), b = Numbers.Parameter([3], 1);
        using var optimizer = optim.Adam([a, b], lr: 0.1);
        Assert.Equal(0.1, Assert.Single(optimizer.ParamGroups).LearningRate);
        foreach (var group in optimizer.ParamGroups) group.LearningRate = 0;
        var before = a.Values();
        Train(optimizer, a, b);
        Assert.Equal(before, a.Values());
        foreach (var group in optimizer.ParamGroups) group.LearningRate = 0.5;
        Train(optimizer, a, b);
        Assert.NotEqual(before, a.Values());
    }

    [Fact]
    public void ZeroGrad_BeforeBackward_BeginsAnew()
    {
        using Parameter a = Numbers.Parameter([2, 3]), b = Numbers.Parameter([3], 1);
        using var optimizer = optim.Adam([a, b], lr: 0);
        Train(optimizer, a, b);
        var once = b.grad!.Values();
        Train(optimizer, a, b);
        Assert.Equal(once, b.grad!.Values());
    }

    private static void Train(optim.Optimizer optimizer, Parameter a, Parameter b, bool withB = true)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var loss = Numbers.Wave([4, 3], 2).matmul(a.t()).square().sum();
        if (withB) loss += b.pow(3).sum();
        loss.backward();
        optimizer.step();
    }
}
