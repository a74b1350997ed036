using System.Runtime.InteropServices;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Tests.Storage;

public sealed class CheckpointContentTests : IDisposable
{
    private static readonly byte[] s_floats = MemoryMarshal.AsBytes<float>([1, 2, 3]).ToArray();

    // What lies beside weights: numbers, texts, lists; an optimizer's moments, by number.
    private static readonly (string Key, byte[] Value)[] s_beside =
    [
        ("epoch", [(byte)'K', 7]),
        ("name", CheckpointFile.Text("run")),
        ("losses", [(byte)']', (byte)'(', (byte)'G', 0x3f, 0xf0, 0, 0, 0, 0, 0, 0, (byte)'N', (byte)'e']),
        ("optimizer", CheckpointFile.Dictionary(("state",
            [(byte)'}', (byte)'K', 0, .. CheckpointFile.Dictionary(("exp_avg", CheckpointFile.Tensor(3)), ("step", [(byte)'K', 5])), (byte)'s']))),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_AStateDictInsideADictionary_IsFoundAndSaid()
    {
        using var model = nn.Linear(3, 1, hasBias: false);
        var path = Saved([.. s_beside, ("model", Weights("weight"))]);
        Assert.Equal([$"{path}: the weights are those in 'model'; beside them lie 'epoch', 'name', 'losses', 'optimizer'."], model.LoadWeights(path));
        Assert.Equal([1f, 2, 3], model.weight.data<float>().ToArray());
    }

    [Fact]
    public void Load_OneDeeperDown_IsFound()
        => Assert.Equal(["weight"], PyTorchCheckpoint.Load(Saved(("state", CheckpointFile.Dictionary(("net", Weights("weight")))))).Keys);

    [Fact]
    public void Load_Several_AreListedAndOneIsTakenByKey()
    {
        var path = Saved([.. s_beside, ("model", Weights("a")), ("ema", CheckpointFile.Dictionary(("shadow", Weights("b"))))]);
        var error = Assert.Throws<InvalidDataException>(() => PyTorchCheckpoint.Load(path));
        Assert.Contains("several state dictionaries: 'model' (1 tensors), 'ema.shadow' (1 tensors). Name one of them by key: \"ema.shadow\"", error.Message, StringComparison.Ordinal);
        Assert.Equal(["b"], PyTorchCheckpoint.Load(path, key: "ema.shadow").Keys);
        Assert.Contains("no state dictionary 'best': 'model'", Assert.Throws<InvalidDataException>(() => PyTorchCheckpoint.Load(path, key: "best")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NumbersAmongTheTensors_AreLeftOutAndSaid()
    {
        using var model = nn.Linear(3, 1, hasBias: false);
        var path = Saved(("weight", CheckpointFile.Tensor(3)), ("version", [(byte)'K', 2]));
        Assert.Equal([$"{path}: 'version' are no tensors and were left out."], model.LoadWeights(path));
    }

    [Fact]
    public void Load_NoTensors_NamesWhatThereIs()
        => Assert.Contains("no state dictionary, but 'epoch', 'name', 'losses', 'optimizer'",
            Assert.Throws<InvalidDataException>(() => PyTorchCheckpoint.Load(Saved(s_beside))).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_ADictionaryThatHoldsItself_Ends()
    {
        byte[] value = [(byte)'}', (byte)'q', 1, .. CheckpointFile.Text("again"), (byte)'h', 1, (byte)'s'];
        Assert.Throws<InvalidDataException>(() => PyTorchCheckpoint.Read(
            new MemoryStream(CheckpointFile.With(CheckpointFile.Pickle(value))), "loop.pth"));
    }

    [Theory]
    [InlineData("module.")]
    [InlineData("_orig_mod.")]
    [InlineData("ema_model.")]
    [InlineData("module._orig_mod.")]
    public void LoadWeights_NamesWithAPrefix_AreTakenWithoutIt(string prefix)
    {
        using var model = nn.Sequential(("layer", nn.Linear(3, 1, hasBias: false)));
        var path = Saved(($"{prefix}layer.weight", CheckpointFile.Tensor(3)));
        Assert.Equal([$"{path}: '{prefix}', with which all its names begin, was left out."], model.LoadWeights(path));
        Assert.Equal([1f, 2, 3], model.state_dict()["layer.weight"].data<float>().ToArray());
    }

    [Fact]
    public void LoadWeights_SafetensorsWithAPrefix_AreTakenWithoutIt()
    {
        using var model = nn.Sequential(("a", nn.Linear(2, 2)), ("b", nn.Linear(2, 2)));
        SafetensorsFile.Save(_folder.File("w.safetensors"), model.state_dict().ToDictionary(entry => $"module.{entry.Key}", entry => ones_like(entry.Value)));
        Assert.Contains("'module.'", Assert.Single(model.LoadWeights(_folder.File("w.safetensors"))), StringComparison.Ordinal);
        Assert.All(model.state_dict().Values, value => Assert.True(value.eq(1).all().item<bool>()));
    }

    // The module's own names decide: its only part may be called "module".
    [Fact]
    public void LoadWeights_OfAModuleWithThatName_LeavesItAlone()
    {
        using var model = nn.Sequential(("module", nn.Linear(3, 1, hasBias: false)));
        Assert.Empty(model.LoadWeights(Saved(("module.weight", CheckpointFile.Tensor(3)))));
    }

    [Fact]
    public void LoadWeights_OfAnotherNetwork_ListsNoMoreThanTwentyProblems()
    {
        using var model = nn.Sequential([.. Enumerable.Range(0, 30).Select(i => ($"part{i}", (nn.Module<Tensor, Tensor>)nn.Linear(1, 1)))]);
        var error = Assert.Throws<InvalidDataException>(() => model.LoadWeights(Saved(("weight", CheckpointFile.Tensor(3)))));
        Assert.Contains("… and 41 more", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Weights(string name) => CheckpointFile.Dictionary((name, CheckpointFile.Tensor(3)));

    private string Saved(params (string Key, byte[] Value)[] entries)
    {
        var path = _folder.File("checkpoint.pth");
        File.WriteAllBytes(path, CheckpointFile.With(CheckpointFile.Pickle(CheckpointFile.Dictionary(entries)), entries: ("data/0", s_floats)));
        return path;
    }
}
