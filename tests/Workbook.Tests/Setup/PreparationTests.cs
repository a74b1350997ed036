using System.Diagnostics;
using Workbook.Base;
using Workbook.Book;
using Workbook.Setup;

namespace Workbook.Tests.Setup;

/// <summary>Set-up as a whole, with the real compiler on a small library.</summary>
public sealed class PreparationTests : IDisposable
{
    private readonly TemporaryTree _tree = new();
    private readonly RecordedLog _log = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Ensure_Twice_DoesNothingTheSecondTime()
    {
        Assert.True(await EnsureAsync());
        Assert.Equal("42", await RunLibraryAsync());
        var files = Published();
        Assert.False(await EnsureAsync());
        Assert.Equal(files, Published());
    }

    [Fact]
    public async Task Ensure_AfterAChange_RebuildsThatAndNothingElse()
    {
        await EnsureAsync();
        var assets = File.GetLastWriteTimeUtc(AssetManifest.PathIn(_tree.Repository.Assets));
        var unchanged = CompiledAt("Tensors", "TorchSharp.dll");
        var changed = CompiledAt("Diffusion", "Diffusion.dll");

        _tree.Write("lib/Diffusion/Answer.cs", TemporaryTree.Answer(6));
        Assert.True(await EnsureAsync());

        Assert.Equal("7", await RunLibraryAsync());
        Assert.NotEqual(changed, CompiledAt("Diffusion", "Diffusion.dll"));
        Assert.Equal(unchanged, CompiledAt("Tensors", "TorchSharp.dll"));
        Assert.Equal(assets, File.GetLastWriteTimeUtc(AssetManifest.PathIn(_tree.Repository.Assets)));
    }

    [Fact]
    public async Task Ensure_AfterATouch_DoesNothing()
    {
        await EnsureAsync();
        File.SetLastWriteTimeUtc(Path.Combine(_tree.Repository.Root, "lib/Diffusion/Answer.cs"), DateTime.UtcNow.AddMinutes(1));
        Assert.False(await EnsureAsync());
    }

    [Fact]
    public async Task Ensure_WithAPublishedFileGone_PutsItBack()
    {
        await EnsureAsync();
        File.Delete(Path.Combine(_tree.Repository.Library, "TorchSharp.dll"));
        Assert.True(await EnsureAsync());
        Assert.Equal("42", await RunLibraryAsync());
    }

    [Fact]
    public async Task Ensure_OfALibraryThatDoesNotCompile_ShowsTheErrorAndKeepsTheOldOne()
    {
        await EnsureAsync();
        _tree.Write("lib/Diffusion/Answer.cs", "namespace Diffusion;\nnonsense\n");
        var error = await Assert.ThrowsAsync<SetupException>(EnsureAsync);
        Assert.Equal(ExitCode.Failure, error.Code);
        Assert.Contains("lib/Diffusion/Answer.cs(2,", error.Message, StringComparison.Ordinal);
        Assert.Equal("42", await RunLibraryAsync());
    }

    [Fact]
    public async Task Ensure_ByTwoAtOnce_WaitsAndAgrees()
    {
        await Task.WhenAll(EnsureAsync(), EnsureAsync());
        Assert.Equal("42", await RunLibraryAsync());
        Assert.Single(_log.Text.Split('\n'), line => line.StartsWith("Building the library: done", StringComparison.Ordinal));
    }

