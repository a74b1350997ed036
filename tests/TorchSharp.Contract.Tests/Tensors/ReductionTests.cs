using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Tensors;

public class ReductionTests
{
    // C# takes the literal 0 for the enum ScalarType: everything is summed, as bytes, 600 modulo 256.
    [Fact]
    public void Sum_OfLiteralZero_IsOfBytesOverAll()
    {
        using var scope = NewDisposeScope();
        var sum = ones(200, 3).sum(0);
        Assert.Equal((ScalarType.Byte, 0, 88), (sum.dtype, sum.dim(), (int)sum.item<byte>()));
        Assert.Equal(ScalarType.Byte, ones(200, 3).prod(0).dtype);
    }

    private static readonly Dictionary<string, (Func<Tensor, Tensor> Reduce, long[] Shape, float[] Values)> Reductions = new()
    {
        ["sum over 0, long"] = (x => x.sum(0L), [3], [5, 1, 2]),
        ["sum over 0, array"] = (x => x.sum([0]), [3], [5, 1, 2]),
        ["sum over 0, kept"] = (x => x.sum(0, keepdim: true), [1, 3], [5, 1, 2]),
        ["sum over 1"] = (x => x.sum(1), [2], [3, 5]),
        ["sum over the last"] = (x => x.sum(-1), [2], [3, 5]),
        ["mean"] = (x => x.mean(), [], [8f / 6]),
        ["mean over 1"] = (x => x.mean([1]), [2], [1, 5f / 3]),
        ["largest over 1"] = (x => x.max(1).values, [2], [3, 4]),
        ["where the largest is"] = (x => x.argmax(1), [2], [2, 0]),
        ["smallest"] = (x => x.min(), [], [-1]),
        ["deviation, unbiased"] = (x => x.std(), [], [2.0655911f]),
        ["variance over 1, biased"] = (x => x.var(1, unbiased: false), [2], [8f / 3, 4.2222222f]),
        ["norm"] = (x => x.norm(), [], [5.6568542f]),
        ["products so far"] = (x => x.cumprod(0), [2, 3], [1, -1, 3, 4, -2, -3]),
        ["logarithm of a sum"] = (x => x.logsumexp(1), [2], [3.1429316f, 4.1328452f]),
        ["softmax"] = (x => x.softmax(1)[0], [3], [0.1173104f, 0.0158762f, 0.8668133f]),
    };

    public static TheoryData<string> Names => [.. Reductions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reduction_OfASmallMatrix_IsItsDefinition(string name)
    {
        using var scope = NewDisposeScope();
        var y = Reductions[name].Reduce(tensor(new float[,] { { 1, -1, 3 }, { 4, 2, -1 } }));
        Assert.Equal(Reductions[name].Shape, y.shape);
        Numbers.AssertClose(Reductions[name].Values, y);
    }

    [Fact]
    public void EigenvaluesAndVectors_OfASymmetricMatrix_RiseAndRebuildIt()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new[,] { { 4, 1, 0.5 }, { 1, 3, -1 }, { 0.5, -1, 2 } });
        var (values, vectors) = linalg.eigh(a);
        var rebuilt = vectors.matmul(values.diag()).matmul(vectors.t());
        Assert.True((rebuilt - a).abs().max().item<double>() < 1e-13);
        Assert.True((linalg.eigvalsh(a) - values).abs().max().item<double>() < 1e-13);
        var rising = values.data<double>().ToArray();
        Assert.Equal(rising.Order(), rising);
    }

    [Fact]
    public void Products_WithASummand_AddIt()
    {
        using var scope = NewDisposeScope();
        var (b, a, v) = (tensor(new[] { 1f, 2 }), tensor(new float[,] { { 1, 2 }, { 3, 4 } }), tensor(new[] { 1f, -1 }));
        Assert.Equal([8, 12, 16, 24], b.addmm(a, a).Values());
        Assert.Equal([0, 1], b.addmv(a, v).Values());
        Assert.Equal([5, 11, 11, 25], einsum("ij,kj->ik", a, a).Values());
        Numbers.AssertClose([0, 2.8284271f, 2.8284271f, 0], cdist(a, a));
    }
}
