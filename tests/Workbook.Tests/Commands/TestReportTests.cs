using Workbook.Commands;

namespace Workbook.Tests.Commands;

public sealed class TestReportTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_OfAReport_CountsAndShowsFailuresAndReasons()
    {
        Write("""
            <assemblies><assembly passed="3" failed="1" skipped="2" errors="0"><collection>
              <test name="A.B_C_D" result="Fail"><failure><message>Expected 1</message><stack-trace>at A.B</stack-trace></failure></test>
              <test name="A.E" result="Skip"><reason>no browser</reason></test>
              <test name="A.F" result="Skip"><reason>no browser</reason></test>
              <test name="A.G" result="Pass" />
            </collection></assembly></assemblies>
            """);
        var report = Read(2);
        Assert.Equal("3 passed, 1 failed, 2 skipped", report.Summary);
        Assert.Equal(["FAILED A.B_C_D\n    Expected 1\n    at A.B", "skipped 2: no browser"], report.Notes);
    }

    [Fact]
    public void Read_OfACrashAfterPassingTests_IsAFailure()
    {
        Write("""<assemblies><assembly passed="3" failed="0" skipped="0" errors="0" /></assemblies>""");
        var report = Read(139);
        Assert.Equal("3 passed, 1 failed", report.Summary);
        Assert.Contains("exit code 139:\nthe last line", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<assemblies><assembly pas")]
    public void Read_OfNoReport_IsAFailure(string text)
    {
        Write(text);
        Assert.Equal("0 passed, 1 failed", Read(134).Summary);
    }

    [Fact]
    public void Read_OfNothingToRun_IsNothing()
    {
        File.Delete(_path);
        Assert.Equal("0 passed, 0 failed", Read(0).Summary);
    }

    [Fact]
    public void Plus_OfTwo_AddsThem() =>
        Assert.Equal("4 passed, 1 failed, 2 skipped", new TestReport(1, 1, 0, ["a"]).Plus(new TestReport(3, 0, 2, ["b"])).Summary);

    private void Write(string text) => File.WriteAllText(_path, text);

    private TestReport Read(int exitCode) => TestReport.Read("A", _path, exitCode, "the last line");
}
