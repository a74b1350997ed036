using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The product.</summary>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.prod_dim_int.Call(this, dim, keepdim, type);

        /// <summary>The product.</summary>
        public Tensor prod(ScalarType? type = null) => Aten.prod.Call(this, type);

        /// <summary>Quantiles, interpolated.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) =>
            Aten.quantile.Call(this, q, dim, keepdim);

        /// <summary>The standard deviation.</summary>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std_dim.CallWith([dim.Item1, dim.Item2], As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The standard deviation.</summary>
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std_dim.CallWith([dim.Item1, dim.Item2, dim.Item3], As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The standard deviation.</summary>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std_dim.CallWith(dimensions, As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The standard deviation.</summary>
        public Tensor std(bool unbiased = true) => Aten.std.Call(this, unbiased);

        /// <summary>The standard deviation.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std_dim.CallWith([dim], As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The standard deviation.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std_dim.CallWith(dimensions, As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The standard deviation and the mean.</summary>
        public (Tensor, Tensor) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std_mean_dim.CallPairWith([dim.Item1, dim.Item2], As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The standard deviation and the mean.</summary>
        public (Tensor, Tensor) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std_mean_dim.CallPairWith([dim.Item1, dim.Item2, dim.Item3], As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The standard deviation and the mean.</summary>
        public (Tensor, Tensor) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std_mean_dim.CallPairWith(dimensions, As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The standard deviation and the mean.</summary>
        public (Tensor, Tensor) std_mean(bool unbiased = true) => Aten.std_mean.CallPair(this, unbiased);

        /// <summary>The standard deviation and the mean.</summary>
        public (Tensor, Tensor) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std_mean_dim.CallPairWith([dim], As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The standard deviation and the mean.</summary>
        public (Tensor, Tensor) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std_mean_dim.CallPairWith(dimensions, As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The sum.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim_IntList.CallWith(dim, this, Arg.Ints, keepdim, type);

        /// <summary>The sum.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim_IntList.CallWith([dim], this, Arg.Ints, keepdim, type);

        /// <summary>The sum.</summary>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim_IntList.CallWith([dim0, dim1], this, Arg.Ints, keepdim, type);

        /// <summary>The sum.</summary>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim_IntList.CallWith([dim0, dim1, dim2], this, Arg.Ints, keepdim, type);

        /// <summary>The sum.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim_IntList.CallWith(dim, this, Arg.Ints, keepdim, type);

        /// <summary>The sum.</summary>
        public Tensor sum(ScalarType? type = null) => Aten.sum.Call(this, type);

        /// <summary>The integral along a dimension, by the trapezoidal rule.</summary>
        public Tensor trapezoid(double dx = 1, long dim = -1) => Aten.trapezoid_dx.Call(this, dx, dim);

        /// <summary>The integral along a dimension, by the trapezoidal rule.</summary>
        public Tensor trapezoid(Tensor x, long dim = -1) => Aten.trapezoid_x.Call(this, x, dim);

        /// <summary>The variance.</summary>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var_dim.CallWith([dim.Item1, dim.Item2], As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The variance.</summary>
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var_dim.CallWith([dim.Item1, dim.Item2, dim.Item3], As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The variance.</summary>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var_dim.CallWith(dimensions, As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The variance.</summary>
        public Tensor var(bool unbiased = true) => Aten.var.Call(this, unbiased);

        /// <summary>The variance.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var_dim.CallWith([dim], As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The variance.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var_dim.CallWith(dimensions, As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The variance and the mean.</summary>
        public (Tensor, Tensor) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var_mean_dim.CallPairWith([dim.Item1, dim.Item2], As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The variance and the mean.</summary>
        public (Tensor, Tensor) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var_mean_dim.CallPairWith([dim.Item1, dim.Item2, dim.Item3], As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The variance and the mean.</summary>
        public (Tensor, Tensor) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var_mean_dim.CallPairWith(dimensions, As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The variance and the mean.</summary>
        public (Tensor, Tensor) var_mean(bool unbiased = true) => Aten.var_mean.CallPair(this, unbiased);

        /// <summary>The variance and the mean.</summary>
        public (Tensor, Tensor) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var_mean_dim.CallPairWith([dim], As(type), Arg.Ints, unbiased, keepdim);

        /// <summary>The variance and the mean.</summary>
        public (Tensor, Tensor) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var_mean_dim.CallPairWith(dimensions, As(type), Arg.Ints, unbiased, keepdim);
    }
}
