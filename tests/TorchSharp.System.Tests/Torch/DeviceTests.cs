using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

public class DeviceTests
{
    [Theory]
    [InlineData("cpu", DeviceType.CPU, -1, "cpu")]
    [InlineData("cuda", DeviceType.CUDA, -1, "cuda")]
    [InlineData("CUDA:1", DeviceType.CUDA, 1, "cuda:1")]
    [InlineData("meta", DeviceType.META, -1, "meta")]
    public void Device_FromText_IsParsed(string text, DeviceType type, int index, string printed)
    {
        var device = torch.device(text);
        Assert.Equal((type, index, printed), (device.type, device.index, device.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gpu")]
    [InlineData("1")]
    [InlineData("cuda:x")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:0:1")]
    public void Device_FromNonsense_IsRefused(string text) => Assert.Throws<ArgumentException>(() => torch.device(text));

    [Fact]
    public void Meta_Tensor_HasAShapeAndNoData()
    {
        using var tensor = zeros(1000, 1000, 1000, device: META);
        using var sum = tensor.sum(0L);
        Assert.Equal([1000L, 1000], sum.shape);
        Assert.True(tensor.is_meta);
    }

    [Fact]
    public void Version_OfLibtorch_IsANumber() => Assert.Matches(@"^\d+\.\d+", __version__);

    [Fact]
    public void Threads_Set_AreTold()
    {
        var before = get_num_threads();
        set_num_threads(1);
        Assert.Equal(1, get_num_threads());
        set_num_threads(before);
    }

    [Fact]
    public void Switches_SetForAWhile_AreRestored()
    {
        var before = get_float32_matmul_precision();
        using (set_float32_matmul_precision(Float32MatmulPrecision.medium))
        {
            Assert.Equal(Float32MatmulPrecision.medium, get_float32_matmul_precision());
        }
        Assert.Equal(before, get_float32_matmul_precision());
        using (use_deterministic_algorithms(true, warn_only: true))
        {
            Assert.True(are_deterministic_algorithms_enabled() && is_deterministic_algorithms_warn_only_enabled());
        }
        Assert.False(are_deterministic_algorithms_enabled());
    }
}
