using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Networks;

public class StateTests
{
    private const string Expected = "weights.0.weight weights.0.bias weights.2.weight weights.2.bias "
        + "out.first.weight out.norm.weight out.norm.bias out.norm.running_mean out.norm.running_var out.norm.num_batches_tracked scale";

    [Fact]
    public void StateDict_OfFieldsListsAndNames_HasPyTorchsKeys()
    {
        using var net = new Network();
        Assert.Equal(Expected.Split(' ').Order(StringComparer.Ordinal), net.state_dict().Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ScalarType.Int64, net.state_dict()["out.norm.num_batches_tracked"].dtype);
    }

    [Fact]
    public void Parameters_OfANetwork_ComeInTheStatesOrder()
    {
        using var net = new Network();
        var shapes = net.parameters().Select(parameter => string.Join('×', parameter.shape));
        var state = net.state_dict();
        var trained = net.named_parameters().Select(named => named.name).ToHashSet();
        Assert.Equal(state.Where(entry => trained.Contains(entry.Key)).Select(entry => string.Join('×', entry.Value.shape)), shapes);
        Assert.Equal(3, net.buffers().Count());
        Assert.Equal(["weights", "out"], net.named_children().Select(child => child.name));
    }

    [Fact]
    public void StateDict_Written_ChangesTheModule()
    {
        using var scope = NewDisposeScope();
        var net = new Network();
        using (no_grad())
            foreach (var value in net.state_dict().Values) value.fill_(3);
        Assert.All(net.parameters(), parameter => Assert.Equal(3, parameter.mean().item<float>()));
        Assert.All(net.buffers(), buffer => Assert.Equal(3, buffer.to(float32).mean().item<float>()));
    }

    [Fact]
    public void TrainAndEval_OnTheRoot_ReachEveryModule()
    {
        using var net = new Network();
        Assert.All(net.modules(), module => Assert.True(module.training));
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
        net.train();
        Assert.All(net.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void Call_OfASequence_KeepsItsInput()
    {
        using var scope = NewDisposeScope();
        var net = nn.Sequential(nn.Flatten(0), nn.ReLU());
        var x = Numbers.Wave([2, 2]);
        net.call(x);
        Assert.Equal(Numbers.Wave([2, 2]).Values(), x.Values());
    }

    private sealed class Network : nn.Module<Tensor, Tensor>
    {
        private readonly ModuleList<nn.Module<Tensor, Tensor>> weights = nn.ModuleList<nn.Module<Tensor, Tensor>>(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 4));
        private readonly Sequential @out = nn.Sequential(("first", nn.Conv2d(1, 2, 3, bias: false)), ("norm", nn.BatchNorm2d(2)));
        private readonly Parameter scale = new(ones(1));

        public Network() : base(nameof(Network)) => RegisterComponents();

        public override Tensor forward(Tensor x) => @out.call(weights[0].call(x)) * scale;
    }
}
