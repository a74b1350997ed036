using Workbook.Commands;
using Workbook.Setup;

namespace Workbook.Tests.Setup;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Examine_BeforeSetUp_SaysThatNoEngineIsChosen()
    {
        var engine = await FindAsync("engine");
        Assert.Equal((Severity.Wrong, "./workbook setup"), (engine.Severity, engine.Remedy));
    }

    [Fact]
    public async Task Examine_WithoutACompiler_GivesTheLineToType()
    {
        Choose(DebianLibTorch());
        var compiler = await FindAsync("compiler");
        Assert.Equal(Severity.Wrong, compiler.Severity);
        Assert.Equal("apt-get update && apt-get install -y --no-install-recommends g++", compiler.Remedy);
    }

    [Fact]
    public async Task Examine_AsAnOrdinaryUser_GivesTheLineWithSudo()
    {
        Choose(DebianLibTorch());
        Assert.Equal("sudo apt-get update && sudo apt-get install -y --no-install-recommends g++", (await FindAsync("compiler", isRoot: false)).Remedy);
    }

    [Theory]
    [InlineData("proc/driver/nvidia/version")]
    [InlineData("usr/lib/wsl/lib/libcuda.so.1")] // Windows' driver, as its subsystem for Linux sees it.
    public async Task Examine_CudaWithADriver_IsFine(string path)
    {
        Choose(DebianLibTorch(), "cuda");
        Directory.CreateDirectory(Path.GetDirectoryName(System(path))!);
        await File.WriteAllTextAsync(System(path), "", TestContext.Current.CancellationToken);
        Assert.Equal(Severity.Fine, (await FindAsync("engine")).Severity);
    }

    [Fact]
    public async Task Examine_WithACompiler_ShowsItsVersion()
    {
        Choose(DebianLibTorch());
        _tree.WriteTool("g++", "echo 'g++ 99.1'; echo more");
        Assert.Equal(new Finding("compiler", "g++ 99.1"), await FindAsync("compiler"));
    }

    [Theory]
    [InlineData("openblas-pthread", false)]
    [InlineData("blas", true)]
    public async Task Examine_BySelectedBlas_WarnsOfTheReferenceOne(string selected, bool isWrong)
    {
        Choose(DebianLibTorch());
        var libraries = System("usr/lib/x86_64-linux-gnu");
        foreach (var name in new[] { "openblas-pthread", "blas" })
        {
            Directory.CreateDirectory(Path.Combine(libraries, name));
            File.WriteAllText(Path.Combine(libraries, name, "libblas.so.3"), name);
        }

        File.CreateSymbolicLink(Path.Combine(libraries, "libblas.so.3"), Path.Combine(libraries, selected, "libblas.so.3"));
        var blas = await FindAsync("BLAS");
        Assert.Equal(isWrong ? Severity.Wrong : Severity.Fine, blas.Severity);
        if (isWrong)
            Assert.Equal(
                $"update-alternatives --set libblas.so.3-x86_64-linux-gnu {libraries}/openblas-pthread/libblas.so.3", blas.Remedy);
    }

    [Fact]
    public async Task Examine_WithTheLibTorchGone_SaysWhere()
    {
        var libTorch = DebianLibTorch();
        Choose(libTorch);
        Directory.Delete(libTorch.Lib, recursive: true);
        var engine = await FindAsync("engine");
        Assert.Equal(Severity.Wrong, engine.Severity);
        Assert.Contains(libTorch.Lib, engine.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examine_CudaWithoutADriver_OffersTheCpu()
    {
        Choose(DebianLibTorch(), "cuda");
        Assert.Equal("./workbook setup --device cpu", (await FindAsync("engine")).Remedy);
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
        var findings = await new Doctor(_tree.Repository, _tree.Machine(named: false, isRoot)).ExamineAsync(TestContext.Current.CancellationToken);
        return findings.Single(finding => finding.Subject == subject);
    }

    private string System(string path) => Path.Combine(Path.GetDirectoryName(_tree.Tools)!, "system", path);

    private LibTorch DebianLibTorch()
    {
        TemporaryTree.WriteLibTorch(System("torch"));
        return LibTorch.Read(System("torch/include"), System("torch/lib"), LibTorchFinder.DebianSource)!;
    }

    private void Choose(LibTorch libTorch, string device = "cpu") =>
        new EngineChoice("system", device, "a test says so", libTorch).Save(_tree.Repository);
}
