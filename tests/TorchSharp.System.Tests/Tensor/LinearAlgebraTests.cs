using static TorchSharp.System.Tests.Samples;
using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

// The expected values are PyTorch's.
public class LinearAlgebraTests
{
    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["x.matmul(y.t())"] = new(() => x.matmul(y.t()), ScalarType.Float32, [2, 2], [-1.625, 3.75, 4.125, 6.375]),
        ["x.mm(s)"] = new(() => x.mm(s), ScalarType.Float32, [2, 3], [1.75, -5.25, 5.5, 12, -0.75, 5.25]),
        ["s.mv(v)"] = new(() => s.mv(v), ScalarType.Float32, [3], [7.5, 4, 4.5]),
        ["v.dot(w)"] = new(() => v.dot(w), ScalarType.Float32, [], [4.5]),
        ["v.outer(w)"] = new(() => v.outer(w), ScalarType.Float32, [3, 3], [0.5, -1, 2, 1, -2, 4, 1.5, -3, 6]),
        ["v.inner(w)"] = new(() => v.inner(w), ScalarType.Float32, [], [4.5]),
        ["b.bmm(c)"] = new(() => b.bmm(c), ScalarType.Float32, [2, 3, 3], [1, 0.4166666, -0.16666666, 0.5, 0.24999997, 0, 0, 0.083333343, 0.16666666, 2, 2.4166665, 2.8333335, 3.5, 4.25, 5, 5, 6.083333, 7.166667]),
        ["b.matmul(c)"] = new(() => b.matmul(c), ScalarType.Float32, [2, 3, 3], [1, 0.4166666, -0.16666666, 0.5, 0.24999997, 0, 0, 0.083333343, 0.16666666, 2, 2.4166665, 2.8333335, 3.5, 4.25, 5, 5, 6.083333, 7.166667]),
        ["x.addmm(x, s, 0.5f, 2)"] = new(() => x.addmm(x, s, 0.5f, 2), ScalarType.Float32, [2, 3], [3.75, -11.125, 12, 25.5, -1.875, 11.25]),
        ["v.addmv(s, w)"] = new(() => v.addmv(s, w), ScalarType.Float32, [3], [3, -2.5, 8.25]),
        ["s.addr(v, w)"] = new(() => s.addr(v, w), ScalarType.Float32, [3, 3], [4.5, 0, 2.5, 2, 1, 3, 2, -4, 8]),
        ["torch.baddbmm(b.bmm(c), b, c, 2, 3)"] = new(() => torch.baddbmm(b.bmm(c), b, c, 2, 3), ScalarType.Float32, [2, 3, 3], [5, 2.083333, -0.83333325, 2.5, 1.2499999, 0, 0, 0.41666672, 0.83333325, 10, 12.083333, 14.166667, 17.5, 21.25, 25, 25, 30.416666, 35.833336]),
        ["torch.einsum('ij,kj->ik', x, y)"] = new(() => torch.einsum("ij,kj->ik", x, y), ScalarType.Float32, [2, 2], [-1.625, 3.75, 4.125, 6.375]),
        ["torch.einsum('bij,bjk->bik', b, c)"] = new(() => torch.einsum("bij,bjk->bik", b, c), ScalarType.Float32, [2, 3, 3], [1, 0.4166666, -0.16666666, 0.5, 0.24999997, 0, 0, 0.083333343, 0.16666666, 2, 2.4166665, 2.8333335, 3.5, 4.25, 5, 5, 6.083333, 7.166667]),
        ["torch.tensordot(x, s, 1)"] = new(() => torch.tensordot(x, s, 1), ScalarType.Float32, [2, 3], [1.75, -5.25, 5.5, 12, -0.75, 5.25]),
        ["torch.tensordot(b, c, [1], [2])"] = new(() => torch.tensordot(b, c, [1], [2]), ScalarType.Float32, [2, 2, 2, 2], [1.3333333, -0.16666669, -1.6666666, -3.1666665, 0.83333331, 0.083333313, -0.66666657, -1.4166665, -1.6666666, 1.3333333, 4.3333335, 7.3333335, -2.1666665, 1.5833333, 5.3333335, 9.083333]),
        ["torch.cdist(x, y)"] = new(() => torch.cdist(x, y), ScalarType.Float32, [2, 2], [3.7831864, 2.1505814, 2.9685855, 2.3184047]),
        ["torch.cdist(x, y, 1)"] = new(() => torch.cdist(x, y, 1), ScalarType.Float32, [2, 2], [6.25, 3.5, 4.75, 4]),
        ["x.kron(y)"] = new(() => x.kron(y), ScalarType.Float32, [4, 9], [1, 0.25, -0.5, -2.5, -0.625, 1.25, 4, 1, -2, 0.75, -1, 0.125, -1.875, 2.5, -0.3125, 3, -4, 0.5, 6, 1.5, -3, -1.5, -0.375, 0.75, 3, 0.75, -1.5, 4.5, -6, 0.75, -1.125, 1.5, -0.1875, 2.25, -3, 0.375]),
        ["s.det()"] = new(() => s.det(), ScalarType.Float32, [], [16.25]),
        ["s.logdet()"] = new(() => s.logdet(), ScalarType.Float32, [], [2.7880931]),
        ["s.inverse()"] = new(() => s.inverse(), ScalarType.Float32, [3, 3], [0.30769232, -0.15384616, -0.15384616, -0.15384616, 0.47692311, 0.27692309, -0.15384616, 0.27692309, 0.6769231]),
        ["s.pinverse()"] = new(() => s.pinverse(), ScalarType.Float32, [3, 3], [0.30769232, -0.15384619, -0.15384619, -0.15384619, 0.47692305, 0.27692312, -0.15384614, 0.27692306, 0.67692304]),
        ["s.trace()"] = new(() => s.trace(), ScalarType.Float32, [], [9]),
        ["s.matrix_power(3)"] = new(() => s.matrix_power(3), ScalarType.Float32, [3, 3], [76.5, 34.75, 6.125, 34.75, 44, -16.75, 6.125, -16.75, 16]),
        ["s.cholesky()"] = new(() => s.cholesky(), ScalarType.Float32, [3, 3], [2, 0, 0, 0.5, 1.6583124, 0, 0.25, -0.67840052, 1.2154311]),
        ["x.dist(y)"] = new(() => x.dist(y), ScalarType.Float32, [], [4.4370599]),
        ["x.cov()"] = new(() => x.cov(), ScalarType.Float32, [2, 2], [2.6458333, 1.9374999, 1.9374999, 3.5625]),
        ["x.corrcoef()"] = new(() => x.corrcoef(), ScalarType.Float32, [2, 2], [1, 0.631078, 0.63107795, 1]),
        ["v.vander()"] = new(() => v.vander(), ScalarType.Float32, [3, 3], [1, 1, 1, 4, 2, 1, 9, 3, 1]),
        ["v.vander(2, true)"] = new(() => v.vander(2, true), ScalarType.Float32, [3, 2], [1, 1, 1, 2, 1, 3]),
        ["torch.chain_matmul(x, s, y.t())"] = new(() => torch.chain_matmul(x, s, y.t()), ScalarType.Float32, [2, 2], [-4.625, 14.5, 18.375, 20.8125]),
        ["x.renorm(2, 0, 1)"] = new(() => x.renorm(2, 0, 1), ScalarType.Float32, [2, 3], [0.20739034, -0.51847583, 0.82956135, 0.87287152, -0.21821788, 0.43643576]),
        ["s.matrix_exp()"] = new(() => s.matrix_exp(), ScalarType.Float32, [3, 3], [77.00843, 38.286331, 3.0425146, 38.286335, 41.942211, -12.52529, 3.0425141, -12.52529, 13.31627]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void LinearAlgebra_OfSamples_IsAsInPyTorch(string expression) => Cases[expression].Check();
}
