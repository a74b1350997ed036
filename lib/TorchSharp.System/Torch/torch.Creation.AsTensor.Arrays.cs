using System.Numerics;
using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor((float, float)[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy<(float, float)>(rawArray, [rawArray.Length], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(Complex[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy<Complex>(rawArray, [rawArray.Length], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(short[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy<short>(rawArray, [rawArray.Length], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(sbyte[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy<sbyte>(rawArray, [rawArray.Length], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy<bool>(rawArray, [rawArray.Length], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy<byte>(rawArray, [rawArray.Length], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy<double>(rawArray, [rawArray.Length], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy<float>(rawArray, [rawArray.Length], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy<int>(rawArray, [rawArray.Length], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy<long>(rawArray, [rawArray.Length], dtype, device, false);
}
