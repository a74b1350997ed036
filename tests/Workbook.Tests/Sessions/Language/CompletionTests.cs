using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions.Language;

public class CompletionTests(SharedSession shared) : IClassFixture<SharedSession>
{
    private const char Cursor = '¦';

    [Theory]
    [InlineData("var s = \"\"; s.Subs¦", "Substring", CompletionType.Function)]
    [InlineData("Math.P¦", "PI", CompletionType.Field)]
    [InlineData("new[] { 1 }.Whe¦", "Where", CompletionType.Function)]
    [InlineData("new[] { \"a\" }.Select(x => x.Le¦", "Length", CompletionType.Property)]
    [InlineData("Consol¦", "Console", CompletionType.Class)]
    [InlineData("using System.Te¦", "Text", CompletionType.Namespace)]
    [InlineData("DayOfWeek.Mo¦", "Monday", CompletionType.Field)]
    [InlineData("forea¦", "foreach", CompletionType.Keyword)]
    [InlineData("int Twice(int x)\n{\n    retu¦", "return", CompletionType.Keyword)]
    [InlineData("int Twice(int number)\n{\n    return num¦", "number", CompletionType.Variable)]
    [InlineData("string.Join(sepa¦", "separator:", CompletionType.Argument)]
    [InlineData("new System.Text.StringBuilder(cap¦)", "capacity:", CompletionType.Argument)]
    [InlineData("new UriBuilder { Hos¦ }", "Host", CompletionType.Property)]
    [InlineData("$\"{Math.Sq¦}\"", "Sqrt", CompletionType.Function)]
    [InlineData("disp¦", "display", CompletionType.Function)]
    [InlineData("#!time\nMath.Sq¦", "Sqrt", CompletionType.Function)]
    public async Task Complete_AtAName_OffersWhatMayStandThere(string code, string expected, string type)
    {
        var (text, reply) = await CompleteAsync(code);

        var index = reply.Matches.ToList().IndexOf(expected);
        Assert.True(index >= 0, $"{expected} is not among {string.Join(", ", reply.Matches)}");
        Assert.Equal(type, reply.Types[index]);
        Assert.Equal(reply.Matches.Count, reply.Types.Count);
        Assert.StartsWith(text[reply.Start..reply.End], expected, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("var s = \"Math.Sq¦\";")]
    [InlineData("var s = \"Math.Sq¦")]
    [InlineData("// Math.Sq¦")]
    [InlineData("1 + 2¦")]
    [InlineData("#!markdown\nMath.Sq¦")]
    [InlineData("no.Such¦")]
    public async Task Complete_WhereNoNameMayStand_OffersNothing(string code) =>
        Assert.Empty((await CompleteAsync(code)).Reply.Matches);

    [Fact]
    public async Task Complete_NamesOfEarlierCells_AreKnownWithTheirMembers()
    {
        await shared.Run("using System.Globalization; var schedule = new { BetaOne = 0.1 }; record Step(int From, int To); int Advance(int stride) => stride;");
        await shared.Run("var later = schedule;");

        Assert.Equal("schedule", (await CompleteAsync("sched¦")).Reply.Matches[0]);
        Assert.Equal(["BetaOne"], (await CompleteAsync("later.Bet¦")).Reply.Matches);
        Assert.Equal(["From:"], (await CompleteAsync("new Step(Fr¦)")).Reply.Matches.Take(1));
        Assert.Equal(["To"], (await CompleteAsync("new Step(1, 2) with { T¦ }")).Reply.Matches);
        Assert.Equal("stride:", (await CompleteAsync("Advance(str¦")).Reply.Matches[0]);
        Assert.Contains("CultureInfo", (await CompleteAsync("CultureI¦")).Reply.Matches);
    }

    [Fact]
    public async Task Complete_ACellThatFailed_IsAsIfItHadNotBeen()
    {
        await shared.Run("var neverDeclared = no;");

        Assert.Empty((await CompleteAsync("neverDecl¦")).Reply.Matches);
    }

    [Fact]
    public async Task Complete_PathsInDirectives_AreThoseThatFit()
    {
        var folder = Directory.CreateDirectory(Path.Combine(shared.Folder, "paths", "inner")).Parent!.FullName;
        foreach (var file in new[] { "lib.dll", "lib.txt", "part.csx", "book.ipynb", "book.dib" })
            await File.WriteAllTextAsync(Path.Combine(folder, file), "");

        Assert.Equal(["lib.dll", "inner/"], (await CompleteAsync("#r \"paths/¦")).Reply.Matches);
        Assert.Equal(["part.csx", "inner/"], (await CompleteAsync("1\n#load \"paths/¦\"")).Reply.Matches);
        Assert.Equal(["book.dib", "book.ipynb"], (await CompleteAsync("#!import paths/b¦")).Reply.Matches);
        Assert.Empty((await CompleteAsync("#r \"no/such/¦")).Reply.Matches);
        Assert.Contains("#!time", (await CompleteAsync("#!ti¦")).Reply.Matches);
    }

    [Fact]
    public async Task Complete_WhileACellRuns_AnswersNonetheless()
    {
        using var stop = new CancellationTokenSource();
        var running = CellRun.Of(shared.Session, "while (true) ;", cancellation: stop.Token);

        Assert.Contains("Sqrt", (await CompleteAsync("Math.Sq¦")).Reply.Matches);
        Assert.False(running.IsCompleted);
        await stop.CancelAsync();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
    }

    private async Task<(string Text, CompletionReply Reply)> CompleteAsync(string code)
    {
        var text = code.Replace(Cursor.ToString(), "", StringComparison.Ordinal);
        return (text, await shared.Session.CompleteAsync(text, code.IndexOf(Cursor), TestContext.Current.CancellationToken));
    }
}
