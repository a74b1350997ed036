using Workbook.Base;
using Workbook.Jupyter;
using Workbook.Tests.Jupyter;

namespace Notebooks.Tests.Jupyter;

/// <summary>A loop of tensor operations, as a training is one, interrupted through the kernel.</summary>
public sealed class TensorInterruptTests(LiveKernel kernel) : IClassFixture<LiveKernel>
{
    [Theory]
    [InlineData("while (true) { var a = torch.randn(500, 500); a = a.matmul(a); }")]
    [InlineData("var a = torch.randn(500, 500); for (var i = 0; ; i++) { await Task.Yield(); a = a.matmul(a) / 100; }")]
    public void Interrupt_OfALoopOfTensorOperations_StopsItAndKeepsTheState(string loop)
    {
        var client = kernel.Client;
        var library = Repository.Find(AppContext.BaseDirectory).Library;
        client.Execute($"#r \"{library}/TorchSharp.dll\"\nusing TorchSharp;\nvar kept = torch.ones(3);");
        var id = client.Post($"Console.WriteLine(\"on\"); {loop}");
        client.Await(KernelChannel.IOPub, "stream", id);

        client.Ask("interrupt_request", channel: KernelChannel.Control);

        Assert.Equal("OperationCanceledException", client.Finish(id).Reply.Text("ename"));
        Assert.Equal("3", client.Execute("kept.sum().item<float>()").Plain);
    }
}
