using System.Runtime.InteropServices;
using static TorchSharp.System.Tests.Samples;
using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

// The expected values are PyTorch's.
public class IndexingTests
{
    private static readonly Dictionary<string, Case> Reads = new()
    {
        ["x[1]"] = new(() => x[1], ScalarType.Float32, [3], [3, -0.75, 1.5]),
        ["x[-1]"] = new(() => x[-1], ScalarType.Float32, [3], [3, -0.75, 1.5]),
        ["x[0, 2]"] = new(() => x[0, 2], ScalarType.Float32, [], [2]),
        ["b[1, 2, 0]"] = new(() => b[1, 2, 0], ScalarType.Float32, [], [1.5]),
        ["x[..]"] = new(() => x[..], ScalarType.Float32, [2, 3], [0.5, -1.25, 2, 3, -0.75, 1.5]),
        ["x[1..]"] = new(() => x[1..], ScalarType.Float32, [1, 3], [3, -0.75, 1.5]),
        ["x[.., 1]"] = new(() => x[.., 1], ScalarType.Float32, [2], [-1.25, -0.75]),
        ["x[.., 1..]"] = new(() => x[.., 1..], ScalarType.Float32, [2, 2], [-1.25, 2, -0.75, 1.5]),
        ["x[.., ..^1]"] = new(() => x[.., ..^1], ScalarType.Float32, [2, 2], [0.5, -1.25, 3, -0.75]),
        ["x[^1, ^2]"] = new(() => x[^1, ^2], ScalarType.Float32, [], [-0.75]),
        ["x[^1.., 0..2]"] = new(() => x[^1.., 0..2], ScalarType.Float32, [1, 2], [3, -0.75]),
        ["b[TensorIndex.Ellipsis, 0]"] = new(() => b[TensorIndex.Ellipsis, 0], ScalarType.Float32, [2, 3], [-1, -0.5, 0, 0.5, 1, 1.5]),
        ["b[1, TensorIndex.Ellipsis]"] = new(() => b[1, TensorIndex.Ellipsis], ScalarType.Float32, [3, 2], [0.5, 0.75, 1, 1.25, 1.5, 1.75]),
        ["b[0, TensorIndex.Ellipsis, 1]"] = new(() => b[0, TensorIndex.Ellipsis, 1], ScalarType.Float32, [3], [-0.75, -0.25, 0.25]),
        ["b[TensorIndex.Ellipsis]"] = new(() => b[TensorIndex.Ellipsis], ScalarType.Float32, [2, 3, 2], [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75]),
        ["b[TensorIndex.Colon, 1]"] = new(() => b[TensorIndex.Colon, 1], ScalarType.Float32, [2, 2], [-0.5, -0.25, 1, 1.25]),
        ["x[TensorIndex.None, 0]"] = new(() => x[TensorIndex.None, 0], ScalarType.Float32, [1, 3], [0.5, -1.25, 2]),
        ["x[TensorIndex.Colon, TensorIndex.None, 1..]"] = new(() => x[TensorIndex.Colon, TensorIndex.None, 1..], ScalarType.Float32, [2, 1, 2], [-1.25, 2, -0.75, 1.5]),
        ["x[TensorIndex.Ellipsis, TensorIndex.None]"] = new(() => x[TensorIndex.Ellipsis, TensorIndex.None], ScalarType.Float32, [2, 3, 1], [0.5, -1.25, 2, 3, -0.75, 1.5]),
        ["v[TensorIndex.Slice(0, 3, 2)]"] = new(() => v[TensorIndex.Slice(0, 3, 2)], ScalarType.Float32, [2], [1, 3]),
        ["v[TensorIndex.Slice(1)]"] = new(() => v[TensorIndex.Slice(1)], ScalarType.Float32, [2], [2, 3]),
        ["v[TensorIndex.Slice(null, -1)]"] = new(() => v[TensorIndex.Slice(null, -1)], ScalarType.Float32, [2], [1, 2]),
        ["v[(1, 3)]"] = new(() => v[(1, 3)], ScalarType.Float32, [2], [2, 3]),
        ["v[(null, 2)]"] = new(() => v[(null, 2)], ScalarType.Float32, [2], [1, 2]),
        ["x[TensorIndex.Bool(true)]"] = new(() => x[TensorIndex.Bool(true)], ScalarType.Float32, [1, 2, 3], [0.5, -1.25, 2, 3, -0.75, 1.5]),
        ["x[TensorIndex.Bool(false)]"] = new(() => x[TensorIndex.Bool(false)], ScalarType.Float32, [0, 2, 3], []),
        ["x[m]"] = new(() => x[m], ScalarType.Float32, [3], [0.5, 2, 1.5]),
        ["x[TensorIndex.Tensor(m)]"] = new(() => x[TensorIndex.Tensor(m)], ScalarType.Float32, [3], [0.5, 2, 1.5]),
        ["x[torch.tensor(new long[] { 1, 0, 1 })]"] = new(() => x[torch.tensor(new long[] { 1, 0, 1 })], ScalarType.Float32, [3, 3], [3, -0.75, 1.5, 0.5, -1.25, 2, 3, -0.75, 1.5]),
        ["x[torch.tensor(new long[] { 1, 0 }), torch.tensor(new long[] { 2, 1 })]"] = new(() => x[torch.tensor(new long[] { 1, 0 }), torch.tensor(new long[] { 2, 1 })], ScalarType.Float32, [2], [1.5, -1.25]),
        ["x[TensorIndex.Colon, TensorIndex.Tensor(torch.tensor(new long[] { 2, 0 }))]"] = new(() => x[TensorIndex.Colon, TensorIndex.Tensor(torch.tensor(new long[] { 2, 0 }))], ScalarType.Float32, [2, 2], [2, 0.5, 1.5, 3]),
        ["b[0, TensorIndex.Tensor(torch.tensor(new long[] { 2, 0 }))]"] = new(() => b[0, TensorIndex.Tensor(torch.tensor(new long[] { 2, 0 }))], ScalarType.Float32, [2, 2], [0, 0.25, -1, -0.75]),
        ["b[TensorIndex.Tensor(torch.tensor(new long[] { 1, 0 })), TensorIndex.Colon, TensorIndex.Tensor(torch.tensor(new long[] { 0, 1 }))]"] = new(() => b[TensorIndex.Tensor(torch.tensor(new long[] { 1, 0 })), TensorIndex.Colon, TensorIndex.Tensor(torch.tensor(new long[] { 0, 1 }))], ScalarType.Float32, [2, 3], [0.5, 1, 1.5, -0.75, -0.25, 0.25]),
        ["b[TensorIndex.Ellipsis, TensorIndex.Tensor(torch.tensor(new long[] { 1 }))]"] = new(() => b[TensorIndex.Ellipsis, TensorIndex.Tensor(torch.tensor(new long[] { 1 }))], ScalarType.Float32, [2, 3, 1], [-0.75, -0.25, 0.25, 0.75, 1.25, 1.75]),
        ["b[TensorIndex.Tensor(b.sum(2) > 0), 1]"] = new(() => b[TensorIndex.Tensor(b.sum(2) > 0), 1], ScalarType.Float32, [4], [0.25, 0.75, 1.25, 1.75]),
        ["b[TensorIndex.Tensor(m), TensorIndex.Tensor(torch.tensor(new long[] { 1, 0, 1 }))]"] = new(() => b[TensorIndex.Tensor(m), TensorIndex.Tensor(torch.tensor(new long[] { 1, 0, 1 }))], ScalarType.Float32, [3], [-0.75, 0, 1.75]),
        ["b[TensorIndex.Tensor(b.sum(2) > 0), TensorIndex.Ellipsis]"] = new(() => b[TensorIndex.Tensor(b.sum(2) > 0), TensorIndex.Ellipsis], ScalarType.Float32, [4, 2], [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75]),
        ["b[TensorIndex.Ellipsis, TensorIndex.Tensor(b.sum(0L) > 0)]"] = new(() => b[TensorIndex.Ellipsis, TensorIndex.Tensor(b.sum(0L) > 0)], ScalarType.Float32, [2, 4], [-0.5, -0.25, 0, 0.25, 1, 1.25, 1.5, 1.75]),
        ["x.index(1, 0..2)"] = new(() => x.index(1, 0..2), ScalarType.Float32, [2], [3, -0.75]),
        ["x.index(torch.tensor(new long[] { 1 }))"] = new(() => x.index(torch.tensor(new long[] { 1 })), ScalarType.Float32, [1, 3], [3, -0.75, 1.5]),
    };

