using static TorchSharp.System.Tests.Samples;
using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

// The expected values are PyTorch's.
public class SelectionTests
{
    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["x.gather(1, i.remainder(3))"] = new(() => x.gather(1, i.remainder(3)), ScalarType.Float32, [2, 3], [0.5, -1.25, -1.25, -0.75, 3, 1.5]),
        ["x.index_select(1, torch.tensor(new long[] { 2, 0 }))"] = new(() => x.index_select(1, torch.tensor(new long[] { 2, 0 })), ScalarType.Float32, [2, 2], [2, 0.5, 1.5, 3]),
        ["x.masked_select(m)"] = new(() => x.masked_select(m), ScalarType.Float32, [3], [0.5, 2, 1.5]),
        ["x.masked_fill(m, -1)"] = new(() => x.masked_fill(m, -1), ScalarType.Float32, [2, 3], [-1, -1.25, -1, 3, -0.75, -1]),
        ["x.clone().masked_fill_(m, -1)"] = new(() => x.clone().masked_fill_(m, -1), ScalarType.Float32, [2, 3], [-1, -1.25, -1, 3, -0.75, -1]),
        ["torch.where(m, x, y)"] = new(() => torch.where(m, x, y), ScalarType.Float32, [2, 3], [0.5, 0.5, 2, 1.5, -2, 1.5]),
        ["x.where(m, y)"] = new(() => x.where(m, y), ScalarType.Float32, [2, 3], [0.5, 0.5, 2, 1.5, -2, 1.5]),
        ["torch.where(m)[0]"] = new(() => torch.where(m)[0], ScalarType.Int64, [3], [0, 0, 1]),
        ["x.take(torch.tensor(new long[] { 0, 4 }))"] = new(() => x.take(torch.tensor(new long[] { 0, 4 })), ScalarType.Float32, [2], [0.5, -0.75]),
        ["x.take_along_dim(x.argsort(1), 1)"] = new(() => x.take_along_dim(x.argsort(1), 1), ScalarType.Float32, [2, 3], [-1.25, 0.5, 2, -0.75, 1.5, 3]),
        ["x.scatter(1, i.remainder(3), y)"] = new(() => x.scatter(1, i.remainder(3), y), ScalarType.Float32, [2, 3], [2, -1, 2, -2, 1.5, 0.25]),
        ["x.scatter_add(1, i.remainder(3), y)"] = new(() => x.scatter_add(1, i.remainder(3), y), ScalarType.Float32, [2, 3], [2.5, -1.75, 2, 1, 0.75, 1.75]),
        ["x.index_add(1, torch.tensor(new long[] { 2, 0, 1 }), y, 2)"] = new(() => x.index_add(1, torch.tensor(new long[] { 2, 0, 1 }), y, 2), ScalarType.Float32, [2, 3], [1.5, -3.25, 6, -1, -0.25, 4.5]),
        ["x.index_fill(1, torch.tensor(new long[] { 2 }), 9)"] = new(() => x.index_fill(1, torch.tensor(new long[] { 2 }), 9), ScalarType.Float32, [2, 3], [0.5, -1.25, 9, 3, -0.75, 9]),
        ["x.index_copy(1, torch.tensor(new long[] { 2, 0, 1 }), y)"] = new(() => x.index_copy(1, torch.tensor(new long[] { 2, 0, 1 }), y), ScalarType.Float32, [2, 3], [0.5, -1, 2, -2, 0.25, 1.5]),
        ["x.masked_scatter(m, y)"] = new(() => x.masked_scatter(m, y), ScalarType.Float32, [2, 3], [2, -1.25, 0.5, 3, -0.75, -1]),
        ["x.sort(1).Item1"] = new(() => x.sort(1).Item1, ScalarType.Float32, [2, 3], [-1.25, 0.5, 2, -0.75, 1.5, 3]),
        ["x.sort(0, true).Item2"] = new(() => x.sort(0, true).Item2, ScalarType.Int64, [2, 3], [1, 1, 0, 0, 0, 1]),
        ["x.argsort(1, true)"] = new(() => x.argsort(1, true), ScalarType.Int64, [2, 3], [2, 0, 1, 0, 2, 1]),
        ["x.msort()"] = new(() => x.msort(), ScalarType.Float32, [2, 3], [0.5, -1.25, 1.5, 3, -0.75, 2]),
        ["x.topk(2).Item1"] = new(() => x.topk(2).Item1, ScalarType.Float32, [2, 2], [2, 0.5, 3, 1.5]),
        ["x.topk(1, 0, false).Item2"] = new(() => x.topk(1, 0, false).Item2, ScalarType.Int64, [1, 3], [0, 0, 1]),
        ["torch.searchsorted(v, y)"] = new(() => torch.searchsorted(v, y), ScalarType.Int64, [2, 3], [1, 0, 0, 1, 0, 0]),
        ["torch.searchsorted(v, w, right: true)"] = new(() => torch.searchsorted(v, w, right: true), ScalarType.Int64, [3], [0, 0, 2]),
        ["y.bucketize(v)"] = new(() => y.bucketize(v), ScalarType.Int64, [2, 3], [1, 0, 0, 1, 0, 0]),
        ["x.histc(4, -2, 4)"] = new(() => x.histc(4, -2, 4), ScalarType.Float32, [4], [2, 1, 2, 1]),
        ["i.unique().Item1"] = new(() => i.unique().Item1, ScalarType.Int64, [6], [-2, 0, 3, 4, 5, 7]),
        ["torch.tensor(new long[] { 3, 1, 3, 2 }).unique(true, true, true).Item2"] = new(() => torch.tensor(new long[] { 3, 1, 3, 2 }).unique(true, true, true).Item2, ScalarType.Int64, [4], [2, 0, 2, 1]),
        ["torch.tensor(new long[] { 3, 1, 3, 2 }).unique(true, true, true).Item3"] = new(() => torch.tensor(new long[] { 3, 1, 3, 2 }).unique(true, true, true).Item3, ScalarType.Int64, [3], [1, 1, 2]),
        ["torch.tensor(new long[] { 3, 3, 1, 3 }).unique_consecutive().Item1"] = new(() => torch.tensor(new long[] { 3, 3, 1, 3 }).unique_consecutive().Item1, ScalarType.Int64, [3], [3, 1, 3]),
        ["torch.tensor(new long[] { 3, 1, 3 }).bincount(null)"] = new(() => torch.tensor(new long[] { 3, 1, 3 }).bincount(null), ScalarType.Int64, [4], [0, 1, 0, 2]),
        ["m.nonzero()"] = new(() => m.nonzero(), ScalarType.Int64, [3, 2], [0, 0, 0, 2, 1, 2]),
        ["m.argwhere()"] = new(() => m.argwhere(), ScalarType.Int64, [3, 2], [0, 0, 0, 2, 1, 2]),
        ["i.isin(torch.tensor(new long[] { 3, 5 }))"] = new(() => i.isin(torch.tensor(new long[] { 3, 5 })), ScalarType.Bool, [2, 3], [1, 0, 0, 0, 0, 1]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Selection_OfSamples_IsAsInPyTorch(string expression) => Cases[expression].Check();
}
