using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public class ContainerTests
{
    [Fact]
    public void Sequential_OfModules_AppliesThemInOrderAndKeepsItsInput()
    {
        using var scope = NewDisposeScope();
        using var net = Sequential(Flatten(0), Softplus(), Tanh());
        var x = Numbers.Wave([2, 2]);
        Numbers.AssertClose(x.flatten().exp().add(1).log().tanh().Values(), net.call(x), 1e-6);
        Assert.False(x.IsInvalid);
        using var empty = Sequential();
        var same = empty.call(x);
        same.Dispose();
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void Sequential_NamedAndSliced_HasThoseParts()
    {
        using var net = Sequential(("first", Linear(2, 3)), ("second", Linear(3, 4))).append(ReLU());
        Assert.Equal(["first.weight", "first.bias", "second.weight", "second.bias"], net.named_parameters().Select(p => p.name));
        Assert.Equal(3, net.Count);
        Assert.Equal(["first", "second"], net[..2].named_children().Select(c => c.name));
        Assert.Equal(["second", "2"], net[(1, null)].named_children().Select(c => c.name));
        Assert.Same(net[0], net[..1][0]);
    }

    [Fact]
    public void ModuleList_ChangedLater_NumbersItsModulesAnew()
    {
        using var list = ModuleList(Linear(1, 1), Linear(2, 2));
        list.Add(Linear(3, 3));
        list.RemoveAt(0);
        list.Insert(1, Linear(4, 4, hasBias: false));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "2.weight", "2.bias"], list.named_parameters().Select(p => p.name));
        Assert.Equal([2L, 4, 3], list.Select(l => l.in_features));
    }

    [Fact]
    public void ModuleDict_ByNameAndPlace_KeepsTheOrder()
    {
        using var modules = ModuleDict(("b", Linear(1, 2)), ("a", Linear(2, 1)));
        Assert.Equal(["b.weight", "b.bias", "a.weight", "a.bias"], modules.named_parameters().Select(p => p.name));
        Assert.Same(modules["a"], modules[1].Item2);
        Assert.True(modules.Remove("b"));
        Assert.Equal(["a.weight", "a.bias"], modules.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void ParameterList_ChangedLater_NumbersItsParametersAnew()
    {
        using var list = ParameterList(Numbers.Parameter([1]), Numbers.Parameter([2]));
        list.Add(Numbers.Parameter([3]));
        Assert.True(list.Remove(list[1]));
        Assert.Equal([("0", 1L), ("1", 3L)], list.named_parameters().Select(p => (p.name, p.parameter.numel())));
        Assert.Equal(2, list.Count);
    }
}
