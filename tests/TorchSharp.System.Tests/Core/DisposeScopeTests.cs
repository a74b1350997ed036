using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

// Counts of this thread alone: other tests make tensors at the same time.
public class DisposeScopeTests
{
    private static long Live => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    [Fact]
    public void Dispose_OfAScope_DisposesWhatWasMadeInIt()
    {
        var before = Live;
        Tensor inside;
        using (NewDisposeScope())
        {
            inside = ones(2) + ones(2);
            Assert.Equal(before + 3, Live);
        }
        Assert.Equal(before, Live);
        Assert.True(inside.IsInvalid);
    }

    [Fact]
    public void MoveToOuter_FromTheInnerOfTwo_SurvivesUntilTheOuterEnds()
    {
        Tensor moved;
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                moved = inner.MoveToOuter(ones(2));
                Assert.Equal(0, inner.DisposablesCount);
            }
            Assert.False(moved.IsInvalid);
            Assert.True(outer.Contains(moved));
        }
        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void MoveToOuter_WithoutAnOuter_LeavesEveryScope()
    {
        Tensor moved;
        using (NewDisposeScope())
        {
            moved = ones(2).MoveToOuterDisposeScope();
        }
        Assert.False(moved.IsInvalid);
        moved.Dispose();
    }

    [Fact]
    public void Detach_FromTheInnerOfTwo_SurvivesBoth()
    {
        Tensor kept;
        using (NewDisposeScope())
        using (NewDisposeScope())
        {
            kept = ones(2).DetachFromDisposeScope();
        }
        Assert.Equal(2f, kept.sum().item<float>());
        kept.Dispose();
    }

    [Fact]
    public void Dispose_ByHand_LeavesTheScope()
    {
        using var scope = NewDisposeScope();
        var first = ones(1);
        var second = ones(1);
        var third = ones(1);
        first.Dispose();
        Assert.Equal(2, scope.DisposablesCount);
        Assert.False(scope.Contains(first));
        Assert.True(scope.Contains(second) && scope.Contains(third));
        third.Dispose();
        Assert.Equal([second], scope.DisposablesView, ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public void DisposeEverythingBut_One_KeepsItInTheScope()
    {
        using var scope = NewDisposeScope();
        var (first, kept, last) = (ones(1), ones(1), ones(1));
        scope.DisposeEverythingBut(kept);
        Assert.True(first.IsInvalid && last.IsInvalid);
        Assert.False(kept.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Attach_OfATensorMadeOutside_DisposesItWithTheScope()
    {
        var outside = ones(1);
        using (var scope = NewDisposeScope())
        {
            scope.Attach(outside);
        }
        Assert.True(outside.IsInvalid);
    }

    [Fact]
    public void Attach_OfAnotherScopesTensor_TakesItOver()
    {
        using var outer = NewDisposeScope();
        var tensor = ones(1);
        using var inner = NewDisposeScope();
        inner.Attach(tensor);
        Assert.False(outer.Contains(tensor));
        Assert.True(inner.Contains(tensor));
    }

    [Fact]
    public void Attach_OfSomethingElse_IsRefusedAsInTorchSharp()
    {
        using var stream = new MemoryStream();
        using var scope = NewDisposeScope();
        Assert.Throws<InvalidOperationException>(() => scope.Attach(stream));
    }

    [Fact]
    public void Scope_OfAnotherThread_DoesNotHoldThisThreadsTensors()
    {
        Tensor? made = null;
        using (NewDisposeScope())
        {
            var thread = new Thread(() => made = ones(1));
            thread.Start();
            thread.Join();
        }
        Assert.False(made!.IsInvalid);
        made.Dispose();
    }

    [Fact]
    public void MoveToOther_ByTensor_GoesWhereTheOtherIs()
    {
        using var outer = NewDisposeScope();
        var anchor = ones(1);
        using var inner = NewDisposeScope();
        var moved = ones(1).MoveToOtherDisposeScope(anchor);
        Assert.True(outer.Contains(moved));
    }

    [Fact]
    public void WrappedTensorDisposeScope_OfAFunction_KeepsItsResultAlone()
    {
        var before = Live;
        using (var result = WrappedTensorDisposeScope(() => (ones(3) + 1).sum()))
        {
            Assert.Equal(6f, result.item<float>());
            Assert.Equal(before + 1, Live);
        }
        Assert.Equal(before, Live);
    }

    [Fact]
    public void Finaliser_OfAnAbandonedTensor_FreesIt()
    {
        var weak = Abandon();
        for (var attempt = 0; attempt < 20 && weak.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(weak.IsAlive);
    }

    [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Abandon() => new(ones(1000), trackResurrection: true);
}
