namespace Workbook.Tests.Jupyter;

/// <summary>Cells that VS Code sends.</summary>
public sealed class VSCodeTests(LiveKernel kernel) : IClassFixture<LiveKernel>
{
    private WireClient Client => kernel.Client;

    [Fact]
    public void Display_UpdatedLaterInItsCell_IsReplacedEachTimeTheCellRuns()
    {
        const string Code = "var d = display(\"one\"); System.Threading.Thread.Sleep(2000); d.Update(\"two\");";
        Client.Execute(Code); // compiled for the first time it takes longer than to be forgotten
        var cell = new VSCodeCell("live");

        for (var run = 0; run < 2; run++)
        {
            cell.Run(Client, Code);

            Assert.Equal(["one", "two"], cell.Seen);
            Assert.Equal(["two"], cell.Shown);
        }
    }

    [Fact]
    public void Display_UpdatedByALaterCell_IsReplaced()
    {
        var cell = new VSCodeCell("shown");
        cell.Run(Client, "var kept = display(\"one\");");
        cell.Run(Client, "kept = display(\"one\");");

        var other = Client.Execute("kept.Update(\"two\");");
        foreach (var heard in other.Heard)
            cell.Take(heard, TimeSpan.Zero);

        Assert.Equal(["two"], cell.Shown);
    }
}
