using System.Runtime.InteropServices;

namespace TorchSharp.Engine;

/// <summary>What kind of value an argument or a result is; the numbers are the bridge's.</summary>
internal enum Tag
{
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    IntList = 5,
    DoubleList = 6,
    BoolList = 7,
    TensorList = 8,
    String = 9,
    Device = 10,
    Generator = 11,
    Complex = 12,
    Default = 13,
    Ints = 14,
}

/// <summary>One argument or result as the bridge sees it (struct Value in bridge.cpp).</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct RawValue
{
    [FieldOffset(0)] public Tag Tag;
    [FieldOffset(4)] public int Count;
    [FieldOffset(8)] public long Integer;
    [FieldOffset(8)] public double Real;
    [FieldOffset(8)] public nint Pointer;
}
