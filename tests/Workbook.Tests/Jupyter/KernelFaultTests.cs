using System.Globalization;
using Workbook.Jupyter;

namespace Workbook.Tests.Jupyter;

/// <summary>What a cell may do wrong: the kernel survives it, and the reader is told.</summary>
public sealed class KernelFaultTests(LiveKernel kernel) : IClassFixture<LiveKernel>
{
    private WireClient Client => kernel.Client;

    [Theory]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill(); await Task.Delay(-1);", "(SIGKILL)")]
    [InlineData("System.Runtime.InteropServices.Marshal.WriteInt32((nint)(-4096), 1);", "memory")]
    public void Cell_ThatKillsItsSession_IsToldWhyAndTheNextRunsInAFreshOne(string code, string cause)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The system's words for it differ.");
        var before = Client.Execute("Environment.ProcessId").Plain;

        var answer = Client.Execute(code);

        Assert.Equal("error", answer.Status);
        Assert.Contains(cause, answer.Reply.Text("evalue"), StringComparison.Ordinal);
        Assert.Equal("error", answer.Heard[^2].Type);
        Assert.NotEqual(before, Client.Execute("Environment.ProcessId").Plain);
    }

    [Fact]
    public void Cell_ThatAsksForTooMuchMemory_GetsAnExceptionAndKeepsItsSession()
    {
        Client.Execute("var kept = 4;");

        var answer = Client.Execute("var much = new List<byte[]>(); while (true) much.Add(GC.AllocateUninitializedArray<byte>(2_000_000_000));");

        Assert.Equal("System.OutOfMemoryException", answer.Reply.Text("ename"));
        Assert.Equal("4", Client.Execute("kept").Plain);
    }

    [Fact]
    public void Task_ThatFailsUnobserved_HarmsNothing()
    {
        Client.Execute("var kept = 5; _ = Task.Run(() => throw new Exception(\"nobody looks\"));");

        Assert.Equal("5", Client.Execute("GC.Collect(); GC.WaitForPendingFinalizers(); kept").Plain);
    }

    [Fact]
    public void Cell_WithTenThousandOutputs_LosesNone()
    {
        var answer = Client.Execute("for (var i = 0; i < 10_000; i++) display(i);");

        Assert.Equal(
            Enumerable.Range(0, 10_000),
            answer.Heard.Where(message => message.Type == "display_data")
                .Select(message => int.Parse((string)message.Content["data"]!["text/plain"]!, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Cell_OfFiveMegabytes_Runs()
    {
        var answer = Client.Execute($"var text = \"{new string('x', 5_000_000)}\"; text.Length");

        Assert.Equal("5000000", answer.Plain);
    }

    [Fact]
    public void Client_ThatVanishesWhileItsCellPrints_LeavesTheKernelToOthers()
    {
        using (var other = new WireClient(kernel.File, "other"))
        {
            other.Settle();
            other.Post("for (var i = 0; i < 2_000; i++) Console.WriteLine(new string('y', 1_000)); var printed = true;");
            other.Receive(KernelChannel.IOPub);
        }

        Assert.Equal("True", Client.Execute("printed").Plain);
    }
}
