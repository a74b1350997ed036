using Workbook.Setup;

namespace Workbook.Tests.Setup;

public sealed class LibTorchTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("_ZN3c106detail14torchCheckFailEPKcS2_jRKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE", "1")]
    [InlineData("_ZN3c106detail14torchCheckFailEPKcS2_jRKSs", "0")]
    public void Read_ByTheStringsOfTheLibrary_FindsTheAbi(string mangled, string abi)
    {
        TemporaryTree.WriteLibTorch(_tree.LibTorch, mangled);
        var found = Read();
        Assert.Equal($"-D_GLIBCXX_USE_CXX11_ABI={abi}", found!.Flags);
        Assert.Equal("2.7.1", found.Version);
        Assert.False(found.HasCuda);
    }

    [Fact]
    public void Read_WithoutHeaders_IsNone()
    {
        Directory.Delete(Path.Combine(_tree.LibTorch, "include"), recursive: true);
        Assert.Null(Read());
    }

    [Fact]
    public void Identity_OfAnUpgradedLibrary_Differs()
    {
        var before = Read()!.Identity;
        File.AppendAllText(Path.Combine(_tree.LibTorch, "lib", "libtorch_cpu.so"), "more");
        Assert.NotEqual(before, Read()!.Identity);
    }

    [Fact]
    public void Find_InDebiansFolders_FindsIt()
    {
        var system = Path.Combine(Path.GetDirectoryName(_tree.Tools)!, "system");
        TemporaryTree.WriteLibTorch(Path.Combine(system, "usr"));
        Assert.Null(LibTorchFinder.InDebian(_tree.Machine(named: false)));
        Directory.Move(Path.Combine(system, "usr", "lib"), Path.Combine(system, "usr", "x86_64-linux-gnu"));
        Directory.CreateDirectory(Path.Combine(system, "usr", "lib"));
        Directory.Move(Path.Combine(system, "usr", "x86_64-linux-gnu"), Path.Combine(system, "usr", "lib", "x86_64-linux-gnu"));
        Assert.Equal(LibTorchFinder.DebianSource, LibTorchFinder.InDebian(_tree.Machine(named: false))!.Source);
    }

    [Fact]
    public async Task Find_InTheTorchOfPython_AsksPython()
    {
        _tree.WriteTool("python3", $"echo '{_tree.LibTorch}'");
        var machine = new Machine(new Dictionary<string, string?> { ["PATH"] = _tree.Tools, ["LIBTORCH"] = null, ["LIBTORCH_USE_PYTORCH"] = "1" });
        var found = await LibTorchFinder.FindAsync(machine, TestContext.Current.CancellationToken);
        Assert.Equal(Path.Combine(_tree.LibTorch, "lib"), found!.Lib);
    }

    [Fact]
    public async Task Find_InPythonWithoutTorch_SaysWhatPythonSaid()
    {
        _tree.WriteTool("python3", "echo \"ModuleNotFoundError: No module named 'torch'\" >&2; exit 1");
        var machine = new Machine(new Dictionary<string, string?> { ["PATH"] = _tree.Tools, ["LIBTORCH"] = null, ["LIBTORCH_USE_PYTORCH"] = "1" });
        var error = await Assert.ThrowsAsync<SetupException>(() => LibTorchFinder.FindAsync(machine, TestContext.Current.CancellationToken));
        Assert.Contains("No module named 'torch'", error.Message, StringComparison.Ordinal);
    }

    private LibTorch? Read() => LibTorch.Read(Path.Combine(_tree.LibTorch, "include"), Path.Combine(_tree.LibTorch, "lib"), "a test");
}
