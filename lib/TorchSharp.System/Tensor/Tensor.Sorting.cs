using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The indices that sort a dimension.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Aten.argsort.Call(this, dim, descending);

        /// <summary>The indices of the elements that are not zero, a row each.</summary>
        public Tensor argwhere() => Aten.argwhere.Call(this);

        /// <summary>How often each whole number occurs.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0) => Aten.bincount.Call(this, weights, minlength);

        /// <summary>The interval between boundaries that each element falls into.</summary>
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            Aten.bucketize_Tensor.Call(this, boundaries, outInt32, right);

        /// <summary>Counts of elements in intervals of equal width.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Aten.histc.Call(this, bins, min, max);

        /// <summary>Where elements occur among others.</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Aten.isin_Tensor_Tensor.Call(this, test_elements, assumeUnique, invert);

        /// <summary>Sorted along the first dimension.</summary>
        public Tensor msort() => Aten.msort.Call(this);

        /// <summary>The indices of the elements that are not zero, a row each.</summary>
        public Tensor nonzero() => Aten.nonzero.Call(this);

        /// <summary>Sorted along a dimension, and the indices that do so.</summary>
        public (Tensor, Tensor) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Aten.sort_stable.CallPair(this, stable, dim, descending);

        /// <summary>The k largest or smallest elements along a dimension, and their indices.</summary>
        public (Tensor, Tensor) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Aten.topk.CallPair(this, k, dim, largest, sorted);
    }
}
