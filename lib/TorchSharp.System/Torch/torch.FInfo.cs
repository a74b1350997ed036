namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a floating-point type.</summary>
    public struct FInfo
    {
        /// <summary>Its bits.</summary>
        public int bits;

        /// <summary>The distance from one to the next number.</summary>
        public double eps;

        /// <summary>The largest number.</summary>
        public double max;

        /// <summary>The lowest number.</summary>
        public double min;

        /// <summary>The smallest positive number of full precision.</summary>
        public double tiny;

        /// <summary>The smallest positive number of full precision.</summary>
        public double smallest_normal;

        /// <summary>Ten to the power of minus the decimal digits that are exact.</summary>
        public double resolution;
    }

    /// <summary>The limits of the default type.</summary>
    public static FInfo finfo() => finfo(get_default_dtype());

    /// <summary>The limits of a floating-point type, or of the parts of a complex one.</summary>
    /// <exception cref="ArgumentException">The type is of whole numbers.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        // Mantissa bits, exponent bits, decimal digits.
        ScalarType.Float16 => Limits(10, 5, 3),
        ScalarType.BFloat16 => Limits(7, 8, 2),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => Limits(23, 8, 6),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => Limits(52, 11, 15),
        _ => throw new ArgumentException($"{dtype} is not a floating-point type.", nameof(dtype)),
    };

    private static FInfo Limits(int mantissa, int exponent, int digits)
    {
        var highest = (1 << (exponent - 1)) - 1;
        var largest = (2 - Math.ScaleB(1, -mantissa)) * Math.ScaleB(1, highest);
        var smallest = Math.ScaleB(1, 1 - highest);
        return new FInfo
        {
            bits = 1 + exponent + mantissa,
            eps = Math.ScaleB(1, -mantissa),
            max = largest,
            min = -largest,
            tiny = smallest,
            smallest_normal = smallest,
            resolution = double.Parse($"1e-{digits}", System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The largest number of a type of whole numbers.</summary>
    public static long max_int_value(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        ScalarType.Bool => 1,
        _ => throw new ArgumentException($"{type} is not a type of whole numbers.", nameof(type)),
    };

    /// <summary>The type that holds the numbers of both.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2)
    {
        using var scope = NewDisposeScope();
        return result_type(empty([1], type1), empty([1], type2));
    }

    /// <summary>The type of the sum of two tensors.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) =>
        (ScalarType)Engine.Aten.result_type_Tensor.CallScalar(tensor1, tensor2).AsLong();

    /// <summary>Whether PyTorch's rules let numbers of one type be written into a tensor of another.</summary>
    public static bool can_cast(ScalarType from, ScalarType to) =>
        (Category(from) <= Category(to)) && !(to == ScalarType.Bool && from != ScalarType.Bool);

    private static int Category(ScalarType type) =>
        type == ScalarType.Bool ? 0 : is_integral(type) ? 1 : is_floating_point(type) ? 2 : 3;

    /// <summary>The shape that tensors of these shapes are repeated to when they meet.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        var result = new long[shapes.Length == 0 ? 0 : shapes.Max(shape => shape.Length)];
        Array.Fill(result, 1);
        foreach (var shape in shapes)
        {
            for (var i = 1; i <= shape.Length; i++)
            {
                ref var length = ref result[^i];
                if (length != shape[^i] && length != 1 && shape[^i] != 1)
                {
                    throw new ArgumentException(
                        $"The shapes do not fit: {string.Join(", ", shapes.Select(each => $"[{string.Join(", ", each)}]"))}.", nameof(shapes));
                }
                length = length == 1 ? shape[^i] : length;
            }
        }
        return new Size(result);
    }
}
