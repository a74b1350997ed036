using Workbook.Jupyter;

namespace Workbook.Tests.Jupyter;

/// <summary>How a kernel ends.</summary>
public sealed class KernelEndTests(LiveKernel kernel) : IClassFixture<LiveKernel>
{
    [Fact]
    public async Task Shutdown_WhileACellRuns_IsAnsweredAndEndsTheSession()
    {
        var client = kernel.Client;
        var session = int.Parse(client.Execute("Environment.ProcessId").Plain!, System.Globalization.CultureInfo.InvariantCulture);
        using var process = System.Diagnostics.Process.GetProcessById(session);
        var cell = client.Post("Console.WriteLine(\"on\"); while (true) { }");
        client.Await(KernelChannel.IOPub, "stream", cell);

        var reply = client.Ask("shutdown_request", new() { ["restart"] = true }, KernelChannel.Control);

        Assert.True((bool)reply.Content["restart"]!);
        await kernel.Serving;
        await kernel.StopAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
