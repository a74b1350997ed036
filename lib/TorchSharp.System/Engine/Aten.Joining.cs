namespace TorchSharp.Engine;

internal static partial class Aten
{
    internal static readonly Op broadcast_tensors = new("broadcast_tensors");
    internal static readonly Op cartesian_prod = new("cartesian_prod");
    internal static readonly Op cat = new("cat");
    internal static readonly Op column_stack = new("column_stack");
    internal static readonly Op combinations = new("combinations");
    internal static readonly Op dstack = new("dstack");
    internal static readonly Op hstack = new("hstack");
    internal static readonly Op meshgrid_indexing = new("meshgrid", "indexing");
    internal static readonly Op row_stack = new("row_stack");
    internal static readonly Op stack = new("stack");
    internal static readonly Op vstack = new("vstack");
}
