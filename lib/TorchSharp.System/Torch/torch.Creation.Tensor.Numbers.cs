using System.Numerics;
using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor((double, double) scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Number(new Complex(scalar.Item1, scalar.Item2), dtype, device, requires_grad);

    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor((float, float) scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Number(scalar, dtype, device, requires_grad);

    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor(Complex scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Number(scalar, dtype, device, requires_grad);

    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Number(scalar, null, device, requires_grad);

    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Number(scalar, null, device, requires_grad);

    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Number(scalar, dtype, device, requires_grad);

    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Number(scalar, null, device, requires_grad);

    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor(double real, double imaginary, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Number(new Complex(real, imaginary), dtype, device, requires_grad);

    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Number(scalar, dtype, device, requires_grad);

    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor(float real, float imaginary, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Number((real, imaginary), dtype, device, requires_grad);

    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Number(scalar, null, device, requires_grad);

    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Number(scalar, null, device, requires_grad);

    /// <summary>A tensor of one number.</summary>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Number(scalar, dtype, device, requires_grad);
}
