using Diffusion.Charts.Display;

namespace Diffusion.Charts.Tests.Display;

public sealed class PlotlyScriptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plotly-script").FullName;

    [Theory]
    [InlineData("lib/plotly-cartesian.min.js")]
    [InlineData("assets/plotly-cartesian.min.js")]
    public void Find_BesideOrInAssets_IsFound(string place)
    {
        var file = Path.Combine(_folder, place);
        Directory.CreateDirectory(Path.Combine(_folder, "lib"));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
        Assert.Equal(file, PlotlyScript.Find(Path.Combine(_folder, "lib")));
    }

    [Fact]
    public void Find_NoFile_IsNothing() => Assert.Null(PlotlyScript.Find(_folder));

    [Fact]
    public void Find_NoFolder_IsNothing() => Assert.Null(PlotlyScript.Find(""));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
