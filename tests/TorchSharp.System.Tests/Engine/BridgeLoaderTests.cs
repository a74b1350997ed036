using TorchSharp.Engine;

namespace TorchSharp.System.Tests.Engine;

public class BridgeLoaderTests
{
    [Fact]
    public void Resolve_WithoutTheBridge_SaysWhichFileAndWhatMendsIt()
    {
        var elsewhere = typeof(object).Assembly;
        var error = Assert.Throws<DllNotFoundException>(() => BridgeLoader.Resolve(Bridge.Library, elsewhere, null));
        Assert.Contains(Path.GetDirectoryName(elsewhere.Location)!, error.Message, StringComparison.Ordinal);
        Assert.Contains("./workbook setup", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_OfAnotherLibrary_IsLeftToTheRuntime() =>
        Assert.Equal(0, BridgeLoader.Resolve("libother.so", typeof(object).Assembly, null));
}
