using System.Numerics;
using TorchSharp.Engine;

namespace TorchSharp;

/// <summary>A number of any element type, as an argument of an operator.</summary>
public sealed class Scalar : IDisposable
{
    // A complex number travels as the address of its two parts, which therefore must not move.
    private readonly double[]? parts;

    private Scalar(torch.ScalarType type, RawValue raw, double[]? parts = null)
    {
        Type = type;
        Raw = raw;
        this.parts = parts;
    }

    private static Scalar Integer(torch.ScalarType type, long value) =>
        new(type, new RawValue { Tag = Tag.Int, Integer = value });

    private static Scalar Real(torch.ScalarType type, double value) =>
        new(type, new RawValue { Tag = Tag.Double, Real = value });

    private static unsafe Scalar Imaginary(torch.ScalarType type, double real, double imaginary)
    {
        var parts = GC.AllocateArray<double>(2, pinned: true);
        (parts[0], parts[1]) = (real, imaginary);
        fixed (double* start = parts)
        {
            return new(type, new RawValue { Tag = Tag.Complex, Pointer = (nint)start }, parts);
        }
    }

    internal RawValue Raw { get; }

    /// <summary>The element type that the number was made from.</summary>
    public torch.ScalarType Type { get; }

    /// <summary>The number as a double; a complex one must have no imaginary part.</summary>
    internal double AsDouble() => Raw.Tag switch
    {
        Tag.Double => Raw.Real,
        Tag.Complex when parts![1] == 0 => parts[0],
        Tag.Complex => throw new InvalidCastException("A complex number with an imaginary part is not a real one."),
        _ => Raw.Integer,
    };

    /// <summary>The number as a long, truncated towards zero.</summary>
    internal long AsLong() => Raw.Tag is Tag.Int or Tag.Bool ? Raw.Integer : (long)AsDouble();

    /// <summary>The number as a complex one.</summary>
    internal Complex AsComplex() => parts is null ? AsDouble() : new Complex(parts[0], parts[1]);

    /// <summary>Nothing to release; there so that code written for a native scalar compiles.</summary>
    public void Dispose()
    {
    }

    /// <inheritdoc/>
    public override string ToString() => Raw.Tag switch
    {
        Tag.Int => Raw.Integer.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Tag.Bool => Raw.Integer != 0 ? "True" : "False",
        Tag.Complex => AsComplex().ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Raw.Real.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>A Byte scalar.</summary>
    public static implicit operator Scalar(byte value) => Integer(torch.ScalarType.Byte, value);

    /// <summary>An Int8 scalar.</summary>
    public static implicit operator Scalar(sbyte value) => Integer(torch.ScalarType.Int8, value);

    /// <summary>An Int16 scalar.</summary>
    public static implicit operator Scalar(short value) => Integer(torch.ScalarType.Int16, value);

    /// <summary>An Int32 scalar.</summary>
    public static implicit operator Scalar(int value) => Integer(torch.ScalarType.Int32, value);

    /// <summary>An Int64 scalar.</summary>
    public static implicit operator Scalar(long value) => Integer(torch.ScalarType.Int64, value);

    /// <summary>A Float16 scalar.</summary>
    public static implicit operator Scalar(Half value) => Real(torch.ScalarType.Float16, (double)value);

    /// <summary>A Float32 scalar.</summary>
    public static implicit operator Scalar(float value) => Real(torch.ScalarType.Float32, value);

    /// <summary>A Float64 scalar.</summary>
    public static implicit operator Scalar(double value) => Real(torch.ScalarType.Float64, value);

    /// <summary>A Bool scalar.</summary>
    public static implicit operator Scalar(bool value) =>
        new(torch.ScalarType.Bool, new RawValue { Tag = Tag.Bool, Integer = value ? 1 : 0 });

    /// <summary>A ComplexFloat32 scalar.</summary>
    public static implicit operator Scalar((float, float) value) =>
        Imaginary(torch.ScalarType.ComplexFloat32, value.Item1, value.Item2);

    /// <summary>A ComplexFloat64 scalar.</summary>
    public static implicit operator Scalar(Complex value) =>
        Imaginary(torch.ScalarType.ComplexFloat64, value.Real, value.Imaginary);
}
