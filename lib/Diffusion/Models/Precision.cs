using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>In which numbers a network's convolutions and matrix products are computed; everything else, weights too, is float32.</summary>
internal sealed class Precision
{
    /// <summary>bfloat16 where true: its range is float32's, so that the loss needs no scaling.</summary>
    public bool Mixed { get; set; }

    public Tensor Convolve(Conv2d layer, Tensor x, long padding) => Mixed
        ? nn.functional.conv2d(Short(x), Short(layer.weight), layer.bias is null ? null : Short(layer.bias), padding: [padding, padding]).to(x.dtype)
        : layer.call(x);

    public Tensor Multiply(Tensor x, Tensor weight, Tensor? bias) => Mixed
        ? nn.functional.linear(Short(x), Short(weight), bias is null ? null : Short(bias)).to(x.dtype)
        : nn.functional.linear(x, weight, bias);

    private static Tensor Short(Tensor x) => x.to(ScalarType.BFloat16);
}
