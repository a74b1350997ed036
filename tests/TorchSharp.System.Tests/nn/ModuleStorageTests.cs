using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public sealed class ModuleStorageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("modules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Save_ThenLoad_GivesTheSameState()
    {
        using var scope = NewDisposeScope();
        var (saved, loaded) = (Network(), Network());
        saved.save(In("net.dat"));
        Assert.Same(loaded, loaded.load(In("net.dat")));
        foreach (var (name, tensor) in saved.state_dict()) Assert.True(loaded.state_dict()[name].Equals(tensor), name);
        Assert.Equal(["net.dat"], Directory.EnumerateFiles(folder).Select(Path.GetFileName));
    }

    // The bytes that TorchSharp 0.107 writes for Linear(2, 1) without bias and the weights 1 and −2.
    [Fact]
    public void Save_WritesTorchSharpsBytes()
    {
        using var scope = NewDisposeScope();
        var linear = Linear(2, 1, hasBias: false);
        using (no_grad()) linear.weight!.copy_(tensor([1f, -2f]).view(1, 2));
        using var stream = new MemoryStream();
        linear.save(stream);
        byte[] expected = [1, 6, .. "weight"u8, 6, 2, 1, 2, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0];
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void Load_Skipping_LeavesWhatIsSkipped()
    {
        using var scope = NewDisposeScope();
        var (saved, loaded) = (Network(), Network());
        saved.save(In("net.dat"));
        var before = loaded.state_dict()["0.bias"].clone();
        loaded.load(In("net.dat"), skip: ["0.bias"]);
        Assert.True(loaded.state_dict()["0.bias"].Equals(before));
        Assert.True(loaded.state_dict()["0.weight"].Equals(saved.state_dict()["0.weight"]));
    }

    [Fact]
    public void Load_NotStrict_TakesWhatBothHave()
    {
        using var scope = NewDisposeScope();
        var saved = Network();
        saved.save(In("part.dat"), skip: ["1.running_mean"]);
        var loaded = Sequential(("0", Linear(3, 4)));
        var told = new Dictionary<string, bool>();
        loaded.load(In("part.dat"), strict: false, loadedParameters: told);
        Assert.True(loaded.state_dict()["0.weight"].Equals(saved.state_dict()["0.weight"]));
        Assert.True(told["0.weight"]);
        Assert.False(told["1.weight"]);
        Assert.DoesNotContain("1.running_mean", told.Keys);
    }

    [Fact]
    public void Load_WhatDoesNotFit_IsRefusedAndChangesNothing()
    {
        using var scope = NewDisposeScope();
        Network().save(In("net.dat"));
        var other = Sequential(("0", Linear(3, 4)), ("1", BatchNorm1d(4)), ("2", Linear(4, 5)));
        var before = other.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        var sizes = Assert.Throws<ArgumentException>(() => Sequential(("0", Linear(3, 4))).load(In("net.dat")));
        Assert.Contains("expected 2, but found 9", sizes.Message);
        Assert.Contains("2.weight", Assert.Throws<ArgumentException>(() => other.load(In("net.dat"))).Message);
        Assert.Contains("Float32 into Float64", Assert.Throws<ArgumentException>(() => Network().to(float64).load(In("net.dat"))).Message);
        foreach (var (name, tensor) in before) Assert.True(other.state_dict()[name].Equals(tensor), name);
    }

    [Fact]
    public void Load_FromAFileThatIsCutShort_SaysSo()
    {
        using var scope = NewDisposeScope();
        Network().save(In("net.dat"));
        File.WriteAllBytes(In("short.dat"), File.ReadAllBytes(In("net.dat"))[..^3]);
        Assert.Contains("cut short", Assert.Throws<EndOfStreamException>(() => Network().load(In("short.dat"))).Message);
        Assert.Throws<FileNotFoundException>(() => Network().load(In("none.dat")));
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Bool)]
    public void Tensor_SavedAndLoaded_IsTheSame(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var saved = arange(6).view(2, 3).t().to(type);
        saved.Save(In("tensor.dat"));
        var loaded = Tensor.Load(In("tensor.dat"));
        Assert.Equal((type, 3, 2), (loaded.dtype, loaded.shape[0], loaded.shape[1]));
        Assert.True(loaded.Equals(saved));
        var target = zeros_like(saved);
        using (var reader = new BinaryReader(File.OpenRead(In("tensor.dat")))) target.Load(reader);
        Assert.True(target.Equals(saved));
    }

    [Fact]
    public void TensorLoad_OfOtherBytes_SaysSo()
    {
        string Problem(params byte[] bytes) => Assert.Throws<InvalidDataException>(() => Tensor.Load(new MemoryStream(bytes))).Message;
        Assert.Contains("no element type 80", Problem(0x50, 0x4B, 3, 4));
        Assert.Contains("too many digits", Problem([.. Enumerable.Repeat((byte)0xFF, 12)]));
        Assert.Contains("it has 100 dimensions", Problem(6, 100));
    }

    private static Modules.Sequential Network() => Sequential(("0", Linear(3, 4)), ("1", BatchNorm1d(4)), ("2", Linear(4, 2)));

    private string In(string name) => Path.Combine(folder, name);
}
