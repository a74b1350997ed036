using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Randomness;

public class GeneratorTests
{
    // PyTorch prints four places.
    [Fact]
    public void Generator_OfSeedZero_GivesWhatManualSeedGives()
    {
        using var generator = new Generator(0);
        using var numbers = randn(5, generator: generator);
        Numbers.AssertClose([1.5410f, -0.2934f, -2.1788f, 0.5684f, -1.0845f], numbers, 3e-5);
    }

    public static TheoryData<string> Draws => ["randn", "rand", "randint", "randperm", "normal_", "uniform_"];

    [Theory]
    [MemberData(nameof(Draws))]
    public void Draw_FromEqualGenerators_GivesTheSameAndGoesOn(string how)
    {
        using var scope = NewDisposeScope();
        using var first = new Generator(5, CPU);
        using var second = new Generator(5, CPU);
        var drawn = Draw(how, first);
        Assert.True(drawn.Equals(Draw(how, second)));
        Assert.False(drawn.Equals(Draw(how, first)));
    }

    // Whoever sets a state compares its size first: one of another size ends the process.
    [Fact]
    public void State_ThroughBytes_MovesToAnotherGenerator()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(9);
        randn(7, generator: generator);
        var state = generator.get_state();
        Assert.Equal((ScalarType.Byte, 1), (state.dtype, state.dim()));
        var copy = empty(state.shape, dtype: ScalarType.Byte);
        state.bytes.ToArray().CopyTo(copy.bytes);
        using var other = new Generator(1);
        other.set_state(copy);
        Assert.True(randn(10, generator: generator).Equals(randn(10, generator: other)));
    }

    [Fact]
    public void ManualSeed_OnAGenerator_BeginsItsNumbersAnew()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        generator.manual_seed(7);
        var first = randn(4, generator: generator);
        generator.manual_seed(7);
        Assert.True(first.Equals(randn(4, generator: generator)));
        Assert.Equal("cpu", generator.device.ToString());
    }

    private static Tensor Draw(string how, Generator generator) => how switch
    {
        "randn" => randn([20], dtype: float32, device: CPU, generator: generator),
        "rand" => rand([4, 5], device: CPU, generator: generator),
        "randint" => randint(100, [20L], dtype: int64, device: CPU, generator: generator),
        "randperm" => randperm(20, dtype: int64, device: CPU, generator: generator),
        "normal_" => zeros(20).normal_(0, 1, generator),
        _ => zeros(20).uniform_(-1, 1, generator),
    };
}
