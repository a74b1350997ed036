#!/usr/bin/env bash
# TorchSharp 0.107.0 (libtorch-cpu-linux-x64 2.10.0), .NET 10, Linux.
#
# optim.AdamW(parameters) has a weight decay of 0 unless one is given: it is Adam. PyTorch's AdamW, whose recipes people carry over by
# their learning rate alone, decays by 0.01. A weight without gradient stays exactly 1 in a hundred steps of 0.1; with 0.01 given it shrinks to
# 0.999 ^ 100.
source "$(dirname "$0")/on-torchsharp"
expected="default: 1
weight_decay 0.01: 0.9048"

seen=$(on_torchsharp <<'X'
using TorchSharp.Modules;
using static TorchSharp.torch;

string After(Func<Parameter[], optim.Optimizer> make)
{
    var weight = nn.Parameter(ones(1));
    var optimizer = make([weight]);
    for (var step = 0; step < 100; step++)
    {
        weight.grad = zeros(1);
        optimizer.step();
    }

    return weight.item<float>().ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}

Console.WriteLine($"default: {After(weights => optim.AdamW(weights, lr: 0.1))}");
Console.WriteLine($"weight_decay 0.01: {After(weights => optim.AdamW(weights, lr: 0.1, weight_decay: 0.01))}");
X
)
echo "$seen"
[ "$seen" = "$expected" ]
