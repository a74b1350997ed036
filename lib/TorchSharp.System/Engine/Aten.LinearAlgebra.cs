namespace TorchSharp.Engine;

internal static partial class Aten
{
    internal static readonly Op block_diag = new("block_diag");
    internal static readonly Op bmm = new("bmm");
    internal static readonly Op cdist = new("cdist");
    internal static readonly Op cholesky_inverse = new("cholesky_inverse");
    internal static readonly Op cholesky_solve = new("cholesky_solve");
    internal static readonly Op corrcoef = new("corrcoef");
    internal static readonly Op cov = new("cov");
    internal static readonly Op det = new("det");
    internal static readonly Op dist = new("dist");
    internal static readonly Op dot = new("dot");
    internal static readonly Op einsum = new("einsum");
    internal static readonly Op ger = new("ger");
    internal static readonly Op inner = new("inner");
    internal static readonly Op inverse = new("inverse");
    internal static readonly Op kron = new("kron");
    internal static readonly Op linalg_cholesky = new("linalg_cholesky");
    internal static readonly Op linalg_det = new("linalg_det");
    internal static readonly Op linalg_eig = new("linalg_eig");
    internal static readonly Op linalg_eigh = new("linalg_eigh");
    internal static readonly Op linalg_eigvals = new("linalg_eigvals");
    internal static readonly Op linalg_eigvalsh = new("linalg_eigvalsh");
    internal static readonly Op linalg_inv = new("linalg_inv");
    internal static readonly Op linalg_multi_dot = new("linalg_multi_dot");
    internal static readonly Op linalg_norm = new("linalg_norm");
    internal static readonly Op linalg_pinv = new("linalg_pinv");
    internal static readonly Op linalg_qr = new("linalg_qr");
    internal static readonly Op linalg_slogdet = new("linalg_slogdet");
    internal static readonly Op linalg_solve = new("linalg_solve");
    internal static readonly Op linalg_svd = new("linalg_svd");
    internal static readonly Op linalg_svdvals = new("linalg_svdvals");
    internal static readonly Op logdet = new("logdet");
    internal static readonly Op matmul = new("matmul");
    internal static readonly Op matrix_exp = new("matrix_exp");
    internal static readonly Op matrix_power = new("matrix_power");
    internal static readonly Op mm = new("mm");
    internal static readonly Op mv = new("mv");
    internal static readonly Op outer = new("outer");
    internal static readonly Op renorm = new("renorm");
    internal static readonly Op tensordot = new("tensordot");
    internal static readonly Op trace = new("trace");
    internal static readonly Op vdot = new("vdot");
}
