using Workbook.Base;
using Workbook.Commands;
using Workbook.Setup;

namespace Workbook.Tests.Setup;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Examine_BeforeSetUp_SaysWhereTorchSharpComesFrom()
    {
        var torch = await FindAsync("TorchSharp");
        Assert.Equal(new Finding("TorchSharp", "on cpu; comes with the library", Severity.Note, "./workbook setup"), torch);
    }

    [Theory]
    [InlineData("proc/driver/nvidia/version")]
    [InlineData("usr/lib/wsl/lib/libcuda.so.1")] // Windows' driver, as its subsystem for Linux sees it.
    public async Task Examine_CudaWithADriver_IsNotWrong(string path)
    {
        DeviceChoice.Save(_tree.Repository, "cuda");
        Directory.CreateDirectory(Path.GetDirectoryName(System(path))!);
        await File.WriteAllTextAsync(System(path), "", TestContext.Current.CancellationToken);
        Assert.Equal("on cuda; comes with the library", (await FindAsync("TorchSharp")).Text);
    }

    [Fact]
    public async Task Examine_CudaWithoutADriver_OffersTheCpu()
    {
        DeviceChoice.Save(_tree.Repository, "cuda");
        Assert.Equal("./workbook setup --device cpu", (await FindAsync("TorchSharp")).Remedy);
    }

    [Fact]
    public async Task Examine_AsAnOrdinaryUser_GivesTheLineWithSudo() => Assert.Equal(
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium", (await FindAsync("chromium", isRoot: false)).Remedy);

    [Theory]
    [InlineData("linux-arm64")]
    [InlineData("linux-musl-x64")]
    public void WhyNot_OfAPlatformWithoutTorchSharp_NamesItAndThoseThatHaveIt(string rid)
    {
        Assert.StartsWith($"TorchSharp has no native library for {rid}, only for linux-x64, win-x64", Platform.WhyNot(rid), StringComparison.Ordinal);
        Assert.Null(Platform.WhyNot("linux-x64"));
    }

    [Fact]
    public async Task Examine_WithoutBrowserFontsAndAssets_NotesEach()
    {
        foreach (var subject in new[] { "chromium", "fonts", "pages", "library" })
        {
            var finding = await FindAsync(subject);
            Assert.Equal(Severity.Note, finding.Severity);
            Assert.NotNull(finding.Remedy);
        }
    }

    [Fact]
    public void Report_WithSomethingWrong_SaysHowMuchAndFails()
    {
        var text = new StringWriter();
        var code = DoctorCommand.Report([new("a", "fine"), new("bb", "broken", Severity.Wrong, "mend it")], text);
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("-> mend it", text.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("1 thing is wrong; each has its remedy above.\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_WithNotesOnly_Succeeds() =>
        Assert.Equal(ExitCode.Success, DoctorCommand.Report([new("a", "slow", Severity.Note, "hurry")], TextWriter.Null));

    private async Task<Finding> FindAsync(string subject, bool isRoot = true)
    {
        var findings = await new Doctor(_tree.Repository, _tree.Machine(isRoot)).ExamineAsync(TestContext.Current.CancellationToken);
        return findings.Single(finding => finding.Subject == subject);
    }

    private string System(string path) => Path.Combine(Path.GetDirectoryName(_tree.Tools)!, "system", path);
}
