using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Decompositions, solutions and norms of matrices [*, m, n].</summary>
    public static class linalg
    {
        /// <summary>What a QR decomposition returns.</summary>
        public enum QRMode
        {
            /// <summary>Q with as many columns as the smaller side.</summary>
            Reduced = 0,

            /// <summary>A square Q.</summary>
            Complete = 1,

            /// <summary>R only.</summary>
            R = 2,
        }

        /// <summary>The lower Cholesky factor L of a positive definite matrix L Lᵀ.</summary>
        /// <param name="input">The matrix.</param>
        public static Tensor cholesky(Tensor input) => Aten.linalg_cholesky.Call(input);

        /// <summary>The determinant.</summary>
        /// <param name="input">The matrix.</param>
        public static Tensor det(Tensor input) => Aten.linalg_det.Call(input);

        /// <summary>The determinant's sign, and the logarithm of its magnitude.</summary>
        /// <param name="input">The matrix.</param>
        public static (Tensor, Tensor) slogdet(Tensor input) => Aten.linalg_slogdet.CallPair(input);

        /// <summary>The eigenvalues and the eigenvectors, complex, in columns.</summary>
        /// <param name="input">A square matrix.</param>
        public static (Tensor, Tensor) eig(Tensor input) => Aten.linalg_eig.CallPair(input);

        /// <summary>The eigenvalues, complex.</summary>
        /// <param name="input">A square matrix.</param>
        public static Tensor eigvals(Tensor input) => Aten.linalg_eigvals.Call(input);

        /// <summary>The eigenvalues in ascending order, and the eigenvectors in columns.</summary>
        /// <param name="input">A symmetric matrix.</param>
        /// <param name="UPLO">Which of its triangles is read: L or U.</param>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Aten.linalg_eigh.CallPair(input, Triangle(UPLO));

        /// <summary>The eigenvalues in ascending order.</summary>
        /// <param name="input">A symmetric matrix.</param>
        /// <param name="UPLO">Which of its triangles is read: L or U.</param>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Aten.linalg_eigvalsh.Call(input, Triangle(UPLO));

        /// <summary>The inverse.</summary>
        /// <param name="input">A square matrix.</param>
        public static Tensor inv(Tensor input) => Aten.linalg_inv.Call(input);

        /// <summary>The Euclidean norm of all elements, or over some dimensions.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="dims">The dimensions, or null for all.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => Norm(input, Arg.None, dims, keepdim);

        /// <summary>A norm: of vectors over one dimension, of matrices over two.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="ord">The exponent.</param>
        /// <param name="dims">The dimensions, or null for all.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) => Norm(input, ord, dims, keepdim);

        /// <summary>A norm: of vectors over one dimension, of matrices over two.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="ord">The exponent.</param>
        /// <param name="dims">The dimensions, or null for all.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) => Norm(input, (double)ord, dims, keepdim);

        /// <summary>The p-norm of the elements as one vector, or over some dimensions.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="ord">The exponent.</param>
        /// <param name="dims">The dimensions, or null for all.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        public static unsafe Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false)
        {
            fixed (long* d = dims)
            {
                return Aten.linalg_vector_norm.Call(input, ord, Arg.Given(d, dims), keepdim);
            }
        }

        /// <summary>An orthogonal Q and an upper triangular R whose product is the matrix.</summary>
        /// <param name="input">The matrix.</param>
        /// <param name="mode">How much of them.</param>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) => Aten.linalg_qr.CallPair(input, mode switch
        {
            QRMode.Reduced => Arg.Text("reduced"u8),
            QRMode.Complete => Arg.Text("complete"u8),
            _ => Arg.Text("r"u8),
        });

        /// <summary>X of A X = B.</summary>
        /// <param name="A">A square matrix.</param>
        /// <param name="B">A matrix or a vector.</param>
        /// <param name="left">False for X of X A = B.</param>
        public static Tensor solve(Tensor A, Tensor B, bool left = true)
        {
            if (left) return Aten.linalg_solve.Call(A, B);
            using var turned = B.transpose(-2, -1);
            using var matrix = A.transpose(-2, -1);
            using var solved = Aten.linalg_solve.Call(matrix, turned);
            return solved.transpose(-2, -1);
        }

        /// <summary>U, the singular values in descending order, and Vᴴ, whose product is the matrix.</summary>
        /// <param name="input">The matrix.</param>
        /// <param name="fullMatrices">Whether U and Vᴴ are square.</param>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Aten.linalg_svd.CallTriple(input, fullMatrices);

        /// <summary>The singular values in descending order.</summary>
        /// <param name="input">The matrix.</param>
        public static Tensor svdvals(Tensor input) => Aten.linalg_svdvals.Call(input);

        private static unsafe Tensor Norm(Tensor input, Arg order, long[]? dims, bool keepdim)
        {
            fixed (long* d = dims)
            {
                return Aten.linalg_norm.Call(input, order, Arg.Given(d, dims), keepdim);
            }
        }

        private static Arg Triangle(char UPLO) => UPLO switch
        {
            'L' => Arg.Text("L"u8),
            'U' => Arg.Text("U"u8),
            _ => throw new ArgumentException($"UPLO must be 'L' or 'U', not '{UPLO}'", nameof(UPLO)),
        };
    }
}
