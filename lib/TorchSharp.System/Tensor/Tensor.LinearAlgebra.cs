using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The matrix products of two batches.</summary>
        public Tensor bmm(Tensor batch2) => Aten.bmm.Call(this, batch2);

        /// <summary>The Cholesky factor of a positive definite matrix.</summary>
        public Tensor cholesky(bool upper = false) => Aten.linalg_cholesky.Call(this, upper);

        /// <summary>The inverse of a matrix from its Cholesky factor.</summary>
        public Tensor cholesky_inverse(bool upper = false) => Aten.cholesky_inverse.Call(this, upper);

        /// <summary>Solves a system of equations from a Cholesky factor.</summary>
        public Tensor cholesky_solve(Tensor input2, bool upper = false) =>
            Aten.cholesky_solve.Call(this, input2, upper);

        /// <summary>The correlations between rows.</summary>
        public Tensor corrcoef() => Aten.corrcoef.Call(this);

        /// <summary>The covariances between rows.</summary>
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            Aten.cov.Call(this, correction, fweights, aweights);

        /// <summary>The determinant.</summary>
        public Tensor det() => Aten.det.Call(this);

        /// <summary>The p-norm of the difference.</summary>
        public Tensor dist(Tensor other, float p = 2) => Aten.dist.Call(this, other, p);

        /// <summary>The inner product of two vectors.</summary>
        public Tensor dot(Tensor target) => Aten.dot.Call(this, target);

        /// <summary>The outer product of two vectors.</summary>
        public Tensor ger(Tensor vec2) => Aten.ger.Call(this, vec2);

        /// <summary>The inner product over the last dimension.</summary>
        public Tensor inner(Tensor vec2) => Aten.inner.Call(this, vec2);

        /// <summary>The inverse of a matrix.</summary>
        public Tensor inverse() => Aten.inverse.Call(this);

        /// <summary>The Kronecker product.</summary>
        public Tensor kron(Tensor other) => Aten.kron.Call(this, other);

        /// <summary>The logarithm of the determinant.</summary>
        public Tensor logdet() => Aten.logdet.Call(this);

        /// <summary>The matrix product, broadcast over batches.</summary>
        public Tensor matmul(Tensor target) => Aten.matmul.Call(this, target);

        /// <summary>The exponential of a matrix.</summary>
        public Tensor matrix_exp() => Aten.matrix_exp.Call(this);

        /// <summary>A whole power of a matrix.</summary>
        public Tensor matrix_power(int n) => Aten.matrix_power.Call(this, n);

        /// <summary>The product of two matrices.</summary>
        public Tensor mm(Tensor target) => Aten.mm.Call(this, target);

        /// <summary>The product of a matrix and a vector.</summary>
        public Tensor mv(Tensor target) => Aten.mv.Call(this, target);

        /// <summary>The outer product of two vectors.</summary>
        public Tensor outer(Tensor vec2) => Aten.outer.Call(this, vec2);

        /// <summary>The pseudo-inverse of a matrix.</summary>
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) =>
            Aten.linalg_pinv.Call(this, rcond, hermitian);

        /// <summary>Scales the parts along a dimension whose p-norm is above a limit down to it.</summary>
        public Tensor renorm(float p, long dim, float maxnorm) => Aten.renorm.Call(this, p, dim, maxnorm);

        /// <summary>Products summed over dimensions of both.</summary>
        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));

        /// <summary>Products summed over dimensions of both.</summary>
        public Tensor tensordot(Tensor b, long dims = 2) => tensordot(b, LastDimensions(dims), FirstDimensions(dims));

        /// <summary>The sum of a matrix's diagonal.</summary>
        public Tensor trace() => Aten.trace.Call(this);

        /// <summary>The inner product of two vectors, with this one conjugated.</summary>
        public Tensor vdot(Tensor target) => Aten.vdot.Call(this, target);
    }
}
