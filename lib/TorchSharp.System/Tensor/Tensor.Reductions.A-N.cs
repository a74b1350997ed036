using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether no element is zero.</summary>
        public Tensor all() => Aten.all.Call(this);

        /// <summary>Whether no element is zero.</summary>
        public Tensor all(long dim, bool keepdim = false) => Aten.all_dim.Call(this, dim, keepdim);

        /// <summary>The largest elements along dimensions.</summary>
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, Aten.amax.CallWith(dims, this, Arg.Ints, keepdim));

        /// <summary>The largest elements along dimensions.</summary>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, Aten.amax.CallWith(dims, this, Arg.Ints, keepdim));

        /// <summary>The largest elements along dimensions.</summary>
        public Tensor amax(params long[] dims) => Aten.amax.CallWith(dims, this, Arg.Ints);

        /// <summary>The smallest elements along dimensions.</summary>
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, Aten.amin.CallWith(dims, this, Arg.Ints, keepdim));

        /// <summary>The smallest elements along dimensions.</summary>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, Aten.amin.CallWith(dims, this, Arg.Ints, keepdim));

        /// <summary>The smallest elements along dimensions.</summary>
        public Tensor amin(params long[] dims) => Aten.amin.CallWith(dims, this, Arg.Ints);

        /// <summary>The smallest and the largest element.</summary>
        public (Tensor, Tensor) aminmax(long? dim = null, bool keepdim = false) =>
            Aten.aminmax.CallPair(this, dim, keepdim);

        /// <summary>Whether some element is not zero.</summary>
        public Tensor any() => Aten.any.Call(this);

        /// <summary>Whether some element is not zero.</summary>
        public Tensor any(long dim, bool keepdim = false) => Aten.any_dim.Call(this, dim, keepdim);

        /// <summary>The index of the largest element.</summary>
        public Tensor argmax() => Aten.argmax.Call(this);

        /// <summary>The index of the largest element.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Aten.argmax.Call(this, dim, keepdim);

        /// <summary>The index of the smallest element.</summary>
        public Tensor argmin() => Aten.argmin.Call(this);

        /// <summary>The index of the smallest element.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Aten.argmin.Call(this, dim, keepdim);

        /// <summary>The number of elements that are not zero.</summary>
        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? Aten.count_nonzero.Call(this) : Aten.count_nonzero_dim_IntList.CallWith(dims, this, Arg.Ints);

        /// <summary>The largest element so far along a dimension, and its index.</summary>
        public (Tensor, Tensor) cummax(long dim) => Aten.cummax.CallPair(this, dim);

        /// <summary>The smallest element so far along a dimension, and its index.</summary>
        public (Tensor, Tensor) cummin(long dim) => Aten.cummin.CallPair(this, dim);

        /// <summary>The product so far along a dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => Aten.cumprod.Call(this, dim, type);

        /// <summary>The sum so far along a dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.cumsum.Call(this, dim, type);

        /// <summary>The integral so far along a dimension, by the trapezoidal rule.</summary>
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) =>
            Aten.cumulative_trapezoid_dx.Call(this, dx, dim);

        /// <summary>The integral so far along a dimension, by the trapezoidal rule.</summary>
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Aten.cumulative_trapezoid_x.Call(this, x, dim);

        /// <summary>Differences of order n between neighbours along a dimension.</summary>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Aten.diff.Call(this, n, dim, prepend, append);

        /// <summary>The k-th smallest elements along a dimension, and their indices.</summary>
        public (Tensor, Tensor) kthvalue(long k, long? dim, bool keepdim = false) =>
            Aten.kthvalue.CallPair(this, k, dim ?? -1, keepdim);

        /// <summary>The logarithm of the sum of exponentials so far along a dimension.</summary>
        public Tensor logcumsumexp(long dim) => Aten.logcumsumexp.Call(this, dim);

        /// <summary>The logarithm of the sum of exponentials along a dimension.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) =>
            Aten.logsumexp.CallWith([dim], this, Arg.Ints, keepdim);

        /// <summary>The largest element.</summary>
        public (Tensor, Tensor) max(long dim, bool keepdim = false) => Aten.max_dim.CallPair(this, dim, keepdim);

        /// <summary>The largest element.</summary>
        public Tensor max() => Aten.max.Call(this);

        /// <summary>The largest element.</summary>
        public Tensor max(Tensor other) => Aten.max_other.Call(this, other);

        /// <summary>The mean.</summary>
        public Tensor mean() => Aten.mean.Call(this);

        /// <summary>The mean.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Aten.mean_dim.CallWith(dimensions, this, Arg.Ints, keepdim, type);

        /// <summary>The median, the lower one of two.</summary>
        public Tensor median() => Aten.median.Call(this);

        /// <summary>The smallest element.</summary>
        public (Tensor, Tensor) min(long dim, bool keepdim = false) => Aten.min_dim.CallPair(this, dim, keepdim);

        /// <summary>The smallest element.</summary>
        public Tensor min() => Aten.min.Call(this);

        /// <summary>The smallest element.</summary>
        public Tensor min(Tensor other) => Aten.min_other.Call(this, other);

        /// <summary>The most frequent elements along a dimension, and an index of each.</summary>
        public (Tensor, Tensor) mode(long dim = -1, bool keepdim = false) => Aten.mode.CallPair(this, dim, keepdim);

        /// <summary>The mean of what is not NaN.</summary>
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) => dim is int one
            ? Aten.nanmean.CallWith([one], this, Arg.Ints, keepdim, dtype)
            : Aten.nanmean.Call(this, Arg.None, keepdim, dtype);

        /// <summary>The median of what is not NaN.</summary>
        public Tensor nanmedian() => Aten.nanmedian.Call(this);

        /// <summary>Quantiles of what is not NaN.</summary>
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) =>
            Aten.nanquantile.Call(this, q, dim, keepdim);

        /// <summary>The sum of what is not NaN.</summary>
        public Tensor nansum() => Aten.nansum.Call(this);

        /// <summary>The p-norm.</summary>
        public Tensor norm(float p = 2) => Aten.norm_Scalar.Call(this, p);

        /// <summary>The p-norm.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2) =>
            Aten.norm_ScalarOpt_dim.CallWith([dim], this, p, Arg.Ints, keepdim);
    }
}
