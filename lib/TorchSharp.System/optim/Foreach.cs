using TorchSharp.Engine;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Operators that do the same to each tensor of a list, at the cost of one call.</summary>
internal static unsafe class Foreach
{
    /// <summary>a += value.</summary>
    internal static void Add_(Tensor[] a, double value) => Run(Aten._foreach_add__Scalar, a, value: value);

    /// <summary>a += alpha · b.</summary>
    internal static void Add_(Tensor[] a, Tensor[] b, double alpha) => Run(Aten._foreach_add__List, a, b, value: alpha);

    /// <summary>a + alpha · b.</summary>
    internal static Tensor[] Add(Tensor[] a, Tensor[] b, double alpha) => Get(Aten._foreach_add_List, a, b, alpha);

    /// <summary>a *= value.</summary>
    internal static void Mul_(Tensor[] a, double value) => Run(Aten._foreach_mul__Scalar, a, value: value);

    /// <summary>a /= value.</summary>
    internal static void Div_(Tensor[] a, double value) => Run(Aten._foreach_div__Scalar, a, value: value);

    /// <summary>a += value · b · c.</summary>
    internal static void AddProduct_(Tensor[] a, Tensor[] b, Tensor[] c, double value) => Run(Aten._foreach_addcmul__Scalar, a, b, c, value);

    /// <summary>a += value · b / c.</summary>
    internal static void AddQuotient_(Tensor[] a, Tensor[] b, Tensor[] c, double value) => Run(Aten._foreach_addcdiv__Scalar, a, b, c, value);

    /// <summary>a = max(a, b).</summary>
    internal static void Maximum_(Tensor[] a, Tensor[] b) => Run(Aten._foreach_maximum__List, a, b);

    /// <summary>√a.</summary>
    internal static Tensor[] Sqrt(Tensor[] a) => Get(Aten._foreach_sqrt, a);

    /// <summary>−a.</summary>
    internal static Tensor[] Neg(Tensor[] a) => Get(Aten._foreach_neg, a);

    /// <summary>The p-norm of each tensor.</summary>
    internal static Tensor[] Norm(Tensor[] a, double p) => Get(Aten._foreach_norm_Scalar, a, value: p);

    private static void Run(Op op, Tensor[] a, Tensor[]? b = null, Tensor[]? c = null, Arg? value = null) => Call(op, a, b, c, value, null, 0);

    private static Tensor[] Get(Op op, Tensor[] a, Tensor[]? b = null, Arg? value = null)
    {
        RawValue result;
        Call(op, a, b, null, value, &result, 1);
        return Result.Tensors(result);
    }

    private static void Call(Op op, Tensor[] a, Tensor[]? b, Tensor[]? c, Arg? value, RawValue* results, int capacity)
    {
        Span<nint> handles = a.Length <= 128 ? stackalloc nint[3 * a.Length] : new nint[3 * a.Length];
        Span<Arg> args = [default, default, default, default];
        var count = 0;
        fixed (nint* start = handles)
        {
            foreach (var list in (ReadOnlySpan<Tensor[]?>)[a, b, c])
            {
                if (list is null) continue;
                var part = start + (count * a.Length);
                for (var i = 0; i < list.Length; i++) part[i] = list[i].Handle;
                args[count++] = Arg.List(part, list.Length);
            }
            if (value is { } last) args[count++] = last;
            op.Invoke(args[..count], [], results, capacity);
        }
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
    }
}
