using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Lifetime;

public class DisposeScopeTests
{
    private Tensor? kept;

    [Fact]
    public void MoveToOuter_FromTheInnerOfTwo_SurvivesUntilTheOuterEnds()
    {
        Tensor moved;
        using (NewDisposeScope())
        {
            using (NewDisposeScope()) moved = ones(2).MoveToOuterDisposeScope();
            Assert.False(moved.IsInvalid);
        }
        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void MoveToOuter_WithoutAnOuter_LeavesEveryScope()
    {
        Tensor moved;
        using (NewDisposeScope()) moved = ones(2).MoveToOuterDisposeScope();
        Assert.Equal([1, 1], moved.Values());
        moved.Dispose();
    }

    [Fact]
    public void Detach_FromTheInnerOfTwo_SurvivesBoth()
    {
        Tensor free;
        using (NewDisposeScope())
        using (NewDisposeScope())
            free = ones(2).DetachFromDisposeScope();
        Assert.Equal([1, 1], free.Values());
        free.Dispose();
    }

    [Fact]
    public void Dispose_ByHandInAScope_IsOnceAndForAll()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (ones(1), ones(1));
        first.Dispose();
        Assert.Equal(1, scope.DisposablesCount);
        Assert.False(second.IsInvalid);
    }

    // A table that is made when first asked for dies with the asker's scope: it has to be detached.
    [Fact]
    public void Field_FirstSetInsideAScope_DiesWithIt()
    {
        using (NewDisposeScope()) kept ??= ones(1);
        Assert.True(kept.IsInvalid);
    }

    // Why no scope is held across a yield: it is the thread's innermost one while the consumer works.
    [Fact]
    public void Scope_HeldAcrossAYield_TakesTheConsumersTensors()
    {
        static IEnumerable<int> Steps()
        {
            using var scope = NewDisposeScope();
            yield return 1;
        }
        Tensor? made = null;
        foreach (var _ in Steps()) made = ones(1);
        Assert.True(made!.IsInvalid);
    }

    [Fact]
    public void Gradient_ReadInAScope_StaysWithItsParameter()
    {
        using var x = Numbers.Parameter([2]);
        using (NewDisposeScope())
        {
            x.square().sum().backward();
            Assert.NotNull(x.grad);
        }
        Assert.Equal([.. x.Values().Select(v => 2 * v)], x.grad!.Values());
    }

    [Fact]
    public void StateDict_ReadInAScope_LeavesTheModuleWhole()
    {
        using var net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2));
        using (NewDisposeScope())
        {
            Assert.NotEmpty(net.state_dict());
            Assert.NotEmpty(net.parameters());
            Assert.NotEmpty(net.buffers());
            net.call(zeros(1, 1, 4, 4));
        }
        Assert.All(net.state_dict().Values, tensor => Assert.False(tensor.IsInvalid));
        Assert.Equal(1, net.state_dict()["1.num_batches_tracked"].item<long>());
    }

    // Whoever makes a network inside a scope and wants to keep it detaches its parameters.
    [Fact]
    public void Module_MadeInsideAScope_KeepsWhatIsDetached()
    {
        Modules.Linear net;
        using (var scope = NewDisposeScope())
        {
            net = nn.Linear(2, 3);
            scope.Detach([.. net.parameters()]);
        }
        Assert.All(net.parameters(), parameter => Assert.False(parameter.IsInvalid));
        net.Dispose();
        Assert.True(net.weight!.IsInvalid);
    }
}
