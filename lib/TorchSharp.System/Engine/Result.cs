using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Engine;

/// <summary>Turns what the bridge returned into objects.</summary>
internal static unsafe class Result
{
    internal static Tensor Tensor(in RawValue value) => value.Tag == Tag.Tensor && value.Pointer != 0
        ? new Tensor(value.Pointer)
        : throw new InvalidOperationException("The operator returned no tensor.");

    /// <summary>A tensor, or null where the operator returned an undefined one.</summary>
    internal static Tensor? Optional(nint handle) => handle == 0 ? null : new Tensor(handle);

    internal static Tensor[] Tensors(in RawValue value)
    {
        var handles = (nint*)value.Pointer;
        var tensors = new Tensor[value.Count];
        for (var i = 0; i < tensors.Length; i++)
        {
            tensors[i] = new Tensor(handles[i]);
        }
        Bridge.bridge_free(handles);
        return tensors;
    }

    /// <summary>Whatever the value is.</summary>
    internal static object? Any(in RawValue value)
    {
        switch (value.Tag)
        {
            case Tag.None: return null;
            case Tag.Tensor: return Optional(value.Pointer);
            case Tag.TensorList: return Tensors(value);
            case Tag.IntList:
                var list = new ReadOnlySpan<long>((long*)value.Pointer, value.Count).ToArray();
                Bridge.bridge_free((void*)value.Pointer);
                return list;
            case Tag.String:
                var text = Encoding.UTF8.GetString((byte*)value.Pointer, value.Count);
                Bridge.bridge_free((void*)value.Pointer);
                return text;
            case Tag.Int: return value.Integer;
            case Tag.Bool: return value.Integer != 0;
            case Tag.Double: return value.Real;
            default: return Scalar(value).AsComplex();
        }
    }

    internal static Scalar Scalar(in RawValue value)
    {
        switch (value.Tag)
        {
            case Tag.Int: return value.Integer;
            case Tag.Double: return value.Real;
            case Tag.Bool: return value.Integer != 0;
            case Tag.Complex:
                var parts = (double*)value.Pointer;
                var number = new System.Numerics.Complex(parts[0], parts[1]);
                Bridge.bridge_free(parts);
                return number;
            default: throw new InvalidOperationException("The operator returned no number.");
        }
    }
}
