using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Tensors;

public class InPlaceTests
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Apply, float[] Values)> Operations = new()
    {
        ["add_"] = (x => x.add_(1), [3, -3]),
        ["add_ with a factor"] = (x => x.add_(tensor(new[] { 1f, 2 }), 0.5), [2.5f, -3]),
        ["sub_"] = (x => x.sub_(1), [1, -5]),
        ["mul_"] = (x => x.mul_(2), [4, -8]),
        ["mul_ by truth"] = (x => x.mul_(tensor(new[] { true, false })), [2, 0]),
        ["div_"] = (x => x.div_(2), [1, -2]),
        ["addcmul_"] = (x => x.addcmul_(tensor(new[] { 3f, 3 }), tensor(new[] { 1f, 2 }), -1), [-1, -10]),
        ["addcdiv_"] = (x => x.addcdiv_(tensor(new[] { 3f, 3 }), tensor(new[] { 1f, 2 }), 2), [8, -1]),
        ["copy_"] = (x => x.copy_(tensor(new[] { 7.0, 8 })), [7, 8]),
        ["fill_"] = (x => x.fill_(3), [3, 3]),
        ["neg_"] = (x => x.neg_(), [-2, 4]),
        ["clamp_"] = (x => x.clamp_(-1, 1), [1, -1]),
        ["clamp_ from above"] = (x => x.clamp_(max: 1), [1, -4]),
        ["reciprocal_"] = (x => x.reciprocal_(), [0.5f, -0.25f]),
        ["floor_"] = (x => x.floor_(), [2, -4]),
        ["relu_"] = (x => x.relu_(), [2, 0]),
    };

    public static TheoryData<string> Names => [.. Operations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void InPlace_OnATensor_ChangesAndReturnsIt(string name)
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 2f, -4 });
        Assert.Same(x, Operations[name].Apply(x));
        Assert.Equal(Operations[name].Values, x.Values());
    }

    [Fact]
    public void Zero_OnATensor_ChangesItAndReturnsAnotherHandle()
    {
        using var x = ones(2);
        using (var zeroed = x.zero_()) Assert.NotSame(x, zeroed);
        Assert.Equal([0, 0], x.Values());
    }
}
