using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with a copy of an array of any rank.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => Creation.Copy(rawArray, null, device, false);

    /// <summary>A tensor with a copy of an array of any rank.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.Copy(rawArray, dtype, device, requires_grad, names);

    /// <summary>Draws from a normal distribution.</summary>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Creation.Finish(empty(size, dtype, device ?? generator?.device, false, names).normal_(mean, std, generator), requires_grad);

    /// <summary>Draws from normal distributions, one an element.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) =>
        Aten.normal_Tensor_Tensor.Call(mean, std, generator);
}
