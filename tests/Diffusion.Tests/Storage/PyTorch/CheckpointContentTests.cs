using System.Runtime.InteropServices;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Tests.Storage;

public sealed class CheckpointContentTests : IDisposable
{
    private static readonly byte[] Floats = MemoryMarshal.AsBytes<float>([1, 2, 3]).ToArray();

    // What lies beside weights: numbers, texts, lists; an optimizer's moments, by number.
    private static readonly (string Key, byte[] Value)[] Beside =
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
        var path = Saved([.. Beside, ("model", Weights("weight"))]);
        Assert.Equal([$"{path}: the weights are those in 'model'; beside them lie 'epoch', 'name', 'losses', 'optimizer'."], model.LoadWeights(path));
        Assert.Equal([1f, 2, 3], model.weight.data<float>().ToArray());
    }

    [Fact]
    public void Load_OneDeeperDown_IsFound()
        => Assert.Equal(["weight"], PyTorchCheckpoint.Load(Saved(("state", CheckpointFile.Dictionary(("net", Weights("weight")))))).Keys);

    [Fact]
    public void Load_Several_AreListedAndOneIsTakenByKey()
    {
        var path = Saved([.. Beside, ("model", Weights("a")), ("ema", CheckpointFile.Dictionary(("shadow", Weights("b"))))]);
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
            Assert.Throws<InvalidDataException>(() => PyTorchCheckpoint.Load(Saved(Beside))).Message, StringComparison.Ordinal);

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

    // What AveragedModel, ema-pytorch and DDPM trainers keep beside the weights, tensors with other names.
    [Theory]
    [InlineData("module.", "n_averaged")]
    [InlineData("module._orig_mod.", "n_averaged")]
    [InlineData("ema_model.", "initted", "step")]
    [InlineData("model.", "betas", "alphas_cumprod")]
    public void LoadWeights_APrefixAndTensorsBeside_TakesTheWeightsAndNamesTheRest(string prefix, params string[] beside)
    {
        using var model = nn.Sequential(("layer", nn.Linear(3, 1, hasBias: false)), ("last", nn.Linear(3, 1, hasBias: false)));
        var path = Saved([.. beside.Select(name => (name, CheckpointFile.Tensor(3))), ($"{prefix}layer.weight", CheckpointFile.Tensor(3)), ($"{prefix}last.weight", CheckpointFile.Tensor(3))]);
        Assert.Equal(
            [$"{path}: '{prefix}', with which the weights' names begin, was left out, and so was what lies beside them: {string.Join(", ", beside.Select(name => $"'{name}'"))}."],
            model.LoadWeights(path));
        Assert.All(model.state_dict().Values, value => Assert.Equal([1f, 2, 3], value.data<float>().ToArray()));
    }

    [Fact]
    public void LoadWeights_TheSameNamesUnderTwoPrefixes_AsksWhichAndTakesItByKey()
    {
        using var model = nn.Sequential(("layer", nn.Linear(3, 1, hasBias: false)));
        var names = new[] { "online_model.layer.weight", "ema_model.layer.weight" };
        SafetensorsFile.Save(_folder.File("w.safetensors"), new Dictionary<string, Tensor> { [names[0]] = zeros(1, 3), [names[1]] = ones(1, 3), ["initted"] = ones(1) });
        var error = Assert.Throws<InvalidDataException>(() => model.LoadWeights(_folder.File("w.safetensors")));
        Assert.Contains("the module's names are there 2 times: under ", error.Message, StringComparison.Ordinal);
        Assert.Matches("Name one of them by key: \"(online|ema)_model\"", error.Message);
        Assert.Equal([$"{_folder.File("w.safetensors")}: the weights are those under 'ema_model.'."], model.LoadWeights(_folder.File("w.safetensors"), key: "ema_model"));
        Assert.Equal([1f, 1, 1], model.state_dict()["layer.weight"].data<float>().ToArray());

        var path = Saved(("epoch", [(byte)'K', 7]), ("ema", CheckpointFile.Dictionary((names[0], CheckpointFile.Tensor(3)), (names[1], CheckpointFile.Tensor(3)))));
        Assert.Contains("Name one of them by key: \"ema_model\"", Assert.Throws<InvalidDataException>(() => model.LoadWeights(path)).Message, StringComparison.Ordinal);
        foreach (var key in new[] { "ema_model", "ema.ema_model" })
            Assert.Equal([$"{path}: the weights are those in 'ema' under 'ema_model.'; beside them lie 'epoch'."], model.LoadWeights(path, key));
        Assert.Contains("by key: \"ema.ema_model\"", Assert.Throws<InvalidDataException>(() => model.LoadWeights(path, "ema")).Message, StringComparison.Ordinal);
        Assert.Contains("no state dictionary 'best'", Assert.Throws<InvalidDataException>(() => model.LoadWeights(path, "best")).Message, StringComparison.Ordinal);
        path = Saved((names[0], CheckpointFile.Tensor(3)), (names[1], CheckpointFile.Tensor(3)));
        Assert.Equal([$"{path}: the weights are those under 'ema_model.'."], model.LoadWeights(path, "ema_model"));
        Assert.Contains("at the top (2 tensors). Leave the key out, or name", Assert.Throws<InvalidDataException>(() => model.LoadWeights(path, "best")).Message, StringComparison.Ordinal);
        Assert.Contains("none of its names begins with 'best.'",
            Assert.Throws<InvalidDataException>(() => model.LoadWeights(_folder.File("w.safetensors"), "best")).Message, StringComparison.Ordinal);
    }

    // One name in common is chance: nothing is taken for a prefix then, and all that is surplus is listed.
    [Fact]
    public void LoadWeights_OfAnotherNetworkWithANameInCommon_TakesNoPrefix()
    {
        using var model = nn.Sequential([.. Enumerable.Range(0, 3).Select(i => ($"{i}", (nn.Module<Tensor, Tensor>)nn.Linear(3, 1)))]);
        var error = Assert.Throws<InvalidDataException>(() => model.LoadWeights(Saved(("head.0.weight", CheckpointFile.Tensor(3)), ("other", CheckpointFile.Tensor(3)))));
        Assert.Contains("surplus: head.0.weight [1, 3]", error.Message, StringComparison.Ordinal);
        Assert.Contains("surplus: other [1, 3]", error.Message, StringComparison.Ordinal);
        Assert.Contains("6 × missing, 2 × surplus", error.Message, StringComparison.Ordinal);
        Assert.Contains("No name is the module's", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadWeights_OfAnotherNetwork_ListsSomeOfEachKind()
    {
        using var model = nn.Sequential([.. Enumerable.Range(0, 30).Select(i => ($"part{i}", (nn.Module<Tensor, Tensor>)nn.Linear(1, 1)))]);
        var error = Assert.Throws<InvalidDataException>(() => model.LoadWeights(Saved([.. Enumerable.Range(0, 9).Select(i => ($"other{i}", CheckpointFile.Tensor(3)))])));
        Assert.Contains("do not fit Sequential: 60 × missing, 9 × surplus\n  missing: part0.weight [1, 1]\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("  missing: … and 52 more\n  surplus: other0 [1, 3]\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("  surplus: … and 1 more\n", error.Message, StringComparison.Ordinal);
        Assert.Equal(2 * 8, error.Message.Split('\n').Count(line => line.Contains('[', StringComparison.Ordinal) && line.StartsWith("  ", StringComparison.Ordinal)));
    }

    // Lightning keeps the best loss among its callbacks, and many put the epoch as a tensor.
    [Fact]
    public void Load_ScalarsElsewhere_AreMeasuresAndNoWeights()
    {
        var scores = CheckpointFile.Dictionary(("best_model_score", CheckpointFile.Scalar()));
        var path = Saved(("epoch", CheckpointFile.Scalar()), ("callbacks", CheckpointFile.Dictionary(("ModelCheckpoint{'monitor': 'val'}", scores))), ("state_dict", Weights("weight")));
        Assert.Equal(["weight"], PyTorchCheckpoint.Load(path).Keys);
        Assert.Equal(["epoch"], PyTorchCheckpoint.Load(Saved(("epoch", CheckpointFile.Scalar()))).Keys);
    }

    // Settings, measures and dates as trainers keep them; their classes are named and never made.
    [Theory]
    [InlineData("argparse", "Namespace")]
    [InlineData("numpy.core.multiarray", "scalar")]
    [InlineData("pathlib", "PosixPath")]
    [InlineData("pytorch_lightning.utilities.parsing", "AttributeDict")]
    [InlineData("torch", "device")]
    public void Load_ObjectsBesideTheWeights_AreLeftAlone(string module, string name)
    {
        byte[] called = [.. CheckpointFile.Global(module, name), .. CheckpointFile.Text("x"), 0x85, (byte)'R'];
        byte[] made = [.. CheckpointFile.Global(module, name), (byte)')', 0x81, .. CheckpointFile.Dictionary(("lr", [(byte)'K', 1])), (byte)'b', (byte)'(', .. CheckpointFile.Text("k"), (byte)'N', (byte)'u'];
        using var model = nn.Linear(3, 1, hasBias: false);
        var path = Saved(("args", called), ("more", made), ("model", Weights("weight")));
        Assert.Equal([$"{path}: the weights are those in 'model'; beside them lie 'args', 'more'."], model.LoadWeights(path));
    }

    [Fact]
    public void Load_AnyKeysAndNumbersBesideTheWeights_AreLeftAlone()
    {
        byte[] numbers = [(byte)'}', (byte)'(', (byte)'N', (byte)'K', 1, 0x88, (byte)'K', 2, (byte)'G', 0, 0, 0, 0, 0, 0, 0, 0, (byte)'K', 3,
            (byte)'K', 1, (byte)'K', 2, 0x86, 0x8a, 11, .. new byte[10], 1, (byte)'u'];
        Assert.Equal(["weight"], PyTorchCheckpoint.Load(Saved(("results", numbers), ("model", Weights("weight")))).Keys);
    }

    [Theory]
    [InlineData("torch._utils", "_rebuild_sparse_tensor", "a sparse tensor", "tensor.to_dense()")]
    [InlineData("torch._utils", "_rebuild_qtensor", "a quantised tensor", "tensor.dequantize()")]
    [InlineData("torch", "ComplexFloatStorage", "a tensor of complex numbers", "torch.view_as_real(tensor)")]
    [InlineData("__torch__.models", "Net", "a program of TorchScript", "torch.jit.load(path).state_dict()")]
    public void Load_ATensorThatIsNotRead_IsRefusedByWhatItIs(string module, string name, string what, string remedy)
    {
        var message = Assert.Throws<InvalidDataException>(() => PyTorchCheckpoint.Load(Saved(("w", CheckpointFile.Global(module, name))))).Message;
        Assert.Contains($"it holds {what}", message, StringComparison.Ordinal);
        Assert.Contains(remedy, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OneTensor_TellsHowDataAreSaved()
    {
        File.WriteAllBytes(_folder.File("data.pt"), CheckpointFile.With(CheckpointFile.Pickle(CheckpointFile.Tensor(3)), entries: ("data/0", Floats)));
        Assert.Contains("but one tensor [1, 3]. ", Assert.Throws<InvalidDataException>(() => PyTorchCheckpoint.Load(_folder.File("data.pt"))).Message, StringComparison.Ordinal);
    }

    private static byte[] Weights(string name) => CheckpointFile.Dictionary((name, CheckpointFile.Tensor(3)));

    private string Saved(params (string Key, byte[] Value)[] entries)
    {
        var path = _folder.File("checkpoint.pth");
        File.WriteAllBytes(path, CheckpointFile.With(CheckpointFile.Pickle(CheckpointFile.Dictionary(entries)), entries: ("data/0", Floats)));
        return path;
    }
}
