using System.Numerics;

namespace TorchSharp;

/// <summary>Conversions between scalars and .NET numbers.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>A Byte scalar.</summary>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>An Int8 scalar.</summary>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>An Int16 scalar.</summary>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>An Int32 scalar.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>An Int64 scalar.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>A Float16 scalar.</summary>
    public static Scalar ToScalar(this Half value) => value;

    /// <summary>A Float32 scalar.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>A Float64 scalar.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>A Bool scalar.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>A ComplexFloat32 scalar.</summary>
    public static Scalar ToScalar(this (float, float) value) => value;

    /// <summary>A ComplexFloat64 scalar.</summary>
    public static Scalar ToScalar(this Complex value) => value;

    /// <summary>The number as a float.</summary>
    public static float ToSingle(this Scalar value) => (float)value.AsDouble();

    /// <summary>The number as a double.</summary>
    public static double ToDouble(this Scalar value) => value.AsDouble();

    /// <summary>The number as a Half.</summary>
    public static Half ToHalf(this Scalar value) => (Half)value.AsDouble();

    /// <summary>The number as a byte.</summary>
    public static byte ToByte(this Scalar value) => (byte)value.AsLong();

    /// <summary>The number as a sbyte.</summary>
    public static sbyte ToSByte(this Scalar value) => (sbyte)value.AsLong();

    /// <summary>The number as a short.</summary>
    public static short ToInt16(this Scalar value) => (short)value.AsLong();

    /// <summary>The number as a int.</summary>
    public static int ToInt32(this Scalar value) => (int)value.AsLong();

    /// <summary>The number as a long.</summary>
    public static long ToInt64(this Scalar value) => value.AsLong();

    /// <summary>The number as a bool.</summary>
    public static bool ToBoolean(this Scalar value) => value.AsDouble() != 0;

    /// <summary>The number as a Complex.</summary>
    public static Complex ToComplexFloat64(this Scalar value) => value.AsComplex();

    /// <summary>The number as a pair of real and imaginary part.</summary>
    public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value)
    {
        var number = value.AsComplex();
        return ((float)number.Real, (float)number.Imaginary);
    }
}
