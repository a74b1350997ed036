using System.Numerics;
using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(IList<(float, float)> rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy(Creation.Span(rawArray), [rawArray.Count], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(IList<Complex> rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy(Creation.Span(rawArray), [rawArray.Count], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(IList<short> rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy(Creation.Span(rawArray), [rawArray.Count], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy(Creation.Span(rawArray), [rawArray.Count], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy(Creation.Span(rawArray), [rawArray.Count], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy(Creation.Span(rawArray), [rawArray.Count], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy(Creation.Span(rawArray), [rawArray.Count], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy(Creation.Span(rawArray), [rawArray.Count], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy(Creation.Span(rawArray), [rawArray.Count], dtype, device, false);

    /// <summary>A tensor with a copy of the data.</summary>
    public static Tensor as_tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null) =>
        Creation.Copy(Creation.Span(rawArray), [rawArray.Count], dtype, device, false);
}
