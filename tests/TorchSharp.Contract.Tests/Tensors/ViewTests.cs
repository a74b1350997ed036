using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Tensors;

public class ViewTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Views = new()
    {
        ["narrow"] = x => x.narrow(1, 0, 2),
        ["select"] = x => x.select(0, 0),
        ["[number]"] = x => x[0],
        ["[range]"] = x => x[..1],
        ["view"] = x => x.view(3, 2),
        ["reshape"] = x => x.reshape(-1),
        ["flatten"] = x => x.flatten(),
        ["t"] = x => x.t(),
        ["transpose"] = x => x.transpose(0, 1),
        ["permute"] = x => x.permute(1, 0),
        ["unsqueeze"] = x => x.unsqueeze(0),
        ["squeeze"] = x => x.squeeze(0),
        ["detach"] = x => x.detach(),
        ["alias"] = x => x.alias(),
        ["to the same type"] = x => x.to(float32),
        ["to the same device"] = x => x.to(CPU),
        ["cpu"] = x => x.cpu(),
        ["cat of one"] = x => cat([x], 0),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Copies = new()
    {
        ["clone"] = x => x.clone(),
        ["to with copy"] = x => x.to(float32, copy: true),
        ["to another type"] = x => x.to(float64),
        ["index_select"] = x => x.index_select(0, tensor(new long[] { 0, 1 })),
        ["[mask]"] = x => x[x.ge(0)],
        ["reshape of a transposed"] = x => x.t().reshape(-1),
        ["contiguous of a transposed"] = x => x.t().contiguous(),
        ["cat"] = x => cat([x, x], 0),
    };

    public static TheoryData<string> ViewNames => [.. Views.Keys];

    public static TheoryData<string> CopyNames => [.. Copies.Keys];

    [Theory]
    [MemberData(nameof(ViewNames))]
    public void View_Written_ChangesItsSourceAndDisposedLeavesIt(string name)
    {
        using var x = zeros(2, 3);
        using (var view = Views[name](x))
        {
            Assert.NotSame(x, view);
            view.fill_(5);
        }
        Assert.False(x.IsInvalid);
        Assert.Equal(5, x[0, 0].item<float>());
    }

    [Theory]
    [MemberData(nameof(CopyNames))]
    public void Copy_Written_LeavesItsSource(string name)
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        Copies[name](x).fill_(5);
        Assert.Equal(0, x.abs().max().item<float>());
    }

    [Fact]
    public void ParameterSet_ToAView_IsThatPartOfTheVector()
    {
        using var scope = NewDisposeScope();
        var linear = nn.Linear(2, 3);
        var flat = arange(9, dtype: float32);
        using (no_grad()) linear.weight!.set_(flat.narrow(0, 3, 6).view(3, 2));
        Assert.Equal([3, 4, 5, 6, 7, 8], linear.weight!.Values());
        flat.mul_(2);
        Assert.Equal([6, 8, 10, 12, 14, 16], linear.weight!.Values());
        Assert.True(linear.weight!.requires_grad && linear.weight.is_leaf);
    }
}
