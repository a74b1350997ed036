using TorchSharp.Tests.Support;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Torch;

public class LinalgTests
{
    // M Mᵀ + 1 for a matrix M, in float64: symmetric and positive definite.
    private static Tensor Definite()
    {
        var m = Numbers.Wave([4, 4]).to_type(ScalarType.Float64);
        return m.matmul(m.t()) + eye(4, dtype: ScalarType.Float64);
    }

    [Fact]
    public void Eigh_OfASymmetricMatrix_RebuildsItAndItsRoot()
    {
        using var scope = NewDisposeScope();
        var a = Definite();
        var (values, vectors) = linalg.eigh(a);
        AssertSame(a, vectors.matmul(values.diag()).matmul(vectors.t()));
        AssertSame(eye(4, dtype: ScalarType.Float64), vectors.t().matmul(vectors));
        var root = vectors.matmul(values.sqrt().diag()).matmul(vectors.t());
        AssertSame(a, root.matmul(root));
        AssertSame(values, linalg.eigvalsh(a, 'U'));
        AssertSame(values, linalg.eigvals(a).real.sort().Item1);
        AssertSame(values.sum(), a.trace());
        Assert.Throws<ArgumentException>(() => linalg.eigh(a, 'X'));
    }

    [Fact]
    public void Eig_OfARotation_IsOnTheUnitCircle()
    {
        using var scope = NewDisposeScope();
        var turn = tensor(new double[,] { { 0, -1 }, { 1, 0 } });
        var (values, vectors) = linalg.eig(turn);
        AssertSame(zeros(2, dtype: ScalarType.Float64), values.real);
        AssertSame(tensor(new double[] { -1, 1 }), values.imag.sort().Item1);
        AssertSame((turn.to_type(ScalarType.ComplexFloat64).matmul(vectors) - (vectors * values)).abs(), zeros(2, 2, dtype: ScalarType.Float64));
    }

    [Fact]
    public void Svd_OfATallMatrix_RebuildsIt()
    {
        using var scope = NewDisposeScope();
        var a = Numbers.Wave([5, 3]).to_type(ScalarType.Float64);
        var (u, s, vh) = linalg.svd(a, fullMatrices: false);
        AssertSame(a, u.matmul(s.diag()).matmul(vh));
        AssertSame(s, linalg.svdvals(a));
        Assert.Equal([5L, 5], linalg.svd(a).U.shape);
        var (q, r) = linalg.qr(a);
        AssertSame(a, q.matmul(r));
        AssertSame(r, r.triu());
        Assert.Equal([5L, 5], linalg.qr(a, linalg.QRMode.Complete).Q.shape);
    }

    [Fact]
    public void Solutions_OfADefiniteMatrix_AgreeWithEachOther()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (Definite(), Numbers.Wave([4, 2], 1).to_type(ScalarType.Float64));
        AssertSame(b, a.matmul(linalg.solve(a, b)));
        AssertSame(b.t(), linalg.solve(a, b.t(), left: false).matmul(a));
        AssertSame(linalg.solve(a, b), linalg.inv(a).matmul(b));
        var factor = linalg.cholesky(a);
        AssertSame(a, factor.matmul(factor.t()));
        AssertSame(linalg.det(a), factor.diag().prod().square());
        var (sign, logarithm) = linalg.slogdet(-a);
        AssertSame(linalg.det(a), sign * logarithm.exp());
    }

    [Fact]
    public void Norms_OfKnownNumbers_AreThose()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new double[,] { { 3, 0 }, { 0, -4 } });
        AssertSame(tensor(5.0), linalg.norm(a));
        AssertSame(tensor(4.0), linalg.norm(a, 2));
        AssertSame(tensor(3.0), linalg.norm(a, -2.0));
        AssertSame(tensor(new[] { 3.0, 4.0 }), linalg.norm(a, [1]));
        AssertSame(tensor(7.0), linalg.vector_norm(a, 1));
        AssertSame(tensor(new double[,] { { 3, 4 } }), linalg.vector_norm(a, dims: [0], keepdim: true));
    }

    [Fact]
    public void Decompositions_OfWhatHasNone_SayWhy()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("positive", Assert.ThrowsAny<Exception>(() => linalg.cholesky(-Definite())).Message);
        Assert.Contains("singular", Assert.ThrowsAny<Exception>(() => linalg.inv(zeros(2, 2))).Message);
        Assert.Contains("square", Assert.ThrowsAny<Exception>(() => linalg.eigh(zeros(2, 3))).Message);
    }

    private static void AssertSame(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.True((expected - actual).abs().max().item<double>() < 1e-12, $"expected {expected}, was {actual}");
    }
}
