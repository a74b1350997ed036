using System.Xml.Linq;
using TorchNative;
using Workbook.Base;
using Workbook.Sessions;
using Workbook.Tests.Sessions;

namespace Notebooks.Tests;

/// <summary>TorchSharp in cells that know nothing of our library: from its packages, and from folders that lack something.</summary>
public sealed class TorchPackageTests : IDisposable
{
    private const string Compute = "TorchSharp.torch.ones(3).sum().item<float>()";

    private static readonly Repository Project = Repository.Find(AppContext.BaseDirectory);

    private readonly string _folder = Directory.CreateTempSubdirectory("torch-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Reference_OfTorchSharpsPackages_Computes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The native package named here is Linux's.");
        var run = await RunAsync($$"""
            #r "nuget: TorchSharp, {{Version("TorchSharpVersion")}}"
            #r "nuget: libtorch-cpu-linux-x64, {{Version("LibTorchVersion")}}"
            {{Compute}}
            """);
        Assert.True(run.Plain == "3", run.Plain ?? run.Traceback);
    }

    [Fact]
    public async Task Reference_OfTorchSharpWithoutItsNatives_SaysWhatIsMissing()
    {
        File.Copy(Path.Combine(Project.Library, "TorchSharp.dll"), Path.Combine(_folder, "TorchSharp.dll"));
        var run = await RunAsync($"#r \"TorchSharp.dll\"\n{Compute}");
        Assert.Contains($"There is no {NativeTorch.FileName} for {Platform.Rid} beside the TorchSharp.dll", run.Traceback, StringComparison.Ordinal);
        Assert.Contains("`./workbook setup` builds a library that is whole", run.Error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_OfTorchSharpAsThePackageHasIt_IsMendedForTheNextStart()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The library is Linux's.");
        foreach (var file in Directory.EnumerateFiles(Project.Library).Where(file => Path.GetFileName(file) is "TorchSharp.dll" || file.Contains(".so", StringComparison.Ordinal)))
            File.CreateSymbolicLink(Path.Combine(_folder, Path.GetFileName(file)), file);
        File.Delete(Path.Combine(_folder, NativeTorch.FileName));
        File.Copy(Packaged(), Path.Combine(_folder, NativeTorch.FileName));
        Assert.SkipUnless(NativeTorch.IsLackingIn(_folder), "This machine's C++ library is new enough.");

        var first = await RunAsync($"#r \"TorchSharp.dll\"\n{Compute}");
        Assert.Contains("has now been mended: restart, then run from the top", first.Error.Value, StringComparison.Ordinal);
        var second = await RunAsync($"#r \"TorchSharp.dll\"\n{Compute}");
        Assert.True(second.Plain == "3", second.Plain ?? second.Traceback);
    }

    private async Task<CellRun> RunAsync(string code)
    {
        await using var session = await Session.StartAsync(new SessionOptions(_folder), TestContext.Current.CancellationToken);
        return await CellRun.Of(session, code);
    }

    private static string Packaged()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Path.Combine(packages, "torchsharp", Version("TorchSharpVersion"), "runtimes", "linux-x64", "native", NativeTorch.FileName);
    }

    private static string Version(string property) =>
        XDocument.Load(Path.Combine(Project.Root, "Directory.Packages.props")).Descendants(property).Single().Value;
}