    private static readonly Dictionary<string, Case> Writes = new()
    {
        ["x[1] = 9"] = new(() => { var t = x.clone(); t[1] = 9; return t; }, ScalarType.Float32, [2, 3], [0.5, -1.25, 2, 9, 9, 9]),
        ["x[.., 1] = v[..2]"] = new(() => { var t = x.clone(); t[.., 1] = v[..2]; return t; }, ScalarType.Float32, [2, 3], [0.5, 1, 2, 3, 2, 1.5]),
        ["x[0, 2] = -4"] = new(() => { var t = x.clone(); t[0, 2] = -4; return t; }, ScalarType.Float32, [2, 3], [0.5, -1.25, -4, 3, -0.75, 1.5]),
        ["x[1.., ..2] = y[..1, 1..]"] = new(() => { var t = x.clone(); t[1.., ..2] = y[..1, 1..]; return t; }, ScalarType.Float32, [2, 3], [0.5, -1.25, 2, 0.5, -1, 1.5]),
        ["b[TensorIndex.Ellipsis, 0] = 7"] = new(() => { var t = b.clone(); t[TensorIndex.Ellipsis, 0] = 7; return t; }, ScalarType.Float32, [2, 3, 2], [7, -0.75, 7, -0.25, 7, 0.25, 7, 0.75, 7, 1.25, 7, 1.75]),
        ["x[m] = 0"] = new(() => { var t = x.clone(); t[m] = 0; return t; }, ScalarType.Float32, [2, 3], [0, -1.25, 0, 3, -0.75, 0]),
        ["x[TensorIndex.Tensor(m)] = torch.tensor(new[] { 1f, 2f, 3f })"] = new(() => { var t = x.clone(); t[TensorIndex.Tensor(m)] = torch.tensor(new[] { 1f, 2f, 3f }); return t; }, ScalarType.Float32, [2, 3], [1, -1.25, 2, 3, -0.75, 3]),
        ["x[torch.tensor(new long[] { 1 })] = v"] = new(() => { var t = x.clone(); t[torch.tensor(new long[] { 1 })] = v; return t; }, ScalarType.Float32, [2, 3], [0.5, -1.25, 2, 1, 2, 3]),
        ["x[TensorIndex.Colon, TensorIndex.Tensor(torch.tensor(new long[] { 2, 0 }))] = 5"] = new(() => { var t = x.clone(); t[TensorIndex.Colon, TensorIndex.Tensor(torch.tensor(new long[] { 2, 0 }))] = 5; return t; }, ScalarType.Float32, [2, 3], [5, -1.25, 5, 5, -0.75, 5]),
        ["b[1, TensorIndex.Tensor(torch.tensor(new long[] { 2, 0 })), 1] = -9"] = new(() => { var t = b.clone(); t[1, TensorIndex.Tensor(torch.tensor(new long[] { 2, 0 })), 1] = -9; return t; }, ScalarType.Float32, [2, 3, 2], [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, -9, 1, 1.25, 1.5, -9]),
        ["x[TensorIndex.Slice(null, null, 2)] = 0"] = new(() => { var t = x.clone(); t[TensorIndex.Slice(null, null, 2)] = 0; return t; }, ScalarType.Float32, [2, 3], [0, 0, 0, 3, -0.75, 1.5]),
        ["x[..] = y"] = new(() => { var t = x.clone(); t[..] = y; return t; }, ScalarType.Float32, [2, 3], [2, 0.5, -1, 1.5, -2, 0.25]),
    };

