using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Networks;

// TorchSharp's own format, which readers of notebooks may use; the library stores safetensors.
public class FileTests
{
    [Fact]
    public void Save_OfAModule_WritesNamesShapesAndElements()
    {
        using var scope = NewDisposeScope();
        var linear = nn.Linear(2, 1, hasBias: false);
        using (no_grad()) linear.weight!.copy_(tensor(new float[,] { { 1, -2 } }));
        using var stream = new MemoryStream();
        linear.save(stream);
        byte[] expected = [1, 6, .. "weight"u8, 6, 2, 1, 2, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0];
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void Load_OfWhatWasSaved_GivesTheSameState()
    {
        using var scope = NewDisposeScope();
        var (saved, loaded) = (Network(2), Network(2));
        using var stream = Saved(saved);
        loaded.load(stream);
        Assert.All(saved.state_dict(), entry => Assert.True(loaded.state_dict()[entry.Key].Equals(entry.Value), entry.Key));
    }

    // Why the library compares all shapes before it copies the first weight.
    [Fact]
    public void Load_OfALaterShapeThatDiffers_ThrowsHalfLoaded()
    {
        using var scope = NewDisposeScope();
        var (saved, loaded) = (Network(5), Network(2));
        using var stream = Saved(saved);
        Assert.ThrowsAny<Exception>(() => loaded.load(stream));
        Assert.True(loaded.state_dict()["0.weight"].Equals(saved.state_dict()["0.weight"]));
    }

    private static Modules.Sequential Network(long outputs) => nn.Sequential(nn.Linear(3, 4), nn.Linear(4, outputs));

    private static MemoryStream Saved(Modules.Sequential net)
    {
        var stream = new MemoryStream();
        net.save(stream);
        return new(stream.ToArray());
    }
}
