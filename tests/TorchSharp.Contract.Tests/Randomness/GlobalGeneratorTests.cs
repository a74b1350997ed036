using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Randomness;

[Collection(typeof(RunAlone))]
public class GlobalGeneratorTests
{
    // PyTorch prints four places.
    [Fact]
    public void ManualSeed_Zero_GivesPyTorchsNumbers()
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        Numbers.AssertClose([1.5410f, -0.2934f, -2.1788f, 0.5684f, -1.0845f], randn(5), 3e-5);
        manual_seed(0);
        Numbers.AssertClose([0.4963f, 0.7682f, 0.0885f], rand(3), 7e-5);
        manual_seed(0);
        Assert.Equal([4L, 9, 3, 0, 3], randint(10, [5L]).data<long>().ToArray());
        manual_seed(0);
        Assert.Equal([4L, 1, 7, 5, 3, 9, 0, 8, 6, 2], randperm(10).data<long>().ToArray());
    }

    // What make the golden network: the weights in mlp.pth, then the entries in mlp_t0.npy and the noise in mlp_eps.npy (PyTorch 1.13).
    [Fact]
    public void ManualSeed_One_GivesPyTorchsLayersIntegersAndNoise()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        Modules.Linear[] linears = [nn.Linear(2, 32), nn.Linear(32, 32), nn.Linear(32, 32), nn.Linear(32, 2)];
        Modules.Embedding[] tables = [nn.Embedding(100, 32), nn.Embedding(100, 32), nn.Embedding(100, 32)];
        var entries = randint(0, 100, [64L]);
        var noise = randn(64, 2);

        AssertBegins([0.36434609f, -0.31210154f, -0.13708077f], linears[0].weight!);
        AssertBegins([-0.39637551f, -0.11639400f, -0.01369798f], linears[0].bias!);
        AssertBegins([0.06027655f, 0.03166470f, -0.07519596f], linears[1].weight!);
        AssertBegins([-0.02368278f, 0.08974411f, -0.07517811f], linears[2].bias!);
        Numbers.AssertClose([0.03441117f, 0.12722932f], linears[3].bias!);
        AssertBegins([-0.68986869f, -0.78419793f, 0.81491953f], tables[0].weight!);
        AssertBegins([0.00370669f, -0.99502617f, -1.61981606f], tables[2].weight!);
        Assert.Equal([21L, 15, 91, 10, 41, 13, 83, 85], entries[..8].data<long>().ToArray());
        AssertBegins([-0.33056304f, 0.07325967f, -0.29653704f, -0.31016818f], noise);
        Numbers.AssertClose([0.50589484f], noise[63, 1]);
    }

    // The first weights in attention_unet.pth (PyTorch 1.13): the normalisation between the convolutions draws nothing.
    [Fact]
    public void ManualSeed_Three_GivesPyTorchsConvolutions()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var first = nn.Conv2d(3, 8, 3, 1, 1, bias: false);
        nn.GroupNorm(1, 8);
        var second = nn.Conv2d(8, 8, 3, 1, 1, bias: false);
        AssertBegins([-0.19080906f, -0.15181643f, -0.08242927f], first.weight);
        AssertBegins([0.01218713f, -0.02541941f, 0.03070241f], second.weight);
    }

    [Fact]
    public void Generator_Drawn_LeavesTheGlobalOneAlone()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var before = get_rng_state();
        randn(10, generator: generator);
        randperm(10, generator: generator);
        ones(4).uniform_(0, 1, generator).normal_(0, 1, generator);
        Assert.Equal(before.bytes.ToArray(), get_rng_state().bytes.ToArray());
    }

    private static void AssertBegins(ReadOnlySpan<float> expected, Tensor actual) =>
        Numbers.AssertClose(expected, actual.reshape(-1)[..expected.Length]);
}
