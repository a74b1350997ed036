using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Engine;

/// <summary>An ATen operator by name and overload, looked up at its first call and then called boxed.</summary>
internal sealed unsafe class Op(string name, string overload = "")
{
    private nint handle;

    private nint Handle => handle != 0 ? handle : Resolve();

    private nint Resolve()
    {
        Bridge.Check(Bridge.bridge_operator("aten::" + name, overload, out var found));
        return handle = found;
    }

    /// <summary>The operator's schema, as libtorch writes it.</summary>
    internal string Schema
    {
        get
        {
            Bridge.Check(Bridge.bridge_schema(Handle, out var text));
            var schema = Marshal.PtrToStringUTF8(text)!;
            Bridge.bridge_free((void*)text);
            return schema;
        }
    }

    /// <summary>Calls an operator that returns a tensor.</summary>
    internal Tensor Call(params ReadOnlySpan<Arg> args)
    {
        RawValue result;
        Invoke(args, [], &result, 1);
        return Result.Tensor(result);
    }

    /// <summary>Calls an operator that returns a tensor and takes a list of integers, which stands as Arg.Ints.</summary>
    internal Tensor CallWith(ReadOnlySpan<long> ints, params ReadOnlySpan<Arg> args)
    {
        RawValue result;
        Invoke(args, ints, &result, 1);
        return Result.Tensor(result);
    }

    /// <summary>Calls an operator that changes a tensor in place, and returns that tensor.</summary>
    internal Tensor CallInPlace(Tensor self, params ReadOnlySpan<Arg> args)
    {
        Invoke(args, [], null, 0);
        return self;
    }

    /// <summary>Calls an operator that returns two tensors.</summary>
    internal (Tensor, Tensor) CallPair(params ReadOnlySpan<Arg> args) => CallPairWith([], args);

    /// <summary>Calls an operator that returns two tensors and takes a list of integers.</summary>
    internal (Tensor, Tensor) CallPairWith(ReadOnlySpan<long> ints, params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc RawValue[2];
        Invoke(args, ints, results, 2);
        return (Result.Tensor(results[0]), Result.Tensor(results[1]));
    }

    /// <summary>Calls an operator that returns three tensors.</summary>
    internal (Tensor, Tensor, Tensor) CallTriple(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc RawValue[3];
        Invoke(args, [], results, 3);
        return (Result.Tensor(results[0]), Result.Tensor(results[1]), Result.Tensor(results[2]));
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    internal Tensor[] CallList(params ReadOnlySpan<Arg> args) => CallListWith([], args);

    /// <summary>Calls an operator that returns a list of tensors and takes a list of integers.</summary>
    internal Tensor[] CallListWith(ReadOnlySpan<long> ints, params ReadOnlySpan<Arg> args)
    {
        RawValue result;
        Invoke(args, ints, &result, 1);
        return Result.Tensors(result);
    }

    /// <summary>Calls an operator that returns a bool.</summary>
    internal bool CallBool(params ReadOnlySpan<Arg> args)
    {
        RawValue result;
        Invoke(args, [], &result, 1);
        return result.Integer != 0;
    }

    /// <summary>Calls an operator that returns a number.</summary>
    internal Scalar CallScalar(params ReadOnlySpan<Arg> args)
    {
        RawValue result;
        Invoke(args, [], &result, 1);
        return Result.Scalar(result);
    }

    /// <summary>Calls an operator over a list of tensors; `call` gets the list as one argument.</summary>
    internal T Over<T>(ICollection<Tensor> tensors, Func<Op, Arg, T> call)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var handles = tensors.Count <= 64 ? stackalloc nint[tensors.Count] : new nint[tensors.Count];
        var i = 0;
        foreach (var tensor in tensors)
        {
            handles[i++] = tensor?.Handle ?? 0;
        }
        fixed (nint* list = handles)
        {
            var result = call(this, Arg.List(list, handles.Length));
            GC.KeepAlive(tensors);
            return result;
        }
    }

    /// <summary>The call itself: everything above only shapes its results.</summary>
    internal int Invoke(ReadOnlySpan<Arg> args, ReadOnlySpan<long> ints, RawValue* results, int capacity)
    {
        int count;
        ref var first = ref Unsafe.As<Arg, byte>(ref MemoryMarshal.GetReference(args));
        fixed (byte* start = &first)
        fixed (long* list = ints)
        {
            // The bridge sees each argument's raw part, and steps over the managed reference beside it.
            Bridge.Check(Bridge.bridge_call(
                Handle, start + RawOffset, Unsafe.SizeOf<Arg>(), args.Length, list, ints.Length, results, capacity, &count));
        }
        return count;
    }

    private static readonly int RawOffset = FindRawOffset();

    private static int FindRawOffset()
    {
        var sample = default(Arg);
        return (int)Unsafe.ByteOffset(
            ref Unsafe.As<Arg, byte>(ref sample), ref Unsafe.As<RawValue, byte>(ref Unsafe.AsRef(in sample.Raw)));
    }
}
