namespace TorchSharp.Engine;

internal static partial class Aten
{
    internal static readonly Op _indices = new("_indices");
    internal static readonly Op _to_copy = new("_to_copy");
    internal static readonly Op _values = new("_values");
    internal static readonly Op allclose = new("allclose");
    internal static readonly Op detach = new("detach");
    internal static readonly Op detach_ = new("detach_");
    internal static readonly Op equal = new("equal");
    internal static readonly Op full = new("full");
    internal static readonly Op imag = new("imag");
    internal static readonly Op index_Tensor = new("index", "Tensor");
    internal static readonly Op index_put_ = new("index_put_");
    internal static readonly Op is_pinned = new("is_pinned");
    internal static readonly Op item = new("item");
    internal static readonly Op mH = new("mH");
    internal static readonly Op mT = new("mT");
    internal static readonly Op matrix_H = new("matrix_H");
    internal static readonly Op nonzero_numpy = new("nonzero_numpy");
    internal static readonly Op numpy_T = new("numpy_T");
    internal static readonly Op real = new("real");
    internal static readonly Op resize_ = new("resize_");
}
