#!/usr/bin/env bash
# TorchSharp 0.107.0 (libtorch-cpu-linux-x64 2.10.0), .NET 10, Linux.
#
# Assigning to a parameter's grad checks neither shape nor type, where PyTorch refuses both. A gradient of one number is taken for three
# weights and spread over them by the optimiser's step; one of int64 is kept as int64 and used. Gradients that are averaged, loaded or clipped by
# hand and assigned to the wrong parameter train on without a word.
source "$(dirname "$0")/on-torchsharp"
expected="grad of 1 number for 3 weights: 0.9 0.9 0.9
grad of int64 for float32 weights: 0.9 0.9 0.9 (Int64)"

seen=$(on_torchsharp <<'X'
using TorchSharp.Modules;
using static TorchSharp.torch;

(string, ScalarType) After(Tensor grad)
{
    var weights = nn.Parameter(ones(3));
    weights.grad = grad;
    optim.SGD([weights], 0.1).step();
    var values = weights.detach().data<float>().Select(value => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture));
    return (string.Join(' ', values), weights.grad.dtype);
}

Console.WriteLine($"grad of 1 number for 3 weights: {After(ones(1)).Item1}");
var (values, type) = After(ones(3, dtype: int64));
Console.WriteLine($"grad of int64 for float32 weights: {values} ({type})");
X
)
echo "$seen"
[ "$seen" = "$expected" ]
