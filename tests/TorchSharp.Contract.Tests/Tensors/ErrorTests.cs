using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Tensors;

// Each goes on to use the tensors: an error must leave the process and the tensors as they were. A few operations end the process
// instead, matmul and Generator.set_state among them, for TorchSharp lets libtorch's exception pass there: whoever calls them compares shapes first.
public class ErrorTests
{
    [Fact]
    public void Shapes_ThatDoNotFit_AreNamed()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones(2, 3), ones(4, 5));
        Assert.Contains("tensor a (3) must match the size of tensor b (5)", Assert.Throws<ExternalException>(() => a + b).Message);
        Assert.Contains("'[4]' is invalid for input of size 6", Assert.Throws<ExternalException>(() => a.reshape(4)).Message);
        Assert.Contains("index 5 out of range", Assert.Throws<ExternalException>(() => a[5]).Message);
        Assert.Equal(6, a.sum().item<float>());
    }

    // What the trainers tell a want of memory by.
    [Fact]
    public void Memory_MoreThanThereIs_IsRefusedInTheseWords()
    {
        var problem = Assert.ThrowsAny<Exception>(() => empty(1L << 50));
        Assert.Contains("can't allocate memory", problem.Message);
    }

    [Fact]
    public void Tensor_Disposed_IsRefused()
    {
        var a = ones(2);
        using var b = ones(2);
        a.Dispose();
        a.Dispose();
        Assert.True(a.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => a + b);
        Assert.Throws<InvalidOperationException>(() => b.add_(a));
        Assert.Throws<InvalidOperationException>(() => a.shape);
        Assert.Equal(2, b.sum().item<float>());
    }
}
