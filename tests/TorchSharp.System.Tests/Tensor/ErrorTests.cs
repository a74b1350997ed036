using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

// Each goes on to use the tensors: an error must leave the process and the tensors as they were.
public class ErrorTests
{
    [Fact]
    public void Matmul_OfShapesThatDoNotFit_SaysWhich()
    {
        using var scope = NewDisposeScope();
        var a = ones(2, 3);
        var b = ones(4, 5);
        var error = Assert.Throws<ExternalException>(() => a.matmul(b));
        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", error.Message);
        Assert.Equal(6f, a.sum().item<float>());
    }

    [Fact]
    public void Add_OfShapesThatDoNotFit_SaysWhich()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => ones(2) + ones(3));
        Assert.StartsWith("The size of tensor a (2) must match the size of tensor b (3)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("frame #", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Matmul_OfElementTypesThatDiffer_SaysWhich()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => ones(2, 2).matmul(ones(2, 2, float64)));
        Assert.Contains("double", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Reshape_ToAnotherNumberOfElements_SaysWhich()
    {
        using var a = ones(2, 3);
        var error = Assert.Throws<ExternalException>(() => a.reshape(4));
        Assert.Equal("shape '[4]' is invalid for input of size 6", error.Message);
    }

    [Fact]
    public void Cat_OfNothing_IsRefused() =>
        Assert.Throws<ExternalException>(() => cat(Array.Empty<Tensor>()));

    [Fact]
    public void RequiresGrad_OfWholeNumbers_IsRefused() =>
        Assert.Throws<ExternalException>(() => ones(2, int64, requires_grad: true));

    [Fact]
    public void Device_ThatIsNotThere_IsRefused()
    {
        Assert.SkipWhen(cuda.is_available(), "There is a GPU here.");
        using var a = ones(2);
        Assert.ThrowsAny<Exception>(() => a.cuda());
        Assert.Throws<NotSupportedException>(() => ones(2, device: CUDA));
        Assert.Equal(2f, a.sum().item<float>());
    }

    [Fact]
    public void Tensor_Disposed_IsRefusedEverywhere()
    {
        var a = ones(2);
        using var b = ones(2);
        a.Dispose();
        a.Dispose();
        Assert.True(a.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => a + b);
        Assert.Throws<InvalidOperationException>(() => b + a);
        Assert.Throws<InvalidOperationException>(() => b.add_(a));
        Assert.Throws<InvalidOperationException>(() => cat([b, a]));
        Assert.Throws<InvalidOperationException>(() => a.shape);
        Assert.Throws<InvalidOperationException>(() => a.data<float>());
        Assert.Throws<InvalidOperationException>(() => a.backward());
        Assert.Equal(2f, b.sum().item<float>());
    }

    [Fact]
    public void Null_AmongTensors_IsRefused()
    {
        using var a = ones(2);
        Assert.ThrowsAny<Exception>(() => cat([a, null!]));
        Assert.ThrowsAny<Exception>(() => a + (Tensor)null!);
        Assert.Equal(2f, a.sum().item<float>());
    }

    [Fact]
    public void Error_OnEachOfManyThreads_IsThatThreadsOwn()
    {
        Parallel.For(0, 200, at =>
        {
            using var scope = NewDisposeScope();
            var error = Assert.Throws<ExternalException>(() => ones(6).reshape(100 + at));
            Assert.Equal($"shape '[{100 + at}]' is invalid for input of size 6", error.Message);
        });
    }
}
