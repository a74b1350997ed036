using System.Globalization;
using Workbook.Jupyter;
using Workbook.Sessions;

namespace Workbook.Tests.Jupyter;

/// <summary>What a cell may do wrong: the kernel survives it, and the reader is told.</summary>
public sealed class KernelFaultTests(LiveKernel kernel) : IClassFixture<LiveKernel>
{
    private WireClient Client => kernel.Client;

    [Theory]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill(); await Task.Delay(-1);", "(SIGKILL)")]
    [InlineData("int Deep(int x) => Deep(x + 1) + 1; Deep(0)", "stack overflow")]
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
    public void Cell_ThatWritesTwoHundredMegabytes_IsCutShortAndSaysSo()
    {
        var answer = Client.Execute("var line = new string('z', 100_000); for (var i = 0; i < 2_000; i++) Console.Write(line); var written = true;");

        Assert.Equal("ok", answer.Status);
        Assert.Equal(OutputLimit.MostText, answer.Out.Count(letter => letter == 'z'));
        Assert.EndsWith("What it goes on to write is not shown.\n", answer.Out, StringComparison.Ordinal);
        Assert.Equal("True", Client.Execute("written").Plain);
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
            var cell = other.Post("for (var i = 0; i < 2_000; i++) Console.WriteLine(new string('y', 1_000)); var printed = true;");
            other.Await(KernelChannel.IOPub, "stream", cell);
        }

        Assert.Equal("True", Client.Execute("printed").Plain);
    }

    [Fact]
    public async Task Kernels_TenAtOnce_KnowNothingOfEachOther()
    {
        var kernels = Enumerable.Range(0, 10).Select(_ => new LiveKernel()).ToList();
        try
        {
            await Task.WhenAll(kernels.Select(one => Task.Run(() => one.InitializeAsync().AsTask())));
            for (var i = 0; i < kernels.Count; i++)
                kernels[i].Client.Execute($"var mine = {i};");

            Assert.Equal("DeadKernel", kernels[0].Client.Execute("Environment.Exit(1);").Reply.Text("ename"));

            Assert.Equal(
                Enumerable.Range(1, 9).Select(i => $"{i}"), kernels.Skip(1).Select(one => one.Client.Execute("mine").Plain));
        }
        finally
        {
            await Task.WhenAll(kernels.Select(one => one.DisposeAsync().AsTask()));
        }
    }
}
