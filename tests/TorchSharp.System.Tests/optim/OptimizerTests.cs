using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Tests.Optim;

public class OptimizerTests
{
    public static TheoryData<string, float[]> Cases => new()
    {
        { "Adam", [-0.27529f, 0.3513497f, 0.688674f, 0.5678706f, 0.03923756f, -0.06273679f, 0.5959581f, 0.7452074f, 0.4316964f] },
        { "Adam, all options", [0.3047365f, 0.9479318f, 1.288096f, 1.166357f, 0.6379656f, -0.6550843f, 1.094062f, 1.244044f, 0.9282858f] },
        { "AdamW", [-0.2660587f, 0.3220101f, 0.6390865f, 0.5255488f, 0.02779845f, -0.05082361f, 0.5607135f, 0.7025136f, 0.4047264f] },
        { "AdamW, amsgrad", [-0.27529f, 0.3513497f, 0.688674f, 0.5678706f, 0.03923756f, -0.06273679f, 0.5959581f, 0.7452074f, 0.4316964f] },
        { "SGD", [-0.09051486f, 0.4314773f, 0.7505391f, 0.6070082f, 0.1865113f, -0.3217047f, 0.7451073f, 0.8600382f, 0.6122031f] },
        { "SGD, momentum", [-0.2276013f, 0.08276535f, 0.3542063f, 0.1834614f, -0.05214607f, -0.2632284f, 0.6029699f, 0.6671816f, 0.5179496f] },
        { "SGD, Nesterov", [0.04697728f, 0.7407967f, 1.086208f, 0.9776422f, 0.4048545f, -0.3583426f, 0.8779696f, 1.042545f, 0.6988847f] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Step_SixTimes_EqualsPyTorch(string name, float[] expected)
    {
        var (a, b) = (Numbers.Parameter([2, 3]), Numbers.Parameter([3], 1));
        using var optimizer = Make(name, [a, b]);
        for (var i = 0; i < 6; i++) Train(optimizer, a, b, withB: i > 0); // at first b has no gradient: it starts a step later
        using var all = cat([a.detach().flatten(), b.detach()]);
        Numbers.AssertClose(expected, all, 2e-6);
    }

    [Theory]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    [InlineData("SGD, momentum")]
    public void LoadStateDict_OfAnotherOptimizer_GoesOnAsItDid(string name)
    {
        var (a, b) = (Numbers.Parameter([2, 3]), Numbers.Parameter([3], 1));
        using var first = (OptimizerHelper)Make(name, [a, b]);
        for (var i = 0; i < 3; i++) Train(first, a, b);
        var (a2, b2) = (new Parameter(a.detach().clone()), new Parameter(b.detach().clone()));
        using var second = (OptimizerHelper)Make(name, [a2, b2]);
        second.load_state_dict(first.state_dict());
        foreach (var (one, other) in first.state_dict().State.Zip(second.state_dict().State)) Assert.True(one.ApproximatelyEquals(other));
        for (var i = 0; i < 3; i++) Train(first, a, b);
        for (var i = 0; i < 3; i++) Train(second, a2, b2);
        Numbers.AssertClose(a.Values(), a2, 0);
    }

    [Fact]
    public void State_MadeAndUsedInsideDisposeScopes_OutlivesThem()
    {
        var (a, b) = (Numbers.Parameter([2, 3]), Numbers.Parameter([3], 1));
        Optimizer optimizer;
        using (NewDisposeScope()) optimizer = torch.optim.Adam([a, b], lr: 0.05);
        for (var i = 0; i < 6; i++)
            using (NewDisposeScope())
                Train(optimizer, a, b, withB: i > 0);
        using var all = cat([a.detach().flatten(), b.detach()]);
        Numbers.AssertClose((float[])Cases.First().Data.Item2, all, 2e-6);
    }

    [Fact]
    public void Step_InsideADisposeScope_LeavesNoTensorBehind()
    {
        var (a, b) = (Numbers.Parameter([2, 3]), Numbers.Parameter([3], 1));
        using var optimizer = torch.optim.Adam([a, b], lr: 0.05, amsgrad: true, weight_decay: 0.1, maximize: true);
        Train(optimizer, a, b);
        using var scope = NewDisposeScope();
        optimizer.step();
        optimizer.zero_grad();
        torch.nn.utils.clip_grad_norm_([a, b], 0.1);
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void ParamGroups_WithOptionsOfTheirOwn_TrainApart()
    {
        var (a, b) = (Numbers.Parameter([2, 3]), Numbers.Parameter([3], 1));
        var before = b.Values();
        using var optimizer = torch.optim.Adam([new Adam.ParamGroup([a], lr: 0.05), new Adam.ParamGroup { Parameters = [b] }], lr: 0);
        Assert.Equal([0.05, 0], optimizer.ParamGroups.Select(g => g.LearningRate));
        Train(optimizer, a, b);
        Numbers.AssertClose(before, b, 0);
        foreach (var group in optimizer.ParamGroups) group.LearningRate = 0.1;
        Train(optimizer, a, b);
        Assert.NotEqual(before, b.Values());
    }

    [Fact]
    public void Step_WithClosure_ReturnsItsLossAndTrainsByIt()
    {
        var a = Numbers.Parameter([2, 3]);
        using var optimizer = torch.optim.SGD([a], 0.01);
        using var guard = no_grad();
        using var loss = optimizer.step(() =>
        {
            var l = a.square().sum();
            l.backward();
            return l;
        });
        Numbers.AssertClose(Numbers.Wave([2, 3]).square().sum().item<float>(), loss!);
        Numbers.AssertClose((Numbers.Wave([2, 3]) * 0.98).Values(), a);
    }

    [Theory]
    [InlineData(-1, 0.9, 0.999)]
    [InlineData(0.1, 1.0, 0.999)]
    [InlineData(0.1, 0.9, double.NaN)]
    public void Adam_ImpossibleOption_IsRefused(double lr, double beta1, double beta2) =>
        Assert.Throws<ArgumentException>(() => torch.optim.Adam([Numbers.Parameter([1])], lr, beta1, beta2));

    private static Optimizer Make(string name, Parameter[] p) => name switch
    {
        "Adam" => torch.optim.Adam(p, lr: 0.05),
        "Adam, all options" => torch.optim.Adam(p, 0.05, 0.8, 0.95, 1e-6, 0.1, amsgrad: true, maximize: true),
        "AdamW" => torch.optim.AdamW(p, lr: 0.05, weight_decay: 0.2),
        "AdamW, amsgrad" => torch.optim.AdamW(p, lr: 0.05, amsgrad: true),
        "SGD" => torch.optim.SGD(p, 0.01),
        "SGD, momentum" => torch.optim.SGD(p, 0.01, momentum: 0.9, dampening: 0.1, weight_decay: 0.05),
        _ => torch.optim.SGD(p, 0.001, momentum: 0.9, nesterov: true, maximize: true),
    };

    private static void Train(Optimizer optimizer, Parameter a, Parameter b, bool withB = true)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var loss = Numbers.Wave([4, 3], 2).matmul(a.t()).square().sum();
        if (withB) loss += b.pow(3).sum();
        loss.backward();
        optimizer.step();
    }
}