    public static TheoryData<string> ReadNames => [.. Reads.Keys];

    public static TheoryData<string> WriteNames => [.. Writes.Keys];

    [Theory]
    [MemberData(nameof(ReadNames))]
    public void Index_Read_IsAsInPyTorch(string expression) => Reads[expression].Check();

    [Theory]
    [MemberData(nameof(WriteNames))]
    public void Index_Written_IsAsInPyTorch(string statement) => Writes[statement].Check();

    [Fact]
    public void Index_OfNumbersAndRanges_IsAView()
    {
        using var scope = NewDisposeScope();
        var t = zeros(2, 3);
        t[1, 1..].fill_(5);
        Assert.Equal([0f, 0f, 0f, 0f, 5f, 5f], t.data<float>().ToArray());
    }

    [Fact]
    public void Index_Whole_IsAnotherTensorOverTheSameMemory()
    {
        using var t = zeros(2);
        using (var whole = t[..])
        {
            whole.fill_(1);
        }
        Assert.False(t.IsInvalid);
        Assert.Equal([1f, 1f], t.data<float>().ToArray());
    }

    [Fact]
    public void IndexPut_Accumulating_AddsRepeatedIndices()
    {
        using var scope = NewDisposeScope();
        var t = zeros(3);
        t.index_put_(ones(3), [tensor(new long[] { 0, 0, 2 })], true);
        Assert.Equal([2f, 0f, 1f], t.data<float>().ToArray());
    }

    [Fact]
    public void Index_OutOfRange_SaysWhich()
    {
        using var t = zeros(2, 3);
        var error = Assert.Throws<ExternalException>(() => t[5]);
        Assert.Contains("index 5 out of range", error.Message, StringComparison.Ordinal);
        Assert.Equal(0f, t[1, 2].item<float>());
    }

    [Fact]
    public void Index_OfAView_LeavesNoTensorBehind()
    {
        using var t = zeros(2, 3, 4);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        t[1, .., ^1].Dispose();
        t[1, .., 2] = 3;
        Assert.Equal(before + 1, DisposeScopeManager.Statistics.ThreadTotalLiveCount); // the implicit tensor of 3
    }
}
