namespace TorchSharp.System.Tests;

public class SmokeTests
{
    [Fact]
    public void Everything_Basic_Works()
    {
        using var scope = torch.NewDisposeScope();
        var x = torch.arange(6, torch.float32).reshape(2, 3);
        var y = (x * 2 + 1).matmul(x.t());
        Assert.Equal([13f, 40f, 31f, 112f], y.data<float>().ToArray());
        var w = torch.ones(3, requires_grad: true);
        (x.matmul(w).sum()).backward();
        Assert.Equal([3f, 5f, 7f], w.grad!.data<float>().ToArray());
        Assert.Equal(4f, x[1, 1].item<float>());
        Assert.Equal([1f, 4f], x[.., 1].data<float>().ToArray());
        torch.manual_seed(1);
        var a = torch.randn(3);
        torch.manual_seed(1);
        Assert.True(torch.randn(3).Equals(a));
    }
}
