using static TorchSharp.System.Tests.Samples;
using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

// The expected values are PyTorch's.
public class ReductionsTests
{
    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["x.sum()"] = new(() => x.sum(), ScalarType.Float32, [], [5]),
        ["x.sum(1)"] = new(() => x.sum(1), ScalarType.Float32, [2], [1.25, 3.75]),
        ["x.sum(-1, true)"] = new(() => x.sum(-1, true), ScalarType.Float32, [2, 1], [1.25, 3.75]),
        ["b.sum(0, 2)"] = new(() => b.sum(0, 2), ScalarType.Float32, [3], [-0.5, 1.5, 3.5]),
        ["i.sum()"] = new(() => i.sum(), ScalarType.Int64, [], [17]),
        ["i.sum(torch.float32)"] = new(() => i.sum(torch.float32), ScalarType.Float32, [], [17]),
        ["x.mean()"] = new(() => x.mean(), ScalarType.Float32, [], [0.83333331]),
        ["x.mean([0])"] = new(() => x.mean([0]), ScalarType.Float32, [3], [1.75, -1, 1.75]),
        ["b.mean([0, 2], true)"] = new(() => b.mean([0, 2], true), ScalarType.Float32, [1, 3, 1], [-0.125, 0.375, 0.875]),
        ["x.std()"] = new(() => x.std(), ScalarType.Float32, [], [1.64063]),
        ["x.std(false)"] = new(() => x.std(false), ScalarType.Float32, [], [1.4976834]),
        ["x.var()"] = new(() => x.var(), ScalarType.Float32, [], [2.6916666]),
        ["x.var(1)"] = new(() => x.var(1), ScalarType.Float32, [2], [2.6458333, 3.5625]),
        ["b.var([0, 2], false, true)"] = new(() => b.var([0, 2], false, true), ScalarType.Float32, [1, 3, 1], [0.578125, 0.578125, 0.578125]),
        ["x.std(0, true, true)"] = new(() => x.std(0, true, true), ScalarType.Float32, [1, 3], [1.767767, 0.35355338, 0.35355338]),
        ["x.std_mean(1).Item1"] = new(() => x.std_mean(1).Item1, ScalarType.Float32, [2], [1.6266018, 1.8874586]),
        ["x.var_mean(1).Item2"] = new(() => x.var_mean(1).Item2, ScalarType.Float32, [2], [0.41666666, 1.25]),
        ["x.max()"] = new(() => x.max(), ScalarType.Float32, [], [3]),
        ["x.min()"] = new(() => x.min(), ScalarType.Float32, [], [-1.25]),
        ["x.max(1).Item1"] = new(() => x.max(1).Item1, ScalarType.Float32, [2], [2, 3]),
        ["x.max(1).Item2"] = new(() => x.max(1).Item2, ScalarType.Int64, [2], [2, 0]),
        ["x.min(0, true).Item1"] = new(() => x.min(0, true).Item1, ScalarType.Float32, [1, 3], [0.5, -1.25, 1.5]),
        ["x.amax(0)"] = new(() => x.amax(0), ScalarType.Float32, [3], [3, -0.75, 2]),
        ["b.amin([0, 1], true)"] = new(() => b.amin([0, 1], true), ScalarType.Float32, [1, 1, 2], [-1, -0.75]),
        ["x.aminmax().Item2"] = new(() => x.aminmax().Item2, ScalarType.Float32, [], [3]),
        ["x.argmax()"] = new(() => x.argmax(), ScalarType.Int64, [], [3]),
        ["x.argmax(1)"] = new(() => x.argmax(1), ScalarType.Int64, [2], [2, 0]),
        ["x.argmin(0, true)"] = new(() => x.argmin(0, true), ScalarType.Int64, [1, 3], [0, 0, 1]),
        ["x.norm()"] = new(() => x.norm(), ScalarType.Float32, [], [4.1982141]),
        ["x.norm(1f)"] = new(() => x.norm(1f), ScalarType.Float32, [], [9]),
        ["x.norm(1, true)"] = new(() => x.norm(1, true), ScalarType.Float32, [2, 1], [2.4109128, 3.4369318]),
        ["x.norm(0, false, 3)"] = new(() => x.norm(0, false, 3), ScalarType.Float32, [3], [3.0046227, 1.3342009, 2.2489707]),
        ["x.prod()"] = new(() => x.prod(), ScalarType.Float32, [], [4.21875]),
        ["x.prod(1)"] = new(() => x.prod(1), ScalarType.Float32, [2], [-1.25, -3.375]),
        ["m.any()"] = new(() => m.any(), ScalarType.Bool, [], [1]),
        ["m.all()"] = new(() => m.all(), ScalarType.Bool, [], [0]),
        ["m.any(1)"] = new(() => m.any(1), ScalarType.Bool, [2], [1, 1]),
        ["m.all(0, true)"] = new(() => m.all(0, true), ScalarType.Bool, [1, 3], [0, 0, 1]),
        ["x.logsumexp(1)"] = new(() => x.logsumexp(1), ScalarType.Float32, [2], [2.2326219, 3.2204583]),
        ["x.cumsum(1)"] = new(() => x.cumsum(1), ScalarType.Float32, [2, 3], [0.5, -0.75, 1.25, 3, 2.25, 3.75]),
        ["x.cumprod(0)"] = new(() => x.cumprod(0), ScalarType.Float32, [2, 3], [0.5, -1.25, 2, 1.5, 0.9375, 3]),
        ["x.cummax(1).Item1"] = new(() => x.cummax(1).Item1, ScalarType.Float32, [2, 3], [0.5, 0.5, 2, 3, 3, 3]),
        ["x.cummin(1).Item2"] = new(() => x.cummin(1).Item2, ScalarType.Int64, [2, 3], [0, 1, 1, 0, 1, 1]),
        ["x.logcumsumexp(1)"] = new(() => x.logcumsumexp(1), ScalarType.Float32, [2, 3], [0.5, 0.66022414, 2.2326219, 3, 3.0232456, 3.2204583]),
        ["x.median()"] = new(() => x.median(), ScalarType.Float32, [], [0.5]),
        ["n.nanmean()"] = new(() => n.nanmean(), ScalarType.Float32, [], [1.625]),
        ["n.nansum()"] = new(() => n.nansum(), ScalarType.Float32, [], [6.5]),
        ["n.nanmedian()"] = new(() => n.nanmedian(), ScalarType.Float32, [], [1]),
        ["n.nanmean(1)"] = new(() => n.nanmean(1), ScalarType.Float32, [2], [1.25, 2]),
        ["x.mode(1).Item1"] = new(() => x.mode(1).Item1, ScalarType.Float32, [2], [-1.25, -0.75]),
        ["x.quantile(torch.tensor(new[] { 0.25f, 0.5f }), 1)"] = new(() => x.quantile(torch.tensor(new[] { 0.25f, 0.5f }), 1), ScalarType.Float32, [2, 2], [-0.375, 0.375, 0.5, 1.5]),
        ["x.kthvalue(2, 1).Item1"] = new(() => x.kthvalue(2, 1).Item1, ScalarType.Float32, [2], [0.5, 1.5]),
        ["x.count_nonzero()"] = new(() => x.count_nonzero(), ScalarType.Int64, [], [6]),
        ["x.count_nonzero([1])"] = new(() => x.count_nonzero([1]), ScalarType.Int64, [2], [3, 3]),
        ["x.diff()"] = new(() => x.diff(), ScalarType.Float32, [2, 2], [-1.75, 3.25, -3.75, 2.25]),
        ["x.trapezoid()"] = new(() => x.trapezoid(), ScalarType.Float32, [2], [0, 1.5]),
        ["x.cumulative_trapezoid(0.5)"] = new(() => x.cumulative_trapezoid(0.5), ScalarType.Float32, [2, 2], [-0.1875, 0, 0.5625, 0.75]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reductions_OfSamples_IsAsInPyTorch(string expression) => Cases[expression].Check();
}
