namespace TorchAnalyzers.Tests;

public sealed class GroupNormAnalyzerTests
{
    [Theory]
    [InlineData("var norm = GroupNorm(4, 32);", "GroupNorm(4, 32)")]
    [InlineData("var net = Sequential((\"a\", Linear(2, 8)), (\"n\", nn.GroupNorm(2, 8)));", "nn.GroupNorm(2, 8)")]
    [InlineData("class Net { public object Norm = GroupNorm(2, 8, affine: true); }", "GroupNorm(2, 8, affine: true)")]
    public async Task GroupNorm_LeftAsItIs_IsFound(string code, string at)
    {
        var found = Assert.Single(await Analysed.Cell(new GroupNormAnalyzer(), code));

        Assert.Equal((GroupNormAnalyzer.Id, 1, at), (found.Id, found.Line, found.At));
        Assert.Contains("using (no_grad()) { init.ones_(norm.weight); init.zeros_(norm.bias); }", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var norm = GroupNorm(4, 32, affine: false);")]
    [InlineData("var norm = GroupNorm(4, 32); using (no_grad()) { init.ones_(norm.weight); init.zeros_(norm.bias); }")]
    [InlineData("var norm = GroupNorm(4, 32); norm.load(\"weights.dat\");")]
    [InlineData("Module Trained(Module network) => network; var up = Trained(Sequential(Linear(2, 8), GroupNorm(8, 8)));")]
    [InlineData("object GroupNorm(int groups) => groups; GroupNorm(3)")]
    [InlineData("BatchNorm2d(3)")]
    public async Task GroupNorm_ThatIsGivenValuesOrHasNone_IsLeftAlone(string code) =>
        Assert.Empty(await Analysed.Cell(new GroupNormAnalyzer(), code));
}
