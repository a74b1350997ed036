using TorchSharp.Engine;
using static TorchSharp.torch;

namespace TorchSharp.System.Tests.Engine;

public class NativeMemoryTests
{
    [Fact]
    public void AbandonedTensors_ManyGigabytes_AreFreedOnTheWay()
    {
        long largest = 0;
        for (var i = 0; i < 400; i++)
        {
            Abandon();
            largest = Math.Max(largest, NativeMemory.Held);
        }
        // 25 GiB in all; never touched, so that no memory is really used.
        Assert.True(largest < 10L << 30, $"{largest} bytes were held at once.");
    }

    private static void Abandon() => empty(1 << 24);

    [Fact]
    public void OwnedBytes_OfAView_AreNone()
    {
        using var tensor = empty(1 << 20);
        Assert.Equal(4L << 20, Bridge.bridge_owned_bytes(tensor.Handle));
        using var view = tensor[..10];
        Assert.Equal(0, Bridge.bridge_owned_bytes(view.Handle));
    }
}
