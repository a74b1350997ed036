using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of draws from the uniform distribution over [0, 1).</summary>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.rand, Aten.rand_generator, size, dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the uniform distribution over [0, 1).</summary>
    public static Tensor rand(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.rand, Aten.rand_generator, [dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the uniform distribution over [0, 1).</summary>
    public static Tensor rand(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.rand, Aten.rand_generator, [dim0, dim1, dim2], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the uniform distribution over [0, 1).</summary>
    public static Tensor rand(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.rand, Aten.rand_generator, [rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the uniform distribution over [0, 1).</summary>
    public static Tensor rand(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.rand, Aten.rand_generator, [size], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the uniform distribution over [0, 1).</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.rand, Aten.rand_generator, [dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the uniform distribution over [0, 1).</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.rand, Aten.rand_generator, [dim0, dim1, dim2], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the uniform distribution over [0, 1).</summary>
    public static Tensor rand(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.rand, Aten.rand_generator, [rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the uniform distribution over [0, 1).</summary>
    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.rand, Aten.rand_generator, [size], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the uniform distribution over [0, 1).</summary>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.rand, Aten.rand_generator, size, dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of whole numbers drawn evenly from [low, high); low is 0 where it is not given.</summary>
    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.RandomInteger(0, high, Array.ConvertAll(size, length => (long)length), dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of whole numbers drawn evenly from [low, high); low is 0 where it is not given.</summary>
    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.RandomInteger(low, high, Array.ConvertAll(size, length => (long)length), dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of whole numbers drawn evenly from [low, high); low is 0 where it is not given.</summary>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.RandomInteger(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of whole numbers drawn evenly from [low, high); low is 0 where it is not given.</summary>
    public static Tensor randint(long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.RandomInteger(0, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of whole numbers drawn evenly from [low, high); low is 0 where it is not given.</summary>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.RandomInteger(low, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of whole numbers drawn evenly from [low, high); low is 0 where it is not given.</summary>
    public static Tensor randint(long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.RandomInteger(low, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the standard normal distribution.</summary>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.randn, Aten.randn_generator, size, dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the standard normal distribution.</summary>
    public static Tensor randn(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.randn, Aten.randn_generator, [dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the standard normal distribution.</summary>
    public static Tensor randn(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.randn, Aten.randn_generator, [dim0, dim1, dim2], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the standard normal distribution.</summary>
    public static Tensor randn(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.randn, Aten.randn_generator, [rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the standard normal distribution.</summary>
    public static Tensor randn(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.randn, Aten.randn_generator, [size], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the standard normal distribution.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.randn, Aten.randn_generator, [dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the standard normal distribution.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.randn, Aten.randn_generator, [dim0, dim1, dim2], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the standard normal distribution.</summary>
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.randn, Aten.randn_generator, [rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the standard normal distribution.</summary>
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.randn, Aten.randn_generator, [size], dtype, device, requires_grad, generator, names);

    /// <summary>A tensor of draws from the standard normal distribution.</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Random(Aten.randn, Aten.randn_generator, size, dtype, device, requires_grad, generator, names);
}
