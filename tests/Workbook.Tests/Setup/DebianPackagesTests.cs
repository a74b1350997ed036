using Workbook.Base;
using Workbook.Setup;

namespace Workbook.Tests.Setup;

public sealed class DebianPackagesTests : IDisposable
{
    private readonly TemporaryTree _tree = new();
    private readonly RecordedLog _log = new();
    private string Calls => Path.Combine(_tree.Tools, "calls");

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Install_AsRoot_SaysWhatItInstallsAndUpdatesFirstWhereThereAreNoLists()
    {
        Apt("");
        await InstallAsync(isRoot: true);
        Assert.Contains("Installing Debian packages: chromium fonts-dejavu-core", _log.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["update", "-o DPkg::Lock::Timeout=300 install -y --no-install-recommends chromium fonts-dejavu-core"],
            File.ReadAllLines(Calls));
    }

    [Fact]
    public async Task Install_WithLists_DoesNotUpdate()
    {
        Apt("");
        var lists = Path.Combine(Path.GetDirectoryName(_tree.Tools)!, "system", "var", "lib", "apt", "lists");
        Directory.CreateDirectory(lists);
        File.WriteAllText(Path.Combine(lists, "deb_main_Packages"), "");
        await InstallAsync(isRoot: true);
        Assert.Single(File.ReadAllLines(Calls));
    }

    [Fact]
    public async Task Install_WithoutTheRight_GivesTheLineToType()
    {
        Apt("");
        var error = await Assert.ThrowsAsync<SetupException>(() => InstallAsync(isRoot: false));
        Assert.Equal(ExitCode.NotSetUp, error.Code);
        Assert.Contains("sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium fonts-dejavu-core", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Calls));
    }

    [Fact]
    public async Task Install_WithSudoThatAsksForNothing_GoesThroughIt()
    {
        Apt("");
        _tree.WriteTool("sudo", "[ \"$1\" = -n ] && shift; exec \"$@\"");
        _tree.WriteTool("true", "");
        await InstallAsync(isRoot: false);
        Assert.Equal(2, File.ReadAllLines(Calls).Length);
    }

    [Fact]
    public async Task Install_FailingOnce_MendsAndTriesAgain()
    {
        Apt($"[[ \"$*\" != *install* ]] || [ -f {_tree.Tools}/configured ] || {{ echo 'E: dpkg was interrupted' >&2; exit 100; }}");
        _tree.WriteTool("dpkg", $"echo x > {_tree.Tools}/configured");
        await InstallAsync(isRoot: true);
        Assert.Equal(2, File.ReadAllLines(Calls).Count(line => line.Contains("install", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Install_FailingForGood_ShowsWhatAptSaidAndTheLine()
    {
        Apt("[[ \"$*\" != *install* ]] || { echo 'E: Unable to locate package chromium' >&2; exit 100; }");
        _tree.WriteTool("dpkg", "");
        var error = await Assert.ThrowsAsync<SetupException>(() => InstallAsync(isRoot: true));
        Assert.Contains("Unable to locate package chromium", error.Message, StringComparison.Ordinal);
        Assert.Contains("type\n    apt-get update && apt-get install", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_OnAnotherSystem_NamesWhatIsNeeded()
    {
        var error = await Assert.ThrowsAsync<SetupException>(() => InstallAsync(isRoot: true));
        Assert.Contains("no apt-get here: chromium fonts-dejavu-core", error.Message, StringComparison.Ordinal);
    }

    private void Apt(string script) => _tree.WriteTool("apt-get", $"echo \"$*\" >> {Calls}\n{script}");

    private Task InstallAsync(bool isRoot) => new DebianPackages(_tree.Machine(isRoot: isRoot), _log.Log)
        .InstallAsync(["chromium", "fonts-dejavu-core"], _ => { }, TestContext.Current.CancellationToken);
}
