using Workbook.Documents;
using Workbook.Sessions;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions.Language;

public class InspectionTests(SharedSession shared) : IClassFixture<SharedSession>
{
    [Theory]
    [InlineData("Math.Sqrt(2)", 7, "double Math.Sqrt(double d)", "square root")]
    [InlineData("Math.Sqrt(2)", 10, "double Math.Sqrt(double d)", "square root")]
    [InlineData("\"a\".Substring", 13, "string string.Substring(int startIndex)", "(+ 1 overloads)")]
    [InlineData("\"a\".Substring(", 14, "string string.Substring(int startIndex)\nstring string.Substring(int startIndex, int length)", "substring")]
    [InlineData("\"a\".Substring(1, )", 17, "string string.Substring(int startIndex, int length)", "substring")]
    [InlineData("new[] { 1 }.Select(x => x)", 15, "Select", "Projects each element")]
    [InlineData("Console.Out", 2, "class Console", "standard input")]
    [InlineData("int x = 1;", 1, "int", "32-bit signed integer")]
    public async Task Inspect_ANameOfTheFramework_GivesSignatureAndSummary(string code, int cursor, string signature, string documentation)
    {
        var reply = await InspectAsync(code, cursor);

        Assert.True(reply.Found);
        Assert.Contains(signature, reply.Data.Text(MimeBundle.Plain), StringComparison.Ordinal);
        Assert.Contains(documentation, reply.Data.Text(MimeBundle.Plain), StringComparison.Ordinal);
        Assert.StartsWith("```csharp\n", reply.Data.Text(MimeBundle.Markdown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_ACellsOwnFunction_GivesItsCommentAndInDetailItsSource()
    {
        await shared.Run("/// <summary>Noise at a step.</summary>\n/// <param name=\"step\">1 to T.</param>\ndouble Beta(int step) => step * 0.1;");

        var summary = (await InspectAsync("Beta(1)", 2)).Data.Text(MimeBundle.Plain)!;
        var all = (await InspectAsync("Beta(1)", 2, 1)).Data.Text(MimeBundle.Plain)!;

        Assert.Equal("double Beta(int step)\n\nNoise at a step.", summary);
        Assert.Contains("step: 1 to T.", all, StringComparison.Ordinal);
        Assert.EndsWith("double Beta(int step) => step * 0.1;", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_WhereNothingStands_FindsNothing()
    {
        Assert.False((await InspectAsync("1 + 1", 2)).Found);
        Assert.False((await InspectAsync("", 0)).Found);
        Assert.False((await InspectAsync("noSuchName", 3)).Found);
    }

    [Theory]
    [InlineData("1 + 1", nameof(Completeness.Complete), "")]
    [InlineData("var x = 1;", nameof(Completeness.Complete), "")]
    [InlineData("if (true)\n{", nameof(Completeness.Incomplete), "    ")]
    [InlineData("for (var i = 0; i < 2; i++)\n{\n    if (true)\n    {\n", nameof(Completeness.Incomplete), "        ")]
    [InlineData("Math.Max(1,", nameof(Completeness.Incomplete), "")]
    [InlineData("var x = )", nameof(Completeness.Invalid), "")]
    [InlineData("class A\n{\n    void M(", nameof(Completeness.Incomplete), "    ")]
    [InlineData("var s = @\"two\nlines", nameof(Completeness.Incomplete), "")]
    [InlineData("var s = \"\"\"\nraw", nameof(Completeness.Incomplete), "")]
    [InlineData("/* not over", nameof(Completeness.Incomplete), "")]
    [InlineData("if (true) { // why", nameof(Completeness.Incomplete), "    ")]
    [InlineData("foreach (var x in xs", nameof(Completeness.Incomplete), "")]
    [InlineData("var s = \"not closed", nameof(Completeness.Invalid), "")]
    [InlineData("1 + ) 2; {", nameof(Completeness.Invalid), "")]
    [InlineData("#!time\n1", nameof(Completeness.Complete), "")]
    [InlineData("#!markdown\n# It is (", nameof(Completeness.Complete), "")]
    [InlineData("", nameof(Completeness.Complete), "")]
    public async Task IsComplete_AText_TellsWhetherMoreMustFollow(string code, string status, string indent)
    {
        var reply = await shared.Session.IsCompleteAsync(code, TestContext.Current.CancellationToken);

        Assert.Equal((status, indent), (reply.Status.ToString(), reply.Indent));
    }

    [Fact]
    public async Task Ask_AfterTheProcessHasDied_GivesEmptyAnswersAtOnce()
    {
        await using var session = await Session.StartAsync(new SessionOptions(Path.GetTempPath()));
        await CellRun.Of(session, "Environment.Exit(3);");

        Assert.Empty((await session.CompleteAsync("Math.", 5)).Matches);
        Assert.False((await session.InspectAsync("Math", 2)).Found);
        Assert.Equal(Completeness.Unknown, (await session.IsCompleteAsync("1")).Status);
    }

    private Task<InspectionReply> InspectAsync(string code, int cursor, int detail = 0) =>
        shared.Session.InspectAsync(code, cursor, detail, TestContext.Current.CancellationToken);
}
