using System.Runtime.InteropServices;

namespace TorchSharp.Engine;

/// <summary>What the bridge tells of a tensor in one call (struct Info in bridge.cpp).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorInfo
{
    public long* Sizes;
    public long* Strides;
    public long Elements;
    public int Dimensions;
    public int ElementSize;
    public sbyte DType;
    public sbyte DeviceType;
    public short DeviceIndex;
    public byte RequiresGrad;
    public byte IsLeaf;
    public byte IsContiguous;
    public byte IsSparse;
}
