using Workbook.Base;
using Workbook.Commands;
using Workbook.Tests.Setup;

namespace Workbook.Tests.Commands;

public sealed class CleanCommandTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public CleanCommandTests()
    {
        _tree.Write("artifacts/device.props", "<Project />");
        _tree.Write("artifacts/lib/Diffusion.dll", "x");
        _tree.Write("artifacts/.setup.lock", "");
        _tree.Write("lib/Diffusion/obj/x", "x");
        _tree.Write("lib/Diffusion/bin/x", "x");
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Clean_Plainly_RemovesArtifactsAndSaysSo()
    {
        var text = new StringWriter();
        Assert.Equal(ExitCode.Success, CleanCommand.Clean(_tree.Repository, all: false, text));
        Assert.Equal(".setup.lock", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(_tree.Repository.Artifacts))));
        Assert.Contains("removed artifacts/lib (0.0 MB)", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("removed artifacts/device.props", text.ToString(), StringComparison.Ordinal);
        Assert.True(Directory.Exists(Path.Combine(_tree.Repository.Root, "lib/Diffusion/obj")));
    }

    [Fact]
    public void Clean_All_RemovesBuildsAndNoSource()
    {
        CleanCommand.Clean(_tree.Repository, all: true, TextWriter.Null);
        Assert.Equal(["Answer.cs", "Diffusion.csproj"], Directory.GetFileSystemEntries(Path.Combine(_tree.Repository.Root, "lib/Diffusion")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Clean_OfACleanTree_DoesNothing()
    {
        Directory.Delete(_tree.Repository.Artifacts, recursive: true);
        var text = new StringWriter();
        Assert.Equal(ExitCode.Success, CleanCommand.Clean(_tree.Repository, all: true, text));
        Assert.DoesNotContain("artifacts", text.ToString(), StringComparison.Ordinal);
    }
}
