using Diffusion.Storage;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Storage;

public sealed class ModuleWeightsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SaveThenLoad_AModule_GivesTheSameWeights(bool withMetadata)
    {
        using var folder = new TemporaryFolder();
        using var scope = NewDisposeScope();
        using var saved = nn.Linear(3, 2);
        using var loaded = nn.Linear(3, 2);
        var path = folder.File("w.safetensors");
        saved.SaveWeights(path, withMetadata ? new Dictionary<string, string> { ["steps"] = "5" } : null);
        loaded.LoadWeights(path);
        Assert.True(loaded.weight.equal(saved.weight).all().item<bool>());
        Assert.True(loaded.bias!.equal(saved.bias!).all().item<bool>());
        Assert.True(loaded.weight.requires_grad);
        Assert.Equal(withMetadata ? 1 : 0, SafetensorsFile.LoadMetadata(path).Count);
    }

    [Fact]
    public void LoadWeights_FromPyTorch_SetsEveryParameter()
    {
        using var scope = NewDisposeScope();
        using var model = new Predictor();
        model.LoadWeights(Golden.PathOf("mlp.pth"));
        var expected = PyTorchCheckpoint.Load(Golden.PathOf("mlp.pth"));
        foreach (var (key, value) in model.state_dict())
            Assert.True(value.equal(expected[key]).all().item<bool>());
    }

    [Fact]
    public void LoadWeights_WithAllKindsOfMisfits_ListsThemAllAndChangesNothing()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(("a", nn.Linear(3, 2)), ("b", nn.Linear(2, 2)), ("c", nn.Linear(2, 1)));
        var before = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        var weights = model.state_dict().ToDictionary(entry => entry.Key, entry => zeros_like(entry.Value));
        weights.Remove("a.bias");
        weights["d.weight"] = zeros(4);
        weights["b.weight"] = zeros(2, 3);
        weights["b.bias"] = zeros(2, dtype: ScalarType.Int64);
        weights["c.bias"] = tensor(new[] { float.NaN });
        var error = Assert.Throws<InvalidDataException>(() => model.LoadWeights(weights, "w.safetensors"));
        Assert.StartsWith("w.safetensors: ", error.Message, StringComparison.Ordinal);
        foreach (var problem in new[] { "missing: a.bias [2]", "surplus: d.weight [4]", "shape: b.weight is [2, 3], the module's is [2, 2]",
            "type: b.bias is Int64", "value: c.bias holds NaN" })
            Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        foreach (var (key, value) in model.state_dict())
            Assert.True(value.equal(before[key]).all().item<bool>());
    }

    [Fact]
    public void LoadWeights_OfAnotherFloatType_ConvertsThem()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(2, 1);
        model.LoadWeights(new Dictionary<string, Tensor>
        {
            ["weight"] = tensor(new[,] { { 1.5, -2.0 } }),
            ["bias"] = tensor(new[] { 0.25f }).to(ScalarType.BFloat16),
        });
        Assert.Equal(ScalarType.Float32, model.weight.dtype);
        Assert.Equal([1.5f, -2f], model.weight.data<float>().ToArray());
        Assert.Equal(0.25f, model.bias!.item<float>());
    }

    /// <summary>The layers of golden/mlp.pth under PyTorch's names.</summary>
    private sealed class Predictor : nn.Module<Tensor, Tensor>
    {
        private readonly ModuleList<nn.Module> linears = nn.ModuleList<nn.Module>(
            nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 2));

        private readonly ModuleList<nn.Module> step_embeddings = nn.ModuleList<nn.Module>(
            nn.Embedding(100, 32), nn.Embedding(100, 32), nn.Embedding(100, 32));

        public Predictor()
            : base(nameof(Predictor)) => RegisterComponents();

        public override Tensor forward(Tensor input) => throw new NotSupportedException("Only its names are of interest.");
    }
}
