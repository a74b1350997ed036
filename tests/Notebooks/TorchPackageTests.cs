using System.Xml.Linq;
using Workbook.Sessions;
using Workbook.Setup;
using Workbook.Tests.Sessions;

namespace Notebooks.Tests;

/// <summary>TorchSharp's packages in a cell that knows nothing of our library.</summary>
public sealed class TorchPackageTests
{
    [Fact]
    public async Task Reference_OfTorchSharpsPackages_Computes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The native package named here is Linux's.");
        var folder = Directory.CreateTempSubdirectory("torch-package-");
        await using (var session = await Session.StartAsync(new SessionOptions(folder.FullName), TestContext.Current.CancellationToken))
        {
            var run = await CellRun.Of(session, $$"""
                #r "nuget: TorchSharp, {{Version("TorchSharpVersion")}}"
                #r "nuget: libtorch-cpu-linux-x64, {{Version("LibTorchVersion")}}"
                using TorchSharp;
                torch.ones(3).sum().item<float>()
                """);
            Assert.True(run.Plain == "3", run.Plain ?? run.Traceback);
        }

        folder.Delete(recursive: true);
    }

    private static string Version(string property) =>
        XDocument.Load(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "Directory.Packages.props")).Descendants(property).Single().Value;
}
