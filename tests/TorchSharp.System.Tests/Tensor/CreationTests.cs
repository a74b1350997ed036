using static TorchSharp.System.Tests.Samples;
using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

// The expected values are PyTorch's.
public class CreationTests
{
    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["torch.zeros(2, 3)"] = new(() => torch.zeros(2, 3), ScalarType.Float32, [2, 3], [0, 0, 0, 0, 0, 0]),
        ["torch.ones(new long[] { 2 })"] = new(() => torch.ones(new long[] { 2 }), ScalarType.Float32, [2], [1, 1]),
        ["torch.full(2, 2, 1.5)"] = new(() => torch.full(2, 2, 1.5), ScalarType.Float32, [2, 2], [1.5, 1.5, 1.5, 1.5]),
        ["torch.full([2], 3)"] = new(() => torch.full([2], 3), ScalarType.Int64, [2], [3, 3]),
        ["torch.arange(5)"] = new(() => torch.arange(5), ScalarType.Int64, [5], [0, 1, 2, 3, 4]),
        ["torch.arange(1, 4)"] = new(() => torch.arange(1, 4), ScalarType.Int64, [3], [1, 2, 3]),
        ["torch.arange(1.0, 2.0, 0.25)"] = new(() => torch.arange(1.0, 2.0, 0.25), ScalarType.Float32, [4], [1, 1.25, 1.5, 1.75]),
        ["torch.arange(5, torch.float32)"] = new(() => torch.arange(5, torch.float32), ScalarType.Float32, [5], [0, 1, 2, 3, 4]),
        ["torch.linspace(0, 1, 5)"] = new(() => torch.linspace(0, 1, 5), ScalarType.Float32, [5], [0, 0.25, 0.5, 0.75, 1]),
        ["torch.logspace(0, 2, 3)"] = new(() => torch.logspace(0, 2, 3), ScalarType.Float32, [3], [1, 10, 100]),
        ["torch.eye(3)"] = new(() => torch.eye(3), ScalarType.Float32, [3, 3], [1, 0, 0, 0, 1, 0, 0, 0, 1]),
        ["torch.eye(2, 3)"] = new(() => torch.eye(2, 3), ScalarType.Float32, [2, 3], [1, 0, 0, 0, 1, 0]),
        ["torch.tensor(2.5f)"] = new(() => torch.tensor(2.5f), ScalarType.Float32, [], [2.5]),
        ["torch.tensor(new[] { 1f, 2f })"] = new(() => torch.tensor(new[] { 1f, 2f }), ScalarType.Float32, [2], [1, 2]),
        ["torch.tensor(new[,] { { 1L, 2L }, { 3L, 4L } })"] = new(() => torch.tensor(new[,] { { 1L, 2L }, { 3L, 4L } }), ScalarType.Int64, [2, 2], [1, 2, 3, 4]),
        ["torch.tensor(new[] { 1, 2, 3, 4 }, [2, 2])"] = new(() => torch.tensor(new[] { 1, 2, 3, 4 }, [2, 2]), ScalarType.Int32, [2, 2], [1, 2, 3, 4]),
        ["torch.tensor(new List<double> { 1, 2 })"] = new(() => torch.tensor(new List<double> { 1, 2 }), ScalarType.Float64, [2], [1, 2]),
        ["torch.tensor(new[] { true, false })"] = new(() => torch.tensor(new[] { true, false }), ScalarType.Bool, [2], [1, 0]),
        ["torch.tensor(new[] { 1f, 2f }, torch.int64)"] = new(() => torch.tensor(new[] { 1f, 2f }, torch.int64), ScalarType.Int64, [2], [1, 2]),
        ["torch.from_array(new double[,,] { { { 1 }, { 2 } } })"] = new(() => torch.from_array(new double[,,] { { { 1 }, { 2 } } }), ScalarType.Float64, [1, 2, 1], [1, 2]),
        ["torch.as_tensor(new[] { 1L })"] = new(() => torch.as_tensor(new[] { 1L }), ScalarType.Int64, [1], [1]),
        ["torch.zeros_like(x)"] = new(() => torch.zeros_like(x), ScalarType.Float32, [2, 3], [0, 0, 0, 0, 0, 0]),
        ["torch.ones_like(i)"] = new(() => torch.ones_like(i), ScalarType.Int64, [2, 3], [1, 1, 1, 1, 1, 1]),
        ["torch.full_like(x, 3)"] = new(() => torch.full_like(x, 3), ScalarType.Float32, [2, 3], [3, 3, 3, 3, 3, 3]),
        ["x.new_zeros(2)"] = new(() => x.new_zeros(2), ScalarType.Float32, [2], [0, 0]),
        ["i.new_full([2], 3)"] = new(() => i.new_full([2], 3), ScalarType.Int64, [2], [3, 3]),
        ["torch.tril_indices(2, 3)"] = new(() => torch.tril_indices(2, 3), ScalarType.Int64, [2, 3], [0, 1, 1, 0, 0, 1]),
        ["torch.hann_window(4)"] = new(() => torch.hann_window(4), ScalarType.Float32, [4], [0, 0.5, 1, 0.5]),
        ["x.to(torch.int32)"] = new(() => x.to(torch.int32), ScalarType.Int32, [2, 3], [0, -1, 2, 3, 0, 1]),
        ["x.@long()"] = new(() => x.@long(), ScalarType.Int64, [2, 3], [0, -1, 2, 3, 0, 1]),
        ["i.@double()"] = new(() => i.@double(), ScalarType.Float64, [2, 3], [3, -2, 7, 4, 0, 5]),
        ["m.@float()"] = new(() => m.@float(), ScalarType.Float32, [2, 3], [1, 0, 1, 0, 0, 1]),
        ["x.type_as(i)"] = new(() => x.type_as(i), ScalarType.Int64, [2, 3], [0, -1, 2, 3, 0, 1]),
        ["torch.complex(v, w).real"] = new(() => torch.complex(v, w).real, ScalarType.Float32, [3], [1, 2, 3]),
        ["torch.complex(v, w).imag"] = new(() => torch.complex(v, w).imag, ScalarType.Float32, [3], [0.5, -1, 2]),
        ["torch.polar(v, w).abs()"] = new(() => torch.polar(v, w).abs(), ScalarType.Float32, [3], [1, 2, 3]),
        ["z.conj().imag"] = new(() => z.conj().imag, ScalarType.Float32, [2], [-2, -0.25]),
        ["z.view_as_real()"] = new(() => z.view_as_real(), ScalarType.Float32, [2, 2], [1, 2, -0.5, 0.25]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Creation_OfSamples_IsAsInPyTorch(string expression) => Cases[expression].Check();
}
