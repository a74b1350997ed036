using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Tensors;

public class IndexingTests
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Read, long[] Shape, float[] Values)> Reads = new()
    {
        ["[1]"] = (x => x[1], [3], [3, 4, 5]),
        ["[-1]"] = (x => x[-1], [3], [3, 4, 5]),
        ["[0, 2]"] = (x => x[0, 2], [], [2]),
        ["[..1]"] = (x => x[..1], [1, 3], [0, 1, 2]),
        ["[.., 1..]"] = (x => x[.., 1..], [2, 2], [1, 2, 4, 5]),
        ["[.., ^1]"] = (x => x[.., ^1], [2], [2, 5]),
        ["[Ellipsis, 0]"] = (x => x[TensorIndex.Ellipsis, 0], [2], [0, 3]),
        ["[Colon, None]"] = (x => x[TensorIndex.Colon, TensorIndex.None], [2, 1, 3], [0, 1, 2, 3, 4, 5]),
        ["[mask]"] = (x => x[x.ge(4)], [2], [4, 5]),
        ["[indices]"] = (x => x[tensor(new long[] { 1, 1 })], [2, 3], [3, 4, 5, 3, 4, 5]),
    };

    public static TheoryData<string> Names => [.. Reads.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Index_Read_IsPyTorchs(string name)
    {
        using var scope = NewDisposeScope();
        var y = Reads[name].Read(arange(6, dtype: float32).view(2, 3));
        Assert.Equal(Reads[name].Shape, y.shape);
        Assert.Equal(Reads[name].Values, y.Values());
    }

    [Fact]
    public void Index_Written_ChangesThatPart()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        x[1, 2] = 5;
        x[.., 0] = tensor(new[] { 1f, 2 });
        x[x.eq(5)] = 6;
        Assert.Equal([1, 0, 0, 2, 0, 6], x.Values());
    }
}
