#!/usr/bin/env bash
# TorchSharp 0.107.0 (libtorch-cpu-linux-x64 2.10.0), .NET 10, Linux.
#
# Disposing a DataLoader disposes the data set that it was given (disposeDataset is true by default), tensors included: a second loader over the
# same data, for another batch size or for evaluation, fails with an empty handle. And its shuffling heeds a seed of its own only: manual_seed(0) before
# two loaders over equal data gives two orders (three pairs of 1 000 are compared here).
source "$(dirname "$0")/on-torchsharp"
expected="first loader: 4 numbers
second loader over the same data: InvalidOperationException, Tensor invalid -- empty handle.
same order after manual_seed(0): False"

seen=$(on_torchsharp <<'X'
using static TorchSharp.torch;

long Count(utils.data.Dataset<IList<Tensor>> data)
{
    using var loader = utils.data.DataLoader((utils.data.IterableDataset)data, 2);
    return loader.Sum(batch => batch[0].shape[0]);
}

string Order()
{
    manual_seed(0);
    using var loader = utils.data.DataLoader(utils.data.TensorDataset(arange(1000)), 1000, shuffle: true);
    return loader.Select(batch => string.Join(' ', batch[0].data<long>().ToArray())).First();
}

var data = utils.data.TensorDataset(arange(4));
Console.WriteLine($"first loader: {Count(data)} numbers");
try
{
    Console.WriteLine($"second loader: {Count(data)} numbers");
}
catch (InvalidOperationException error)
{
    Console.WriteLine($"second loader over the same data: {error.GetType().Name}, {error.Message.Split('\n')[0].Trim()}");
}

Console.WriteLine($"same order after manual_seed(0): {Enumerable.Range(0, 3).All(_ => Order() == Order())}");
X
)
echo "$seen"
[ "$seen" = "$expected" ]
