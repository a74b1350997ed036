using TorchSharp.Tests.Support;
using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

[Collection(typeof(RunAlone))]
public class GeneratorTests
{
    [Fact]
    public void Generator_OfTheSameSeed_GivesTheSameNumbers()
    {
        using var scope = NewDisposeScope();
        using var first = new Generator(5);
        using var second = new Generator(5);
        Assert.True(randn(20, generator: first).Equals(randn(20, generator: second)));
        Assert.True(rand([3, 2], generator: first).Equals(rand([3, 2], generator: second)));
        Assert.True(randint(100, [20L], generator: first).Equals(randint(100, [20L], generator: second)));
        Assert.True(randperm(20, generator: first).Equals(randperm(20, generator: second)));
        Assert.False(randn(20, generator: first).Equals(randn(20, generator: first)));
    }

    [Fact]
    public void Generator_Seed42_GivesPyTorchsNumbers()
    {
        using var generator = new Generator(42);
        using var numbers = randn(3, generator: generator);
        var values = numbers.data<float>().ToArray();
        Assert.Equal(0.33669036626815796f, values[0], 1e-6f);
        Assert.Equal(0.12880940735340118f, values[1], 1e-6f);
        Assert.Equal(0.23446236550807953f, values[2], 1e-6f);
    }

    [Fact]
    public void Generator_Drawn_LeavesTheGlobalOneAlone()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var before = get_rng_state();
        randn(10, generator: generator);
        ones(4).bernoulli_(0.5, generator).uniform_(0, 1, generator).normal_(0, 1, generator);
        Assert.True(before.Equals(get_rng_state()));
    }

    [Fact]
    public void State_SetBack_GivesTheSameNumbersAgain()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(9);
        randn(7, generator: generator);
        var state = generator.get_state();
        var first = randn(10, generator: generator);
        generator.set_state(state);
        Assert.True(first.Equals(randn(10, generator: generator)));
    }

    [Fact]
    public void Seeds_SetAndDrawn_AreTold()
    {
        using var generator = new Generator(3);
        Assert.Equal(3, generator.initial_seed());
        Assert.Same(generator, generator.manual_seed(-4));
        Assert.Equal(-4, generator.initial_seed());
        Assert.Equal(generator.seed(), generator.initial_seed());
    }

    [Fact]
    public void State_OfWrongSize_IsRefused()
    {
        using var generator = new Generator(3);
        using var wrong = zeros(5, uint8);
        Assert.Throws<global::System.Runtime.InteropServices.ExternalException>(() => generator.set_state(wrong));
    }

    [Fact]
    public void Generator_Disposed_SaysSo()
    {
        var generator = new Generator(3);
        generator.Dispose();
        Assert.Throws<ObjectDisposedException>(() => randn(2, generator: generator));
    }
}
