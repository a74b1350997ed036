namespace TorchSharp.Engine;

internal static partial class Aten
{
    internal static readonly Op argsort = new("argsort");
    internal static readonly Op argwhere = new("argwhere");
    internal static readonly Op bincount = new("bincount");
    internal static readonly Op bucketize_Tensor = new("bucketize", "Tensor");
    internal static readonly Op histc = new("histc");
    internal static readonly Op isin_Tensor_Tensor = new("isin", "Tensor_Tensor");
    internal static readonly Op msort = new("msort");
    internal static readonly Op nonzero = new("nonzero");
    internal static readonly Op searchsorted_Scalar = new("searchsorted", "Scalar");
    internal static readonly Op searchsorted_Tensor = new("searchsorted", "Tensor");
    internal static readonly Op sort_stable = new("sort", "stable");
    internal static readonly Op topk = new("topk");
}
