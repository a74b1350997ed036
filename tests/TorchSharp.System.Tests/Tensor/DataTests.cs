using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

public class DataTests
{
    [Fact]
    public void Data_OfAView_FollowsItsStrides()
    {
        using var scope = NewDisposeScope();
        var view = arange(6, float32).reshape(2, 3).t();
        Assert.False(view.is_contiguous());
        var data = view.data<float>();
        Assert.Equal([0f, 3f, 1f, 4f, 2f, 5f], data.ToArray());
        Assert.Equal([0f, 3f, 1f, 4f, 2f, 5f], data);
        Assert.Equal(4f, data[1, 1]);
        Assert.Equal(4f, data[3]);
        Assert.Equal(new[,] { { 0f, 3f }, { 1f, 4f }, { 2f, 5f } }, data.ToNDArray());
    }

    [Fact]
    public void Data_Written_ChangesTheTensor()
    {
        using var scope = NewDisposeScope();
        var tensor = zeros(2, 2);
        tensor.data<float>()[1, 0] = 7;
        tensor[0].data<float>().CopyFrom([1f, 2f]);
        Assert.Equal([1f, 2f, 7f, 0f], tensor.data<float>().ToArray());
    }

    [Fact]
    public void Data_OfAnotherType_SaysWhichItIs()
    {
        using var tensor = zeros(2);
        var error = Assert.Throws<ArgumentException>(() => tensor.data<double>());
        Assert.Contains("Float32", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new long[] { 2 })]
    [InlineData(new long[] { -1 })]
    [InlineData(new long[] { 0, 2 })]
    public void Data_OutOfRange_IsRefused(long[] index)
    {
        using var tensor = zeros(1, 2);
        Assert.Throws<IndexOutOfRangeException>(() => tensor.data<float>()[index]);
    }

    [Fact]
    public void CopyTo_PartOfATensor_StopsAtTheEnd()
    {
        using var tensor = arange(4, int64);
        var target = new long[] { -1, -1, -1 };
        tensor.data<long>().CopyTo(target, 1, 3);
        Assert.Equal([-1, 3, -1], target);
    }

    [Fact]
    public void Bytes_SetAndRead_AreTheMemory()
    {
        using var tensor = zeros(2, int16);
        tensor.bytes = new byte[] { 1, 0, 0, 1 };
        Assert.Equal([(short)1, (short)256], tensor.data<short>().ToArray());
        Assert.Equal(4, tensor.bytes.Length);
        Assert.Throws<ArgumentException>(() => tensor.bytes = new byte[] { 1 });
    }

    [Fact]
    public void Item_OfOneElement_IsItsValue()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(2.5, tensor(2.5).item<double>());
        Assert.Equal(3, tensor(3).item<int>());
        Assert.True(tensor(true).item<bool>());
        Assert.Equal((Half)1.5, tensor(1.5f).half().item<Half>());
        Assert.Equal(7L, ones(3, 3, int64)[1, 1].mul(7).item<long>());
        Assert.Equal(2.5f, (float)tensor(2.5));
        Assert.Equal(4, tensor(4L).ToInt32());
        Assert.Equal(new global::System.Numerics.Complex(1, 2), tensor(1f, 2f).ToComplexFloat64());
    }

    [Fact]
    public void Item_OfSeveralElements_SaysHowMany()
    {
        using var tensor = zeros(2, 3);
        Assert.Contains("6", Assert.Throws<ArgumentException>(() => tensor.item<float>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensor_OfAnArray_IsACopy()
    {
        var source = new[] { 1f, 2f };
        using var tensor = torch.tensor(source);
        source[0] = 9;
        Assert.Equal(1f, tensor[0].item<float>());
    }

    [Fact]
    public void Tensor_OfTooFewElementsForItsShape_IsRefused() =>
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2f, 3f }, [2, 2]));

    [Fact]
    public void To_WhatItIs_SharesItsMemoryUnderAHandleOfItsOwn()
    {
        using var tensor = zeros(2);
        foreach (var same in new[] { tensor.to(float32), tensor.to(CPU), tensor.cpu() })
        {
            using (same)
            {
                same.add_(1);
            }
        }
        using (var copy = tensor.to(float32, copy: true))
        {
            copy.add_(1);
        }
        Assert.Equal([3f, 3f], tensor.data<float>().ToArray());
    }

    [Fact]
    public void To_WhatItIs_WithDisposeAfter_KeepsOnlyTheNewHandle()
    {
        var tensor = zeros(2);
        using var moved = tensor.to(CPU, disposeAfter: true);
        Assert.True(tensor.IsInvalid);
        Assert.Equal([0f, 0f], moved.data<float>().ToArray());
    }

    [Fact]
    public void To_WithDisposeAfter_DisposesTheSource()
    {
        var source = zeros(2);
        using var converted = source.to(float64, disposeAfter: true);
        Assert.True(source.IsInvalid);
    }

    [Fact]
    public void Tolist_OfAMatrix_IsNested()
    {
        using var tensor = torch.tensor(new[,] { { 1L, 2L }, { 3L, 4L } });
        var rows = Assert.IsType<List<object>>(tensor.tolist());
        Assert.Equal([3L, 4L], Assert.IsType<List<object>>(rows[1]));
    }

    [Fact]
    public void Properties_OfATensor_AreLibtorchs()
    {
        using var tensor = zeros(2, 3, 4, int16);
        using var view = tensor[1, 1..];
        Assert.Equal([2L, 4], view.shape);
        Assert.Equal([4L, 1], view.stride());
        Assert.Equal(16, view.storage_offset());
        Assert.Equal((8L, 2L, 2L), (view.numel(), view.ndim, view.ElementSize));
        Assert.Equal((4L, 2L), (view.size(-1), view.size(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => view.size(2));
        Assert.Equal("cpu", view.device.ToString());
        Assert.True(view.is_integral() && !view.is_floating_point() && view.is_cpu() && !view.is_cuda);
    }
}