    /// <summary>Killed at several moments, with its children or alone, set-up leaves what the next run mends.</summary>
    [Theory]
    [InlineData(400, true)]
    [InlineData(1500, false)]
    [InlineData(3000, true)]
    public async Task Ensure_AfterAKill_MendsWhatWasLeft(int milliseconds, bool withChildren)
    {
        using (var killed = StartSetup())
        {
            // Alone it dies when it has noted down its build, or the next run would not know what to end.
            while (!withChildren && !killed.HasExited && !File.Exists(Path.Combine(_tree.Repository.Artifacts, "lib.underway")))
                await Task.Delay(20, TestContext.Current.CancellationToken);
            await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
            killed.Kill(withChildren);
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await EnsureAsync();
        Assert.Equal("42", await RunLibraryAsync());
        Assert.False(await EnsureAsync());
        Assert.Empty(Directory.GetFileSystemEntries(_tree.Repository.Artifacts, "*.new"));
        Assert.Empty(Directory.GetFileSystemEntries(_tree.Repository.Artifacts, "*.old"));
    }

    /// <summary>What a killed compiler leaves: a file with today's date and half its bytes.</summary>
    [Fact]
    public async Task Ensure_WithAHalfWrittenAssembly_CompilesItAnew()
    {
        await EnsureAsync();
        foreach (var folder in new[] { "obj", "bin" })
            File.WriteAllBytes(Path.Combine(_tree.Repository.Root, "lib/Diffusion", folder, "Release/net10.0/Diffusion.dll"), [77, 90]);
        Directory.Delete(_tree.Repository.Library, recursive: true);
        await File.WriteAllTextAsync(Path.Combine(_tree.Repository.Artifacts, "lib.underway"), "1 1", TestContext.Current.CancellationToken);
        await EnsureAsync();
        Assert.Equal("42", await RunLibraryAsync());
    }

    [Theory]
    [InlineData(null, "Your package registry lacks packages that the library is built with: ")]
    [InlineData("cuda", "The device stays as it was: your package registry lacks what --device cuda needs (")]
    public async Task Ensure_OfPackagesThatTheRegistryLacks_NamesThemAndKeepsWhatIsThere(string? device, string message)
    {
        await EnsureAsync();
        _tree.Write(TemporaryTree.TorchProps, "<Project><ItemGroup><PackageReference Include=\"Torch-for-$(TorchDevice)\" VersionOverride=\"0.0.1\" /></ItemGroup></Project>");
        _tree.Write("empty/.keep", "");
        _tree.Write("NuGet.config", "<configuration><packageSources><clear /><add key=\"empty\" value=\"empty\" /></packageSources></configuration>");

        var error = await Assert.ThrowsAsync<SetupException>(() => EnsureAsync(new SetupOptions { Device = device }));

        Assert.True(error.Message.StartsWith(message + $"Torch-for-{device ?? "cpu"}", StringComparison.Ordinal), error.Message);
        Assert.Equal(ExitCode.NotSetUp, error.Code);
        Assert.Equal("cpu", DeviceChoice.Load(_tree.Repository));
        Assert.Equal("42", await RunLibraryAsync());
    }

    [Fact]
    public async Task Ensure_ForAnotherDevice_BuildsForItAndRemembersIt()
    {
        await EnsureAsync();
        Assert.True(await EnsureAsync(new SetupOptions { Device = "cuda" }));
        Assert.Equal("cuda", DeviceChoice.Load(_tree.Repository));
        Assert.False(await EnsureAsync());
        Assert.True(await EnsureAsync(new SetupOptions { Device = "cpu" }));
        Assert.Equal("cpu", DeviceChoice.Load(_tree.Repository));
    }

    [Fact]
    public async Task Ensure_WithADamagedChoiceOfDevice_TakesTheProcessor()
    {
        _tree.Write("artifacts/device.props", "<Project><PropertyGroup><TorchDevice>cuda</Torch");
        Assert.Equal("cpu", DeviceChoice.Load(_tree.Repository));
        await EnsureAsync(new SetupOptions { Device = "cuda" });
        Assert.Equal("cuda", DeviceChoice.Load(_tree.Repository));
    }

    private Task<bool> EnsureAsync() => EnsureAsync(new SetupOptions());

    private Task<bool> EnsureAsync(SetupOptions options) => Preparation.EnsureAsync(
        _tree.Repository, Need.Library, options, _tree.Machine(), _log.Log, TestContext.Current.CancellationToken);

    private async Task<string> RunLibraryAsync()
    {
        var run = await new Machine().RunAsync(
            new Machine().Dotnet, [Path.Combine(_tree.Repository.Library, "recipes.dll")], cancellation: TestContext.Current.CancellationToken);
        return run.Succeeded ? run.Output.Trim() : run.Tail();
    }

    private Process StartSetup()
    {
        var machine = _tree.Machine();
        var start = new ProcessStartInfo(machine.Dotnet, [HostProgram.Location, "setup"])
        {
            RedirectStandardError = true,
        };
        start.Environment["WORKBOOK_ROOT"] = _tree.Repository.Root;
        start.Environment["PATH"] = _tree.Tools;
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(machine.Dotnet);
        return Process.Start(start)!;
    }

    private DateTime CompiledAt(string project, string assembly) =>
        File.GetLastWriteTimeUtc(Path.Combine(_tree.Repository.Root, "lib", project, "obj/Release/net10.0", assembly));

    private List<(string Name, DateTime Written)> Published() =>
        [.. Directory.GetFiles(_tree.Repository.Library).Order(StringComparer.Ordinal).Select(file => (file, File.GetLastWriteTimeUtc(file)))];
}
