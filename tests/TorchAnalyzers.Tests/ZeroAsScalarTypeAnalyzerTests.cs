namespace TorchAnalyzers.Tests;

public sealed class ZeroAsScalarTypeAnalyzerTests
{
    [Theory]
    [InlineData("x.sum(0)", "sum(…)")]
    [InlineData("x.prod(0)", "prod(…)")]
    [InlineData("torch.sum(x, 0)", "sum(…)")]
    [InlineData("torch.prod(x, 0)", "prod(…)")]
    [InlineData("(x * 2).sum(type: 0)", "sum(…)")]
    [InlineData("new[] { 1 }.Select(i => x.sum(0)).First()", "sum(…)")]
    public async Task Zero_ThatBecomesAScalarType_IsFoundWithItsLine(string expression, string method)
    {
        var found = Assert.Single(await Analysed.Cell(new ZeroAsScalarTypeAnalyzer(), $"var x = ones(2, 3);\n{expression}"));

        Assert.Equal((ZeroAsScalarTypeAnalyzer.Id, 2, "0"), (found.Id, found.Line, found.At));
        Assert.Contains($"{method} works on all elements", found.Message, StringComparison.Ordinal);
        Assert.Contains("0L", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zero_AsANamedConstant_IsFoundToo() =>
        Assert.Equal("first", Assert.Single(await Analysed.Cell(new ZeroAsScalarTypeAnalyzer(), "const int first = 0;\nones(2, 3).sum(first)")).At);

    [Theory]
    [InlineData("x.sum(0L)")]
    [InlineData("x.sum([0])")]
    [InlineData("x.sum([0L])")]
    [InlineData("x.sum(0, keepdim: true)")]
    [InlineData("x.sum(0, 1)")]
    [InlineData("x.sum(1)")]
    [InlineData("x.sum(-1)")]
    [InlineData("x.sum()")]
    [InlineData("x.sum(ScalarType.Byte)")]
    [InlineData("x.sum((ScalarType)0)")]
    [InlineData("x.cumsum(0)")]
    [InlineData("torch.sum(x, 0L)")]
    [InlineData("x.to(ScalarType.Float64)")]
    [InlineData("torch.zeros(0, 3)")]
    public async Task Code_ThatSaysWhatItMeans_IsLeftAlone(string expression) =>
        Assert.Empty(await Analysed.Cell(new ZeroAsScalarTypeAnalyzer(), $"var x = ones(2, 3);\n{expression}"));
}
