namespace TorchSharp.Engine;

internal static partial class Aten
{
    internal static readonly Op _to_copy = new("_to_copy");
    internal static readonly Op allclose = new("allclose");
    internal static readonly Op detach = new("detach");
    internal static readonly Op detach_ = new("detach_");
    internal static readonly Op equal = new("equal");
    internal static readonly Op full = new("full");
    internal static readonly Op index_Tensor = new("index", "Tensor");
    internal static readonly Op index_put_ = new("index_put_");
    internal static readonly Op item = new("item");
    internal static readonly Op resize_ = new("resize_");
    internal static readonly Op to_device = new("to", "device");
    internal static readonly Op to_dtype = new("to", "dtype");
}
