using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    private static ScalarType defaultType = ScalarType.Float32;

    /// <summary>The element type of what is made without one.</summary>
    public static ScalarType get_default_dtype() => defaultType;

    /// <summary>Sets the element type of what is made without one.</summary>
    /// <exception cref="ArgumentException">The type is not a floating-point one.</exception>
    public static void set_default_dtype(ScalarType dtype) => defaultType = is_floating_point(dtype)
        ? dtype
        : throw new ArgumentException($"Only a floating-point type can be the default, not {dtype}.", nameof(dtype));

    /// <summary>Whether the type is of real numbers with a fraction.</summary>
    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

    /// <summary>Whether the type is complex.</summary>
    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <summary>Whether the type is of whole numbers or truth values.</summary>
    public static bool is_integral(ScalarType type) =>
        type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 or ScalarType.Bool;

    /// <summary>Whether the elements are real numbers with a fraction.</summary>
    public static bool is_floating_point(Tensor input) => input.is_floating_point();

    /// <summary>Whether the elements are complex.</summary>
    public static bool is_complex(Tensor input) => input.is_complex();

    /// <summary>Whether the elements are whole numbers or truth values.</summary>
    public static bool is_integral(Tensor t) => t.is_integral();

    /// <summary>Whether an object is a tensor.</summary>
    public static bool is_tensor(object obj) => obj is Tensor;

    /// <summary>The number of elements.</summary>
    public static long numel(Tensor input) => input.numel();

    /// <summary>The tensor in single precision.</summary>
    public static Tensor FloatTensor(Tensor t) => t.to(ScalarType.Float32);

    /// <summary>The tensor in double precision.</summary>
    public static Tensor DoubleTensor(Tensor t) => t.to(ScalarType.Float64);

    /// <summary>The tensor as 64-bit integers.</summary>
    public static Tensor LongTensor(Tensor t) => t.to(ScalarType.Int64);

    /// <summary>The tensor as 32-bit integers.</summary>
    public static Tensor IntTensor(Tensor t) => t.to(ScalarType.Int32);

    /// <summary>The tensor as 16-bit integers.</summary>
    public static Tensor ShortTensor(Tensor t) => t.to(ScalarType.Int16);

    /// <summary>The tensor as bytes.</summary>
    public static Tensor ByteTensor(Tensor t) => t.to(ScalarType.Byte);

    /// <summary>The tensor as truth values.</summary>
    public static Tensor BoolTensor(Tensor t) => t.to(ScalarType.Bool);

    /// <summary>Whether two tensors agree within rtol · |target| + atol.</summary>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        Aten.allclose.CallBool(tensor, target, rtol, atol, equal_nan);

    public partial class Tensor
    {
        /// <summary>Whether this agrees with another within rtol · |target| + atol.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            torch.allclose(this, target, rtol, atol, equal_nan);
    }
}
