using static TorchSharp.torch;

namespace TorchSharp.Engine;

/// <summary>Indexing as PyTorch does it: views for numbers and ranges, then one gather for the tensors among the indices.</summary>
internal static class Indexer
{
    internal static Tensor Get(Tensor self, ReadOnlySpan<TensorIndex> indices)
    {
        var tensors = new List<Tensor?>();
        var view = View(self, indices, tensors, out var owned);
        try
        {
            if (tensors.Exists(tensor => tensor is not null))
            {
                return Aten.index_Tensor.Over(tensors!, (op, list) => op.Call(view, list));
            }
            var result = owned is null ? Aten.alias.Call(view) : view;
            owned = null;
            return result;
        }
        finally
        {
            owned?.Dispose();
        }
    }

    internal static void Set(Tensor self, ReadOnlySpan<TensorIndex> indices, Tensor value, bool accumulate = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        var tensors = new List<Tensor?>();
        var view = View(self, indices, tensors, out var owned);
        try
        {
            if (tensors.Exists(tensor => tensor is not null))
            {
                // index_put_ wants the element type of the target, unlike an assignment.
                var converted = value.dtype == view.dtype ? null : value.to(view.dtype);
                Aten.index_put_.Over(tensors!, (op, list) => op.CallInPlace(view, view, list, converted ?? value, accumulate));
                converted?.Dispose();
            }
            else if (accumulate)
            {
                view.add_(value);
            }
            else
            {
                Aten.copy_.CallInPlace(view, view, value);
            }
        }
        finally
        {
            owned?.Dispose();
        }
    }

    internal static Tensor Like(Tensor self, Scalar value) => Aten.full.CallWith([], Arg.Ints, value, self.dtype, Arg.None, self.device);

    /// <summary>
    /// Applies what views can do, and collects the tensors for a gather, each at the place of its dimension.
    /// `owned` is the view where one was made, which the caller disposes.
    /// </summary>
    private static Tensor View(Tensor self, ReadOnlySpan<TensorIndex> indices, List<Tensor?> tensors, out Tensor? owned)
    {
        var current = self;
        owned = null;
        // A mask is one tensor in the list, and stands for as many dimensions as it has.
        long dim = 0, masked = 0;
        foreach (var index in indices)
        {
            switch (index.kind)
            {
                case TensorIndex.Kind.Single:
                    Step(ref current, ref owned, Aten.select_int.Call(current, dim, index.first!.Value));
                    break;
                case TensorIndex.Kind.Slice:
                    if (index.first is not null || index.last is not null || index.step is not null)
                    {
                        Step(ref current, ref owned, Aten.slice_Tensor.Call(current, dim, index.first, index.last, index.step ?? 1));
                    }
                    dim++;
                    break;
                case TensorIndex.Kind.Ellipsis:
                    dim += current.Dimensions - dim - AfterEllipsis(indices);
                    break;
                case TensorIndex.Kind.None:
                    Step(ref current, ref owned, Aten.unsqueeze.Call(current, dim++));
                    break;
                case TensorIndex.Kind.Bool:
                    Step(ref current, ref owned, Aten.unsqueeze.Call(current, dim));
                    Place(tensors, dim++ - masked, Flag(index.first != 0, self));
                    break;
                case TensorIndex.Kind.Tensor:
                    Place(tensors, dim - masked, index.tensor!);
                    var width = Width(index.tensor!);
                    dim += width;
                    masked += width - 1;
                    break;
            }
        }
        return current;
    }

    private static void Step(ref Tensor current, ref Tensor? owned, Tensor next)
    {
        owned?.Dispose();
        current = owned = next;
    }

    private static void Place(List<Tensor?> tensors, long dim, Tensor tensor)
    {
        while (tensors.Count < dim)
        {
            tensors.Add(null);
        }
        tensors.Add(tensor);
    }

    private static Tensor Flag(bool value, Tensor self) =>
        Aten.full.CallWith([1], Arg.Ints, value, ScalarType.Bool, Arg.None, self.device);

    private static long Width(Tensor index) => index.dtype is ScalarType.Bool or ScalarType.Byte ? index.Dimensions : 1;

    /// <summary>How many dimensions of the tensor the indices after the ellipsis stand for.</summary>
    private static long AfterEllipsis(ReadOnlySpan<TensorIndex> indices)
    {
        long count = 0;
        foreach (var index in indices)
        {
            if (index.kind == TensorIndex.Kind.Ellipsis)
            {
                count = 0;
                continue;
            }
            count += index.kind switch
            {
                TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
                TensorIndex.Kind.Tensor => Width(index.tensor!),
                _ => 0,
            };
        }
        return count;
    }
}
