using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

public class SessionValueTests(SharedSession shared) : IClassFixture<SharedSession>
{
    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("\"text\"", "text")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("1.50m", "1.50")]
    [InlineData("1e-7f", "1E-07")]
    [InlineData("true", "True")]
    [InlineData("DayOfWeek.Friday", "Friday")]
    [InlineData("(string)null", "<null>")]
    [InlineData("await Task.FromResult(7)", "7")]
    [InlineData("var a = 1;\na", "1")]
    [InlineData("new[] { 1, 2 }", "[ 1, 2 ]")]
    [InlineData("var union = new HashSet<int> { 1 };\nunion.UnionWith([2]);\nunion.Count", "2")]
    public async Task Execute_LastExpression_IsTheResult(string code, string plain)
    {
        var run = await shared.Run(code);

        Assert.Equal(CellStatus.Succeeded, run.Status);
        Assert.Equal(plain, run.Plain);
    }

    [Theory]
    [InlineData("Math.Abs(1);")]
    [InlineData("var b = 1;")]
    [InlineData("Console.Write(\"\")")]
    [InlineData("void F() { }")]
    [InlineData("")]
    [InlineData("// only words")]
    [InlineData("await Task.CompletedTask")]
    public async Task Execute_WithoutALastExpression_HasNoResult(string code)
    {
        var run = await shared.Run(code);

        Assert.Equal(CellStatus.Succeeded, run.Status);
        Assert.Null(run.Plain);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("F().Result")]
    [InlineData("F().GetAwaiter().GetResult()")]
    [InlineData("Task.WhenAll(F(), F()).Result[1]")]
    [InlineData("await Task.Delay(1);\nF().Result")]
    [InlineData("await Task.CompletedTask;\nvar before = F().Result;\nawait F() + F().Result - before")]
    [InlineData("#load \"awaits.csx\"\nF().Result + loaded - 7")]
    public async Task Execute_BlockingOnAsynchronousCode_GivesItsResult(string code)
    {
        await File.WriteAllTextAsync(Path.Combine(shared.Folder, "awaits.csx"), "var loaded = await Task.Run(() => 7);", TestContext.Current.CancellationToken);
        await shared.Run("async Task<int> F() { await Task.Delay(10); await Task.Yield(); return 1; }");

        var run = await shared.Run(code);

        Assert.Equal("1", run.Plain);
    }

    [Fact]
    public async Task Execute_AwaitingAsynchronousCode_KeepsAllOfItOnTheCellsThread()
    {
        var run = await shared.Run("""
            async Task<int> Thread() { await Task.Delay(5); await Task.Yield(); return Environment.CurrentManagedThreadId; }
            var first = Environment.CurrentManagedThreadId;
            var inside = await Thread();
            await foreach (var x in Numbers()) { await Task.Yield(); }
            async IAsyncEnumerable<int> Numbers() { await Task.Delay(1); yield return 1; }
            (first == inside, first == Environment.CurrentManagedThreadId)
            """);
        var next = await shared.Run("first == Environment.CurrentManagedThreadId");

        Assert.Equal("( True, True )", run.Plain);
        Assert.Equal("True", next.Plain);
    }

    [Fact]
    public async Task Execute_LaterCell_SeesWhatEarlierOnesDeclared()
    {
        await shared.Run("using System.Globalization; int Twice(int x) => 2 * x; record Point(int X); var n = 20;");
        await shared.Run("n++; var m = n;");

        Assert.Equal("42", (await shared.Run("Twice(new Point(m).X)")).Plain);
        Assert.Equal("Invariant Language (Invariant Country)", (await shared.Run("CultureInfo.InvariantCulture.EnglishName")).Plain);
    }

    [Fact]
    public async Task Execute_ARedeclaredName_TakesTheNewOne()
    {
        await shared.Run("var x = 1;");
        await shared.Run("var x = \"new\";");

        Assert.Equal("new", (await shared.Run("x")).Plain);
    }

    [Fact]
    public async Task Execute_AnObject_IsShownAsHtmlAndText()
    {
        var run = await shared.Run("new { Steps = 500, Beta = 0.02 }");

        var data = Assert.Single(run.Events.OfType<ResultEvent>()).Data;
        Assert.Contains("<td>Steps</td>", data.Text(MimeBundle.Html), StringComparison.Ordinal);
        Assert.Contains("Beta: 0.02", data.Text(MimeBundle.Plain), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execute_StreamsAndDisplays_ComeInTheOrderWritten()
    {
        var run = await shared.Run(
            "Console.Write(\"a\"); Console.Error.Write(\"b\"); display(\"c\"); Console.WriteLine(\"d\"); 5");

        Assert.Equal(
            ["stdout a", "stderr b", "display c", "stdout d\n", "result 5", "done"],
            run.Events.Select(message => message switch
            {
                StreamEvent stream => $"{stream.Name} {stream.Text}",
                DisplayEvent display => $"display {display.Data.Text(MimeBundle.Plain)}",
                ResultEvent result => $"result {result.Data.Text(MimeBundle.Plain)}",
                _ => "done",
            }));
    }

    [Fact]
    public async Task Execute_TextOfEveryKind_ArrivesAsWritten()
    {
        const string Text = "扩散 🌀 \u001b[31m \"quotes\" \\ \t <b>";

        var run = await shared.Run($"Console.WriteLine({System.Text.Json.JsonSerializer.Serialize(Text)});");

        Assert.Equal(Text + "\n", run.Out);
    }

    [Fact]
    public async Task Execute_OutputOfAnotherProgram_BelongsToTheCell()
    {
        var first = await shared.Run("System.Diagnostics.Process.Start(\"echo\", \"from elsewhere\").WaitForExit();");
        var second = await shared.Run("1");

        Assert.Equal("from elsewhere\n", first.Out);
        Assert.Equal("", second.Out);
    }

    [Fact]
    public async Task Execute_NativeOutput_BelongsToTheCell()
    {
        var run = await shared.Run("""
            [System.Runtime.InteropServices.DllImport("libc")] static extern int puts(string text);
            puts("from native code");
            """);

        Assert.Equal("from native code\n", run.Out);
    }

    [Theory]
    [InlineData("\\u0001", "\u0001")]
    [InlineData("a\\u0001b\\u0001", "a\u0001b\u0001")]
    [InlineData("\\u00010123456789abcdef", "\u00010123456789abcdef")]
    public async Task Execute_OutputThatLooksLikeAMark_IsOutputAndTheNextCellsAreUnharmed(string written, string shown)
    {
        // Another program's, since what the cell itself writes goes another way.
        var first = await shared.Run($"System.Diagnostics.Process.Start(\"printf\", new[] {{ \"%s\", \"{written}\" }}).WaitForExit();");
        var second = await shared.Run("System.Diagnostics.Process.Start(\"echo\", \"next\").WaitForExit();");

        Assert.Equal(shown, first.Out);
        Assert.Equal("next\n", second.Out);
    }

    [Fact]
    public async Task Execute_ReadingTheConsole_FindsItsEnd() =>
        Assert.Equal("True", (await shared.Run("Console.ReadLine() is null")).Plain);

    [Fact]
    public async Task Display_WithAMimeType_TakesAStringAsThatRepresentation()
    {
        var run = await shared.Run("display(\"<b>bold</b>\", \"text/html\"); \"<svg/>\".DisplayAs(\"image/svg+xml\");");

        var shown = run.Events.OfType<DisplayEvent>().ToList();
        Assert.Equal("<b>bold</b>", shown[0].Data.Text(MimeBundle.Html));
        Assert.Equal("<svg/>", shown[1].Data.Text(MimeBundle.Svg));
    }

    [Theory]
    [InlineData("HTML(\"<b>x</b>\")", MimeBundle.Html, "<b>x</b>")]
    [InlineData("display(HTML(\"<b>x</b>\"));", MimeBundle.Html, "<b>x</b>")]
    [InlineData("Javascript(\"alert(1)\");", MimeBundle.Html, "<script type=\"text/javascript\">alert(1)</script>")]
    [InlineData("CSS(\"b{}\");", MimeBundle.Html, "<style>b{}</style>")]
    [InlineData("LaTeX(@\"\\bar\\alpha_t\")", "text/latex", "\\bar\\alpha_t")]
    [InlineData("new LaTeXString(\"x^2\")", "text/latex", "x^2")]
    [InlineData("(LaTeXString)@\"\\bar x\"", "text/latex", "\\bar x")]
    [InlineData("(MathString)\"x^2\"", "text/latex", "$$x^2$$")]
    [InlineData("(MathString)\"$$x^2$$\"", MimeBundle.Plain, "$$x^2$$")]
    [InlineData("new { A = 1 }.Display(\"application/json\");", "application/json", "{\"A\":1}")]
    [InlineData("\"*x*\".Display(\"text/markdown\");", MimeBundle.Markdown, "*x*")]
    [InlineData("new[] { new { A = 1, B = \"x\" } }.DisplayTable();", "text/csv", "A,B\n1,x\n")]
    [InlineData("new[] { new { A = 1, B = \"x\" } }.DisplayTable();", MimeBundle.Plain, "A,B\n1,x")]
    public async Task Display_AsDotNetInteractivesCellsDo_IsShown(string code, string mime, string text)
    {
        var run = await shared.Run(code);

        var data = run.Events.Select(message => message switch { DisplayEvent shown => shown.Data, ResultEvent result => result.Data, _ => null }).OfType<MimeBundle>().Single();
        Assert.Equal(text, data.Text(mime)?.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Display_Updated_NamesTheSameDisplay()
    {
        var run = await shared.Run("var handle = display(1);");
        var later = await shared.Run("handle.Update(2);");

        var shown = Assert.Single(run.Events.OfType<DisplayEvent>());
        var updated = Assert.Single(later.Events.OfType<UpdateEvent>());
        Assert.Equal(shown.DisplayId, updated.DisplayId);
        Assert.Equal("2", updated.Data.Text(MimeBundle.Plain));
    }

    [Fact]
    public async Task ClearOutput_InACell_IsTold()
    {
        var run = await shared.Run("clear_output(); clear_output(wait: true);");

        Assert.Equal([false, true], run.Events.OfType<ClearEvent>().Select(clear => clear.Wait));
    }

    [Fact]
    public async Task Execute_ATypeWithConventionFormatters_ShowsAllItPrefers()
    {
        var run = await shared.Run("""
            [AttributeUsage(AttributeTargets.Class)]
            class TypeFormatterSourceAttribute(Type source) : Attribute
            {
                public Type FormatterSourceType => source;
                public string[] PreferredMimeTypes { get; init; }
            }
            class Source
            {
                public IEnumerable<object> CreateTypeFormatters() => new object[] { new Html(), new Json(), new Unwanted() };
            }
            class Html { public string MimeType => "text/html"; public bool Format(object o, System.IO.TextWriter w) { w.Write("<i>" + o + "</i>"); return true; } }
            class Json { public string MimeType => "application/vnd.plotly.v1+json"; public bool Format(object o, System.IO.TextWriter w) { w.Write("{\"data\": [1]}"); return true; } }
            class Unwanted { public string MimeType => "text/csv"; public bool Format(object o, System.IO.TextWriter w) { w.Write("1,2"); return true; } }
            [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "application/vnd.plotly.v1+json", "text/html" })]
            class Figure { public override string ToString() => "fig"; }
            class Derived : Figure { }
            new Derived()
            """);

        var data = Assert.Single(run.Events.OfType<ResultEvent>()).Data;
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], data.Types);
        Assert.Equal("<i>fig</i>", data.Text(MimeBundle.Html));
        Assert.Equal(1, (int)data[MimeBundle.Plotly]!["data"]![0]!);
    }

    [Fact]
    public async Task Execute_MarkdownAndHtmlDirectives_AreShownNotRun()
    {
        var run = await shared.Run("#!markdown\n# Title\n#!html\n<b>x</b>\n#!csharp\nvar q = 3;\nq");

        Assert.Equal(["text/markdown", "text/html"], run.Events.OfType<DisplayEvent>().Select(d => d.Data.Types.Single()));
        Assert.Equal("3", run.Plain);
    }

    [Fact]
    public async Task Execute_TimeDirective_TellsTheTime()
    {
        var run = await shared.Run("#!time\n1 + 1");

        Assert.Equal("2", run.Plain);
        Assert.Matches(@"^Wall time: \d+\.\d ms$", run.Events.OfType<DisplayEvent>().Single().Data.Text(MimeBundle.Plain));
    }

    [Fact]
    public async Task Execute_LoadDirective_RunsTheFileOfTheNotebooksFolder()
    {
        await File.WriteAllTextAsync(Path.Combine(shared.Folder, "more.csx"), "int Thrice(int x) => 3 * x;",
            TestContext.Current.CancellationToken);

        Assert.Equal("9", (await shared.Run("#load \"more.csx\"\nThrice(3)")).Plain);
    }
}
