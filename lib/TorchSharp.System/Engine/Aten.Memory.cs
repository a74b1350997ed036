namespace TorchSharp.Engine;

internal static partial class Aten
{
    internal static readonly Op clone = new("clone");
    internal static readonly Op complex = new("complex");
    internal static readonly Op copy_ = new("copy_");
    internal static readonly Op fill__Scalar = new("fill_", "Scalar");
    internal static readonly Op pin_memory = new("pin_memory");
    internal static readonly Op polar = new("polar");
    internal static readonly Op resolve_conj = new("resolve_conj");
    internal static readonly Op resolve_neg = new("resolve_neg");
    internal static readonly Op set__source_Tensor = new("set_", "source_Tensor");
    internal static readonly Op to_dense = new("to_dense");
    internal static readonly Op to_sparse = new("to_sparse");
    internal static readonly Op to_sparse_sparse_dim = new("to_sparse", "sparse_dim");
    internal static readonly Op zero_ = new("zero_");
}
