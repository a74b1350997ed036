#!/usr/bin/env bash
# TorchSharp 0.107.0 (libtorch-cpu-linux-x64 2.10.0), .NET 10, Linux.
#
# torch.cat of a list of one tensor returns a view of that tensor; of two or more, a tensor of its own, as one expects. So code that
# gathers batches and then works in place on the result changes the batch that it was given, but only on the day when there was one batch.
# stack of one copies.
source "$(dirname "$0")/on-torchsharp"
expected="cat of one: the input's first number is now 7
cat of two: the input's first number is now 0
stack of one: the input's first number is now 0"

seen=$(on_torchsharp <<'X'
using static TorchSharp.torch;

void Show(string what, Func<Tensor, Tensor> gather)
{
    var x = zeros(3);
    gather(x).fill_(7);
    Console.WriteLine($"{what}: the input's first number is now {x[0].item<float>()}");
}

Show("cat of one", x => cat([x], 0));
Show("cat of two", x => cat([x, ones(3)], 0));
Show("stack of one", x => stack([x], 0));
X
)
echo "$seen"
[ "$seen" = "$expected" ]
