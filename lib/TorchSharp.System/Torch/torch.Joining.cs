using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Views of all tensors repeated to a common shape.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) =>
        Aten.broadcast_tensors.Over(tensors, (op, list) => op.CallList(list));

    /// <summary>All combinations of one element of each tensor.</summary>
    public static Tensor cartesian_prod(IList<Tensor> tensors) =>
        Aten.cartesian_prod.Over(tensors, (op, list) => op.Call(list));

    /// <summary>All combinations of one element of each tensor.</summary>
    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => cartesian_prod(tensors.ToArray());

    /// <summary>All combinations of one element of each tensor.</summary>
    public static Tensor cartesian_prod(params Tensor[] tensors) =>
        Aten.cartesian_prod.Over(tensors, (op, list) => op.Call(list));

    /// <summary>The tensors joined along a dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) =>
        Aten.cat.Over(tensors, (op, list) => op.Call(list, dim));

    /// <summary>The tensors joined along a dimension.</summary>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors.ToArray(), dim);

    /// <summary>The tensors joined along a dimension.</summary>
    public static Tensor cat(Tensor[] tensors, long dim = 0) =>
        Aten.cat.Over(tensors, (op, list) => op.Call(list, dim));

    /// <summary>The tensors side by side as columns.</summary>
    public static Tensor column_stack(IList<Tensor> tensors) =>
        Aten.column_stack.Over(tensors, (op, list) => op.Call(list));

    /// <summary>The tensors side by side as columns.</summary>
    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => column_stack(tensors.ToArray());

    /// <summary>The tensors side by side as columns.</summary>
    public static Tensor column_stack(params Tensor[] tensors) =>
        Aten.column_stack.Over(tensors, (op, list) => op.Call(list));

    /// <summary>All combinations of r elements.</summary>
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) =>
        Aten.combinations.Call(input, r, with_replacement);

    /// <summary>The tensors joined along a dimension.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) =>
        Aten.cat.Over(tensors, (op, list) => op.Call(list, dim));

    /// <summary>The tensors joined along a dimension.</summary>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => concat(tensors.ToArray(), dim);

    /// <summary>The tensors joined along a dimension.</summary>
    public static Tensor concat(Tensor[] tensors, long dim = 0) =>
        Aten.cat.Over(tensors, (op, list) => op.Call(list, dim));

    /// <summary>The tensors joined along a dimension.</summary>
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) =>
        Aten.cat.Over(tensors, (op, list) => op.Call(list, axis));

    /// <summary>The tensors joined along a dimension.</summary>
    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) =>
        concatenate(tensors.ToArray(), axis);

    /// <summary>The tensors joined along a dimension.</summary>
    public static Tensor concatenate(Tensor[] tensors, long axis = 0) =>
        Aten.cat.Over(tensors, (op, list) => op.Call(list, axis));

    /// <summary>The tensors joined along the third dimension.</summary>
    public static Tensor dstack(IEnumerable<Tensor> tensors) =>
        Aten.dstack.Over(tensors.ToArray(), (op, list) => op.Call(list));

    /// <summary>The tensors joined along the third dimension.</summary>
    public static Tensor dstack(IList<Tensor> tensors) => Aten.dstack.Over(tensors, (op, list) => op.Call(list));

    /// <summary>The tensors joined along the third dimension.</summary>
    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => dstack(tensors.ToArray());

    /// <summary>The tensors joined along the third dimension.</summary>
    public static Tensor dstack(params Tensor[] tensors) => Aten.dstack.Over(tensors, (op, list) => op.Call(list));

    /// <summary>The tensors joined along the second dimension (the first of vectors).</summary>
    public static Tensor hstack(IEnumerable<Tensor> tensors) =>
        Aten.hstack.Over(tensors.ToArray(), (op, list) => op.Call(list));

    /// <summary>The tensors joined along the second dimension (the first of vectors).</summary>
    public static Tensor hstack(IList<Tensor> tensors) => Aten.hstack.Over(tensors, (op, list) => op.Call(list));

    /// <summary>The tensors joined along the second dimension (the first of vectors).</summary>
    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => hstack(tensors.ToArray());

    /// <summary>The tensors joined along the second dimension (the first of vectors).</summary>
    public static Tensor hstack(params Tensor[] tensors) => Aten.hstack.Over(tensors, (op, list) => op.Call(list));

    /// <summary>The tensors joined along the first dimension.</summary>
    public static Tensor row_stack(IList<Tensor> tensors) => Aten.row_stack.Over(tensors, (op, list) => op.Call(list));

    /// <summary>The tensors joined along the first dimension.</summary>
    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => row_stack(tensors.ToArray());

    /// <summary>The tensors joined along the first dimension.</summary>
    public static Tensor row_stack(params Tensor[] tensors) =>
        Aten.row_stack.Over(tensors, (op, list) => op.Call(list));

    /// <summary>The tensors joined along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) =>
        Aten.stack.Over(tensors as ICollection<Tensor> ?? [.. tensors], (op, list) => op.Call(list, dim));

    /// <summary>The tensors joined along the first dimension.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => Aten.vstack.Over(tensors, (op, list) => op.Call(list));

    /// <summary>The tensors joined along the first dimension.</summary>
    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => vstack(tensors.ToArray());

    /// <summary>The tensors joined along the first dimension.</summary>
    public static Tensor vstack(Tensor[] tensors) => Aten.vstack.Over(tensors, (op, list) => op.Call(list));
}
