using System.Text;
using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Sums of products in Einstein's notation.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors)
    {
        var text = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(equation), pinned: true);
        Encoding.UTF8.GetBytes(equation, text);
        var result = Aten.einsum.Over(tensors, (op, list) => op.Call(Arg.Text(text), list));
        GC.KeepAlive(text);
        return result;
    }

    /// <summary>Grids of coordinates, indexed by row and column ("ij") or by x and y ("xy").</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Aten.meshgrid_indexing.Over(tensors.ToArray(), (op, list) => op.CallList(list, indexing switch
        {
            "ij" => Arg.Text("ij"u8),
            "xy" => Arg.Text("xy"u8),
            _ => throw new ArgumentException($"Indexing is \"ij\" or \"xy\", not \"{indexing}\".", nameof(indexing)),
        }));
}
