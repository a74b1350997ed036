using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public class ModuleTests
{
    [Fact]
    public void StateDict_OfTheDemosNetwork_HasPyTorchsNames()
    {
        using var net = new DemoMlp(10, 4);
        string[] expected =
        [
            "linears.0.bias", "linears.0.weight", "linears.2.bias", "linears.2.weight", "linears.4.bias", "linears.4.weight",
            "linears.6.bias", "linears.6.weight", "step_embeddings.0.weight", "step_embeddings.1.weight", "step_embeddings.2.weight",
        ];
        Assert.Equal(expected, net.state_dict().Keys.Order(StringComparer.Ordinal));
        Assert.Equal(expected, net.named_parameters().Select(p => p.name).Order(StringComparer.Ordinal));
        Assert.Equal(["linears", "step_embeddings"], net.named_children().Select(c => c.name));
        Assert.Contains("step_embeddings.2", net.named_modules().Select(m => m.name));
        Assert.Equal(12, net.modules().Count());
        Assert.True(net.has_parameter("linears.6.bias"));
        Assert.Null(net.get_parameter("linears.1.bias"));
    }

    [Fact]
    public void FiveTrainingSteps_OfTheDemosNetwork_EqualPyTorch()
    {
        using var scope = NewDisposeScope();
        using var net = new DemoMlp(100, 32);
        var phase = 0;
        using (no_grad())
            foreach (var name in (string[])["linears.0", "linears.2", "linears.4", "linears.6"])
            {
                Fill(net.get_parameter($"{name}.weight")!, phase++);
                Fill(net.get_parameter($"{name}.bias")!, phase++);
            }
        using (no_grad())
            for (var i = 0; i < 3; i++) Fill(net.get_parameter($"step_embeddings.{i}.weight")!, phase++);
        using var optimizer = optim.Adam(net.parameters(), lr: 1e-3);
        var (x, t, y) = (Numbers.Wave([16, 2], 3), arange(16) * 6, Numbers.Wave([16, 2], 4));
        (double loss, double norm)[] expected =
        [
            (0.525665819644928, 0.29570674896240234), (0.5228630304336548, 0.2887336015701294), (0.5200991630554199, 0.28249627351760864),
            (0.5174076557159424, 0.2760502099990845), (0.5149064064025879, 0.27050670981407166),
        ];
        foreach (var (loss, norm) in expected)
        {
            var l = (y - net.call(x, t)).square().mean();
            optimizer.zero_grad();
            l.backward();
            Assert.Equal(norm, nn.utils.clip_grad_norm_(net.parameters(), 0.1), 1e-6);
            optimizer.step();
            Assert.Equal(loss, l.item<float>(), 2e-6);
        }
    }

    [Fact]
    public void RegisterComponents_FieldsOfEveryKind_TakesNamesAndKinds()
    {
        using var net = new Everything();
        Assert.Equal(["given", "inner.bias", "inner.weight", "scale"], net.named_parameters().Select(p => p.name).Order(StringComparer.Ordinal));
        Assert.Equal(["table", "cache"], net.named_buffers().Select(b => b.name));
        Assert.Equal(["table"], net.named_buffers(include_nonpersistent: false).Select(b => b.name));
        Assert.True(net.has_buffer("table"));
        Assert.DoesNotContain("cache", net.state_dict().Keys);
        Assert.Equal(["net.given", "net.inner.bias", "net.inner.weight", "net.scale", "net.table"],
            net.state_dict(prefix: "net").Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void LoadStateDict_OfAnotherModule_CopiesAndLeavesTheSourceAlone()
    {
        using var one = new DemoMlp(10, 4);
        using var other = new DemoMlp(10, 4);
        one.load_state_dict(other.state_dict());
        foreach (var (name, p) in one.named_parameters()) Numbers.AssertClose(other.get_parameter(name)!.Values(), p, 0);
        using (no_grad()) one.get_parameter("linears.0.bias")!.fill_(7);
        Assert.NotEqual(7, other.get_parameter("linears.0.bias")!.Values()[0]);
    }

    [Fact]
    public void LoadStateDict_NamesThatDiffer_AreToldOrSkipped()
    {
        using var net = new DemoMlp(10, 4);
        var state = net.state_dict();
        state.Remove("linears.0.bias");
        state["stray"] = zeros(1);
        var error = Assert.Throws<InvalidOperationException>(() => net.load_state_dict(state));
        Assert.Contains("linears.0.bias", error.Message);
        Assert.Contains("stray", error.Message);
        var (missing, unexpected) = net.load_state_dict(state, strict: false);
        Assert.Equal(["linears.0.bias"], missing);
        Assert.Equal(["stray"], unexpected);
        net.load_state_dict(state, skip: ["linears.0.bias", "stray"]);
    }

    [Fact]
    public void LoadStateDict_OneShapeDiffers_LoadsNothing()
    {
        using var net = new DemoMlp(10, 4);
        var before = net.get_parameter("linears.0.weight")!.Values();
        var state = net.state_dict().ToDictionary(s => s.Key, s => s.Key == "step_embeddings.2.weight" ? zeros(3, 4) : zeros_like(s.Value));
        var error = Assert.Throws<ArgumentException>(() => net.load_state_dict(state));
        Assert.Contains("step_embeddings.2.weight: the source has [3, 4], the module [10, 4]", error.Message);
        Numbers.AssertClose(before, net.get_parameter("linears.0.weight")!, 0);
    }

    [Fact]
    public void To_Float64AndBack_KeepsIdentityValuesAndGradients()
    {
        using var net = new Everything();
        using var x = Numbers.Wave([1, 2]);
        net.call(x).sum().backward();
        var (p, before) = (net.get_parameter("inner.weight")!, net.get_parameter("inner.weight")!.Values());
        var gradient = p.grad!.Values();
        Assert.Same(net, net.to(ScalarType.Float64));
        Assert.Same(p, net.get_parameter("inner.weight"));
        Assert.Equal(ScalarType.Float64, p.dtype);
        Assert.Equal(ScalarType.Float64, p.grad!.dtype);
        Assert.Equal(ScalarType.Int64, net.get_buffer("table")!.dtype);
        Assert.True(p.requires_grad && p.is_leaf);
        net.@float().cpu();
        Numbers.AssertClose(before, p, 0);
        Numbers.AssertClose(gradient, p.grad!, 0);
        Assert.Throws<ArgumentException>(() => net.to(ScalarType.Int64));
    }

    [Fact]
    public void TrainAndEval_OnTheRoot_ReachEveryModule()
    {
        using var net = Sequential(Linear(2, 2), Sequential(Dropout(), ReLU()));
        net.eval();
        Assert.All(net.modules(), m => Assert.False(m.training));
        net.train();
        Assert.All(net.modules(), m => Assert.True(m.training));
        var seen = new List<string>();
        net.apply(m => seen.Add(m.GetName()));
        Assert.Equal(["Linear", "Dropout", "ReLU", "Sequential", "Sequential"], seen);
    }

    [Fact]
    public void ZeroGrad_ByDefaultAndNot_DropsOrFills()
    {
        using var net = Linear(2, 3);
        using var x = Numbers.Wave([1, 2]);
        net.call(x).sum().backward();
        net.zero_grad(set_to_none: false);
        Assert.All(net.weight.grad!.Values(), v => Assert.Equal(0, v));
        net.zero_grad();
        Assert.Null(net.weight.grad);
    }

    [Fact]
    public void Hooks_BeforeAndAfter_MayReplaceAndAreRemoved()
    {
        using var scope = NewDisposeScope();
        using var net = Identity();
        var calls = 0;
        var pre = net.register_forward_pre_hook((_, x) => x + 1);
        var post = net.register_forward_hook((_, _, y) => y * 10);
        var plain = net.register_forward_hook(_ => calls++);
        Numbers.AssertClose([20f], net.call(ones(1)));
        pre.remove();
        post.remove();
        Numbers.AssertClose([1f], net.call(ones(1)));
        plain.remove();
        net.call(ones(1));
        Assert.Equal(2, calls);
    }

    [Fact]
    public void Dispose_OfTheRoot_FreesEveryParameterAndBuffer()
    {
        var net = new Everything();
        var tensors = net.parameters().Concat<Tensor>(net.buffers()).ToList();
        net.Dispose();
        Assert.All(tensors, t => Assert.True(t.IsInvalid));
    }

    [Fact]
    public void Module_MadeInADisposeScope_OutlivesIt()
    {
        DemoMlp net;
        using (var scope = NewDisposeScope())
        {
            net = new DemoMlp(10, 4);
            net.to(ScalarType.Float64).to(ScalarType.Float32);
        }
        Assert.All(net.parameters(), p => Assert.False(p.IsInvalid));
        net.Dispose();
    }

    [Fact]
    public void Register_TakenOrImpossibleNames_AreRefused()
    {
        using var net = new Everything();
        Assert.Throws<InvalidOperationException>(() => net.register_parameter("scale", Numbers.Parameter([1])));
        Assert.Throws<InvalidOperationException>(() => net.register_buffer("table", zeros(1)));
        Assert.Throws<ArgumentException>(() => net.register_module("a.b", ReLU()));
        Assert.Throws<InvalidOperationException>(() => ReLU().register_parameter("w", Numbers.Parameter([1])));
    }

    private static void Fill(Tensor parameter, int number)
    {
        using var values = Numbers.Wave(parameter.shape, number / 10.0);
        parameter.copy_(values.mul_(0.1));
    }

    private sealed class Everything : Module<Tensor, Tensor>
    {
        private readonly Linear inner = Linear(2, 3);
        private readonly Parameter scale = new(ones(1));
        [ComponentName(Name = "given")] private readonly Parameter renamed = new(zeros(2));
        private readonly Tensor table = arange(3);

        public Everything() : base(nameof(Everything))
        {
            RegisterComponents();
            register_buffer("cache", zeros(1), persistent: false);
        }

        public override Tensor forward(Tensor input) => inner.call(input) * scale + renamed.sum() + table.sum();
    }
}
