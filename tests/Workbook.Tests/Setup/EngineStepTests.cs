using System.IO.Compression;
using Workbook.Setup;

namespace Workbook.Tests.Setup;

public sealed class EngineStepTests : IDisposable
{
    private readonly TemporaryTree _tree = new();
    private readonly RecordedLog _log = new();

    public EngineStepTests() => _tree.WriteTool("g++", "");

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Run_AskedForSystem_WritesWhatTheCompilerNeeds()
    {
        var step = Step(new SetupOptions { Engine = "system" });
        Assert.False(step.IsDone());
        await RunAsync(step);
        Assert.True(step.IsDone());
        var choice = EngineChoice.Load(_tree.Repository)!;
        Assert.Equal("system", choice.Engine);
        Assert.Equal("asked for with --engine system", choice.Reason);
        Assert.Equal(Path.Combine(_tree.LibTorch, "lib"), choice.LibTorch!.Lib);
    }

    [Fact]
    public async Task Run_AskedAgain_KeepsTheRememberedChoiceAndReason()
    {
        await RunAsync(Step(new SetupOptions { Engine = "system" }));
        Directory.Delete(Path.Combine(_tree.LibTorch, "lib"), recursive: true);
        Assert.False(Step().IsDone());
        TemporaryTree.WriteLibTorch(_tree.LibTorch);
        await RunAsync(Step());
        Assert.Equal("asked for with --engine system", EngineChoice.Load(_tree.Repository)!.Reason);
    }

    [Fact]
    public async Task IsDone_AskedForTheOtherEngineOrDevice_IsFalse()
    {
        await RunAsync(Step(new SetupOptions { Engine = "system" }));
        Assert.True(Step().IsDone());
        Assert.False(Step(new SetupOptions { Engine = "nuget" }).IsDone());
        Assert.False(Step(new SetupOptions { Device = "cuda" }).IsDone());
    }

    [Fact]
    public async Task IsDone_AskedForTheTorchOfPythonLater_IsFalseUntilItIsTaken()
    {
        await RunAsync(Step(new SetupOptions { Engine = "system" }));
        var inPython = Path.Combine(_tree.Tools, "torch");
        TemporaryTree.WriteLibTorch(inPython);
        _tree.WriteTool("python3", $"echo '{inPython}'");
        var machine = new Machine(new Dictionary<string, string?> { ["PATH"] = _tree.Tools, ["LIBTORCH"] = null, ["LIBTORCH_USE_PYTORCH"] = "1" });
        var step = new EngineStep(_tree.Repository, machine, new SetupOptions(), new DebianPackages(machine, _log.Log));

        Assert.False(step.IsDone());
        await RunAsync(step);

        Assert.True(step.IsDone());
        Assert.Equal(Path.Combine(inPython, "lib"), EngineChoice.Load(_tree.Repository)!.LibTorch!.Lib);
    }

    [Fact]
    public async Task Run_OfADamagedChoice_ChoosesAnew()
    {
        _tree.Write("artifacts/engine.props", "<Project><PropertyGroup><TorchEngine>system</Torch");
        Assert.False(Step().IsDone());
        await RunAsync(Step(new SetupOptions { Engine = "system" }));
        Assert.True(Step().IsDone());
    }

    [Fact]
    public async Task Run_ForCudaWithoutCuda_SaysSoAndChangesNothing()
    {
        var error = await Assert.ThrowsAsync<SetupException>(() => RunAsync(Step(new SetupOptions { Engine = "system", Device = "cuda" })));
        Assert.Contains("computes on the CPU only", error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotSetUp, error.ExitCode);
        Assert.False(File.Exists(_tree.Repository.EngineProps));
    }

    [Fact]
    public async Task Run_ForCudaWithCuda_ChoosesIt()
    {
        TemporaryTree.WriteLibTorch(_tree.LibTorch, cuda: true);
        await RunAsync(Step(new SetupOptions { Engine = "system", Device = "cuda" }));
        Assert.Equal("cuda", EngineChoice.Load(_tree.Repository)!.Device);
    }

    [Fact]
    public async Task Run_NamedFolderWithoutLibTorch_NamesIt()
    {
        Directory.Delete(_tree.LibTorch, recursive: true);
        var error = await Assert.ThrowsAsync<SetupException>(() => RunAsync(Step(new SetupOptions { Engine = "system" })));
        Assert.Contains($"LIBTORCH={_tree.LibTorch} holds no libtorch", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RegistryWithoutThePackages_TakesTheSystem()
    {
        UseRegistry();
        await RunAsync(Step());
        var choice = EngineChoice.Load(_tree.Repository)!;
        Assert.Equal("system", choice.Engine);
        Assert.Equal("the package registry has no TorchSharp 0.107.0", choice.Reason);
    }

    [Fact]
    public async Task Run_RegistryWithThePackages_TakesThem()
    {
        UseRegistry("TorchSharp", "TorchSharp-cpu");
        await RunAsync(Step());
        Assert.Equal(new EngineChoice("nuget", "cpu", "the package registry has TorchSharp 0.107.0", null), EngineChoice.Load(_tree.Repository));
        Assert.False(Directory.Exists(Path.Combine(_tree.Repository.Artifacts, "registry.new")));
    }

    [Fact]
    public async Task Run_AskedForPackagesThatAreNotThere_KeepsTheOldChoice()
    {
        UseRegistry();
        await RunAsync(Step());
        var error = await Assert.ThrowsAsync<SetupException>(() => RunAsync(Step(new SetupOptions { Engine = "nuget" })));
        Assert.Contains("the package registry has no TorchSharp 0.107.0", error.Message, StringComparison.Ordinal);
        Assert.Equal("system", EngineChoice.Load(_tree.Repository)!.Engine);
    }

    private EngineStep Step(SetupOptions? options = null) =>
        new(_tree.Repository, _tree.Machine(), options ?? new SetupOptions(), new DebianPackages(_tree.Machine(), _log.Log));

    private static Task RunAsync(EngineStep step) => step.RunAsync(_ => { }, TestContext.Current.CancellationToken);

    /// <summary>A package source that is a folder, with empty packages, and a package cache of its own.</summary>
    private void UseRegistry(params string[] packages)
    {
        var source = Path.Combine(_tree.Repository.Root, "registry");
        Directory.CreateDirectory(source);
        _tree.Write("NuGet.config", """
            <configuration>
              <config><add key="globalPackagesFolder" value="cache" /></config>
              <packageSources><clear /><add key="folder" value="registry" /></packageSources>
            </configuration>
            """);
        foreach (var id in packages)
        {
            using var zip = ZipFile.Open(Path.Combine(source, $"{id}.0.107.0.nupkg"), ZipArchiveMode.Create);
            using var text = new StreamWriter(zip.CreateEntry($"{id}.nuspec").Open());
            text.Write($"<package><metadata><id>{id}</id><version>0.107.0</version><authors>x</authors><description>x</description></metadata></package>");
        }
    }
}
