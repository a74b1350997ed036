using Workbook.Base;
using Workbook.Book;
using Workbook.Setup;

namespace Workbook.Tests.Setup;

public sealed class AssetsStepTests : IDisposable
{
    private readonly TemporaryTree _tree = new();
    private readonly RecordedLog _log = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Run_WithoutNpm_LinksTheCdnWithTheSameHashes()
    {
        await RunAsync();
        var assets = AssetManifest.Load(_tree.Repository);
        Assert.Superset(new HashSet<string> { "plotly", "katex", "katex-css" }, assets.Select(asset => asset.Name).ToHashSet());
        Assert.All(assets, asset =>
        {
            Assert.Null(asset.File);
            Assert.StartsWith("https://", asset.Cdn, StringComparison.Ordinal);
            Assert.StartsWith("sha384-", asset.Integrity, StringComparison.Ordinal);
        });
        Assert.Contains("npm is not installed", _log.Text, StringComparison.Ordinal);
        Assert.True(Step().IsDone());
    }

    [Fact]
    public async Task Run_WithNpmThatFails_LinksTheCdnAndSaysWhy()
    {
        _tree.WriteTool("npm", "echo 'npm error code ENOTFOUND' >&2; exit 1");
        await RunAsync();
        Assert.Contains("ENOTFOUND", _log.Text, StringComparison.Ordinal);
        Assert.True(Step().IsDone());
        Assert.False(Step(refresh: true).IsDone());
    }

    [Fact]
    public async Task Run_WithOtherBytesThanPinned_RefusesThem()
    {
        _tree.WriteTool("npm", "echo forged > \"$4/package.tgz\"; echo package.tgz");
        var error = await Assert.ThrowsAsync<SetupException>(RunAsync);
        Assert.Contains("plotly.js-cartesian-dist-min@4.1.1 is not what is pinned", error.Message, StringComparison.Ordinal);
        Assert.False(Step().IsDone());
    }

    [Fact]
    public void IsDone_WithACopyMissing_IsFalse()
    {
        Directory.CreateDirectory(_tree.Repository.Assets);
        AssetManifest.Save(_tree.Repository.Assets, AssetPackage.All.SelectMany(package => package.Assets(haveCopies: true)));
        foreach (var asset in AssetManifest.Load(_tree.Repository))
            _tree.Write(Path.Combine("artifacts", "assets", asset.File!), "x");
        Assert.False(Step().IsDone());
        File.WriteAllText(AssetsStep.PinsPath(_tree.Repository.Assets), AssetsStep.Pins);
        Assert.True(Step().IsDone());
        File.Delete(Path.Combine(_tree.Repository.Assets, "katex", "katex.min.js"));
        Assert.False(Step().IsDone());
    }

    [Theory]
    [InlineData("[{\"name\": \"plot")]
    [InlineData("[]")]
    [InlineData("[{\"name\": \"plotly\", \"version\": \"1.0.0\", \"file\": null, \"cdn\": \"https://x\", \"integrity\": \"sha384-x\"}]")]
    public void IsDone_WithADamagedOrOldManifest_IsFalse(string manifest)
    {
        _tree.Write("artifacts/assets/assets.json", manifest);
        _tree.Write("artifacts/assets/pins", AssetsStep.Pins);
        Assert.False(Step().IsDone());
    }

    [Fact]
    public void Copies_InThisTree_HaveThePinnedHashes()
    {
        var assets = AssetManifest.Load(TemporaryTree.Real);
        Assert.SkipWhen(assets.Count == 0 || assets.Any(asset => asset.File is null), "the assets were not fetched through npm here");
        Assert.All(assets, asset => Assert.Equal(
            asset.Integrity, AssetManifest.Integrity(File.ReadAllBytes(Path.Combine(TemporaryTree.Real.Assets, asset.File!)), asset.Integrity)));
        var fonts = Path.Combine(TemporaryTree.Real.Assets, "katex", "fonts");
        Assert.NotEmpty(Directory.GetFiles(fonts, "*.woff2"));
        Assert.True(File.Exists(Path.Combine(TemporaryTree.Real.Assets, "katex", "LICENSE")));
        Assert.True(File.Exists(Path.Combine(TemporaryTree.Real.Assets, "plotly.LICENSE")));
    }

    [Theory]
    [InlineData("dist/katex.min.js", "katex/katex.min.js")]
    [InlineData("dist/fonts/KaTeX_Main-Regular.woff2", "katex/fonts/KaTeX_Main-Regular.woff2")]
    [InlineData("dist/fonts/KaTeX_Main-Regular.ttf", null)]
    [InlineData("LICENSE", "katex/LICENSE")]
    [InlineData("README.md", null)]
    public void TargetOf_AFileOfKatex_TakesWhatPagesNeed(string path, string? target) =>
        Assert.Equal(target, AssetPackage.All.Single(package => package.Name == "katex").TargetOf(path));

    private AssetsStep Step(bool refresh = false) => new(_tree.Repository, _tree.Machine(), _log.Log, refresh);

    private Task RunAsync() => Step().RunAsync(_ => { }, TestContext.Current.CancellationToken);
}
