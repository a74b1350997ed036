using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Tensors;

public class DataTests
{
    [Fact]
    public void Bytes_Written_AreTheMemory()
    {
        using var x = zeros(2, 2);
        MemoryMarshal.Cast<byte, float>(x.bytes)[2] = 7;
        Assert.Equal([0, 0, 7, 0], x.Values());
    }

    [Fact]
    public void Bytes_OfAPart_BeginAtThePartAndEndWithIt()
    {
        using var scope = NewDisposeScope();
        var part = arange(6, dtype: float32).narrow(0, 2, 3).view(3, 1);
        Assert.Equal([2f, 3, 4], MemoryMarshal.Cast<byte, float>(part.bytes).ToArray());
    }

    [Theory]
    [InlineData(ScalarType.Bool, new byte[] { 1, 0 })]
    [InlineData(ScalarType.Byte, new byte[] { 3, 0 })]
    [InlineData(ScalarType.Int16, new byte[] { 3, 0, 0, 0 })]
    [InlineData(ScalarType.BFloat16, new byte[] { 0x40, 0x40, 0, 0 })]
    [InlineData(ScalarType.Float16, new byte[] { 0, 0x42, 0, 0 })]
    [InlineData(ScalarType.Float32, new byte[] { 0, 0, 0x40, 0x40, 0, 0, 0, 0 })]
    public void Bytes_OfAnElementType_AreLittleEndian(ScalarType type, byte[] expected)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(expected, tensor(new[] { 3f, 0 }).to(type).bytes.ToArray());
    }

    [Fact]
    public void Data_OfAView_FollowsItsStrides()
    {
        using var scope = NewDisposeScope();
        var turned = arange(6, dtype: float32).view(2, 3).t();
        Assert.False(turned.is_contiguous());
        Assert.Equal([0f, 3, 1, 4, 2, 5], turned.data<float>().ToArray());
    }

    [Fact]
    public void Tensor_OfAnArray_IsACopy()
    {
        var source = new[] { 1f, 2, 3, 4 };
        using var x = tensor(source, 2, 2);
        source[0] = 9;
        Assert.Equal([2L, 2], x.shape);
        Assert.Equal([1, 2, 3, 4], x.Values());
    }

    [Fact]
    public void Item_OfOneElement_IsItsValue()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(2.5, tensor(2.5).item<double>());
        Assert.Equal(2.5f, tensor(2.5f).item<float>());
        Assert.Equal(3L, tensor(new[,] { { 3L } }).item<long>());
        Assert.True(tensor(new[] { 1f, 2 }).isfinite().all().item<bool>());
    }
}
